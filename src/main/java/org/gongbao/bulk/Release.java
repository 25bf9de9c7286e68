package org.gongbao.bulk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A full release (数据发布) of all public documents as they were at one position of the log.
 *
 * @param name in addresses; the log position with leading zeros
 * @param position position of the log that it holds
 * @param issued the time of the last event that it holds
 * @param documents number of documents
 * @param files its files in the order of their names
 * @param folder where they are
 */
public record Release(
        String name, long position, Instant issued, long documents, List<ReleaseFile> files, Path folder) {

    /** The dataset that releases belong to. */
    public static final String DATASET = "documents";

    public Release {
        files = List.copyOf(files);
    }

    public Optional<ReleaseFile> file(String wanted) {
        return files.stream().filter(file -> file.name().equals(wanted)).findFirst();
    }

    /** A file of a release. */
    public record ReleaseFile(String name, String mediaType, long bytes, String sha256) {}
}
