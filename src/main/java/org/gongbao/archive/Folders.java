package org.gongbao.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Removing what a process left in a working folder. */
final class Folders {

    private Folders() {}

    /** Empties a folder of working files; the folder stays. */
    static void empty(Path folder) throws IOException {
        List<Path> below;
        try (Stream<Path> all = Files.walk(folder)) {
            below = all.filter(path -> !path.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path path : below) {
            Files.delete(path);
        }
    }

    /** The folder that a path below a storage root lies in. */
    static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent(), "a path below the archive has a folder");
    }

    /** The files directly in a folder, sorted. */
    static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }
}
