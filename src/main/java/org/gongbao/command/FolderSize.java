package org.gongbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How much room something takes, on disk and in memory. */
final class FolderSize {

    /** Where a core keeps its index: {@code …/data/index/_0.cfs}, or {@code data/index.20240301…/}. */
    private static final Pattern INDEX = Pattern.compile("[/\\\\]data[/\\\\]index[^/\\\\]*[/\\\\]");

    private FolderSize() {}

    /** Bytes of the index files of Solr's cores, without the journals; files that go while they are counted do not count. */
    static long ofIndex(Path solr) throws IOException {
        try (Stream<Path> files = Files.walk(solr)) {
            return files.filter(file -> INDEX.matcher(file.toString()).find())
                    .mapToLong(FolderSize::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** MiB of this process's heap that live after a collection. */
    static double liveHeap() {
        Runtime runtime = Runtime.getRuntime();
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least / (1024 * 1024);
    }
}
