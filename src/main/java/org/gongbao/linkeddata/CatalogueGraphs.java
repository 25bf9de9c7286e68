package org.gongbao.linkeddata;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue of downloads as DCAT 3. */
public interface CatalogueGraphs {

    /** Writes the catalogue with one dataset, or with none where there is no release yet. */
    void write(List<ReleaseDescription> releases, RdfFormat format, OutputStream out);

    /**
     * A release of a dataset.
     *
     * @param address where it is, without a slash at its end
     * @param issued the time of the last event that it holds
     */
    record ReleaseDescription(
            String dataset, String release, String address, Instant issued, List<FileDescribed> files) {}

    /**
     * A file of a release.
     *
     * @param sha256 null for one that is put together while it is read, and states digests of all that is in it
     */
    record FileDescribed(
            String name,
            String mediaType,
            long bytes,
            @Nullable String sha256) {}
}
