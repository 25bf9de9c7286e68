package org.gongbao.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The few files that a storage root has beside its objects. Their digests are kept outside the root, in the form of
 * {@code sha256sum}, since OCFL gives them none; the last line, a comment, is the digest of the lines above it.
 */
final class RootFiles {

    private final Path root;
    private final Path list;
    private final Disk disk;

    RootFiles(Path root, Path list, Disk disk) {
        this.root = root;
        this.list = list;
        this.disk = disk;
    }

    static boolean isExtensions(Path root, Path folder) {
        return folder.equals(root.resolve("extensions"));
    }

    /** A root whose making was cut short holds no object yet; it is made again. */
    void clearHalfMade() throws IOException {
        if (Files.exists(list)) {
            return;
        }
        for (Path child : Folders.children(root)) {
            if (Files.isDirectory(child) && !isExtensions(root, child)) {
                return;
            }
        }
        Folders.empty(root);
    }

    /** Forces the files of a new root and keeps their digests. */
    void remember() throws IOException {
        if (Files.exists(list)) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        for (Path file : files()) {
            disk.force(file);
            disk.force(Folders.parent(file));
            lines.append(Digests.sha256(file)).append("  ").append(nameOf(file)).append('\n');
        }
        disk.force(root);
        String digest = digestOf(lines);
        lines.append("# ").append(digest).append('\n');
        Path beside = Files.writeString(list.resolveSibling(list.getFileName() + ".new"), lines);
        disk.force(beside);
        Files.move(beside, list, StandardCopyOption.ATOMIC_MOVE);
        disk.force(Folders.parent(list));
    }

    /** The files that are there, as the list names them. */
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path child : Folders.children(root)) {
            if (Files.isRegularFile(child)) {
                files.add(child);
            }
        }
        Path extensions = root.resolve("extensions");
        if (Files.isDirectory(extensions)) {
            try (Stream<Path> below = Files.walk(extensions)) {
                below.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private String nameOf(Path file) {
        return root.getFileName() + "/" + root.relativize(file).toString().replace('\\', '/');
    }

    private static String digestOf(CharSequence lines) {
        return Digests.sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What differs from the list. */
    List<String> differences() throws IOException {
        if (!Files.exists(list)) {
            return List.of();
        }
        String text = new String(Files.readAllBytes(list), StandardCharsets.UTF_8);
        int last = text.lastIndexOf("# ");
        if (last < 0 || !text.substring(last).equals("# " + digestOf(text.substring(0, last)) + "\n")) {
            return List.of(list.getFileName() + ": differs from its digest");
        }
        List<String> differences = new ArrayList<>();
        Map<String, String> found = new TreeMap<>();
        for (Path file : files()) {
            found.put(nameOf(file), Digests.sha256(file));
        }
        text.substring(0, last).lines().forEach(line -> {
            String actual = found.remove(line.substring(66));
            if (actual == null) {
                differences.add(line.substring(66) + ": missing");
            } else if (!actual.equals(line.substring(0, 64))) {
                differences.add(line.substring(66) + ": differs from its digest");
            }
        });
        found.keySet().forEach(name -> differences.add(name + ": unknown file"));
        return differences;
    }
}
