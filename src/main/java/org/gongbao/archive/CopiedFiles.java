package org.gongbao.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Copies files into a folder of its own, forces them, and knows the digest of each. */
public final class CopiedFiles {

    private final Path target;
    private final SortedMap<String, Entry> entries = new TreeMap<>();

    /** @param target where they go */
    public CopiedFiles(Path target) {
        this.target = target;
    }

    /**
     * A file that was copied.
     *
     * @param name below the folder, with slashes
     * @param mode its permissions such as {@code rw-------}; empty where the file system has none
     */
    public record Entry(String name, long bytes, String sha256, String mode) {}

    public Path path(String name) {
        return target.resolve(name);
    }

    /** All that were copied, by name. */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** Copies a file with its permissions. */
    public void copy(Path from, String name) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            write(in, name);
        }
        String mode = mode(from);
        if (!mode.isEmpty()) {
            Files.setPosixFilePermissions(path(name), PosixFilePermissions.fromString(mode));
        }
        note(name, mode);
    }

    /** Copies the whole lines of a file that only grows; what is being appended is left out. */
    public void copyLines(Path from, String name) throws IOException {
        byte[] bytes = Files.readAllBytes(from);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        write(java.util.Arrays.copyOf(bytes, end), name);
    }

    /** Writes a file that only its owner may read. */
    public void write(byte[] bytes, String name) throws IOException {
        write(new java.io.ByteArrayInputStream(bytes), name);
        ownerOnly(path(name));
        note(name, mode(path(name)));
    }

    /** Takes note of a file that was written there by somebody else, and forces it. */
    public void add(String name) throws IOException {
        ownerOnly(path(name));
        Disk.REAL.force(path(name));
        entries.put(name, new Entry(name, Files.size(path(name)), Digests.sha256(path(name)), ""));
        note(name, mode(path(name)));
    }

    /** Forgets and deletes what was copied below a name. */
    void drop(String folder) throws IOException {
        entries.keySet().removeIf(name -> name.startsWith(folder + "/"));
        if (Files.exists(path(folder))) {
            Folders.empty(path(folder));
        }
    }

    /** Copies everything below a folder; what is not there is no fault. */
    public void copyAll(Path folder, String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path file : files) {
            copy(file, name + "/" + folder.relativize(file).toString().replace('\\', '/'));
        }
    }

    /** Forces all folders, so that every name outlives a loss of power. */
    public void force() throws IOException {
        try (Stream<Path> all = Files.walk(target)) {
            for (Path folder : all.filter(Files::isDirectory)
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Disk.REAL.force(folder);
            }
        }
    }

    private void write(InputStream in, String name) throws IOException {
        Path file = path(name);
        Files.createDirectories(Folders.parent(file));
        MessageDigest digest = Digests.sha256();
        try (OutputStream out = new DigestOutputStream(
                Files.newOutputStream(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE),
                digest)) {
            in.transferTo(out);
        }
        Disk.REAL.force(file);
        entries.put(name, new Entry(name, Files.size(file), Digests.hex(digest.digest()), ""));
    }

    private void note(String name, String mode) {
        entries.computeIfPresent(name, (key, entry) -> new Entry(name, entry.bytes(), entry.sha256(), mode));
    }

    /** The digest of a file as lower-case hexadecimal. */
    public static String sha256(Path file) throws IOException {
        return Digests.sha256(file);
    }

    private static void ownerOnly(Path file) throws IOException {
        if (!mode(file).isEmpty()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static String mode(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                : "";
    }
}
