package org.gongbao.bulk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A full release (数据发布): the open data of all public documents as they were at one position of the log, less what was taken
 * away up to another one. The two positions name it, and make every byte of it.
 *
 * @param issued the time of the last event that was taken into account
 * @param documents number of documents
 * @param files its files in the order of their names
 * @param folder where they are
 */
public record Release(ReleaseName id, Instant issued, long documents, List<ReleaseFile> files, Path folder) {

    /** The dataset that releases belong to. */
    public static final String DATASET = "documents";

    public Release {
        files = List.copyOf(files);
    }

    /** Its name in addresses. */
    public String name() {
        return id.toString();
    }

    /** Position of the log that it holds. */
    public long position() {
        return id.position();
    }

    public Optional<ReleaseFile> file(String wanted) {
        return files.stream().filter(file -> file.name().equals(wanted)).findFirst();
    }

    /** All bytes of its files. */
    public long bytes() {
        return files.stream().mapToLong(ReleaseFile::bytes).sum();
    }

    Release in(Path other) {
        return new Release(id, issued, documents, files, other);
    }

    /**
     * A file of a release.
     *
     * @param mediaType of what is in it when it is unpacked
     * @param encoding how it is packed: {@code gzip}, {@code zstd} or {@code none}
     * @param contentBytes and {@code contentSha256}: of what is in it when it is unpacked
     */
    public record ReleaseFile(
            String name,
            String mediaType,
            String encoding,
            long bytes,
            String sha256,
            long contentBytes,
            String contentSha256) {

        /** The name without how it is packed. */
        public String content() {
            return encoding.equals("none") ? name : name.substring(0, name.lastIndexOf('.'));
        }
    }
}
