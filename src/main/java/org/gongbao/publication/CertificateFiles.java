package org.gongbao.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Certificates in a folder, a file for each position of the log; the last hundred stay. */
final class CertificateFiles {

    private static final int KEPT = 100;

    private final Path folder;

    CertificateFiles(Path folder) {
        this.folder = folder;
    }

    void keep(long position, byte[] certificate) {
        try {
            Path file = folder.resolve(String.format(Locale.ROOT, "%012d.json", position));
            Path beside = folder.resolve("next.tmp");
            Durable.write(beside, certificate);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Folders.forceEntry(file);
            List<Path> files = files();
            for (Path old : files.subList(0, Math.max(0, files.size() - KEPT))) {
                Files.delete(old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate of position " + position + " cannot be kept", e);
        }
    }

    Optional<byte[]> newest() {
        List<Path> files = files();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Path newest = files.get(files.size() - 1);
        try {
            return Optional.of(Files.readAllBytes(newest));
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate " + newest + " cannot be read", e);
        }
    }

    /** Removes those of a position that the log does not have: a backup's log may be older than its certificates. */
    void removeAfter(long position) {
        for (Path file : files()) {
            if (Long.parseLong(file.getFileName().toString(), 0, 12, 10) > position) {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException("the certificate " + file + " cannot be removed", e);
                }
            }
        }
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches("[0-9]{12}\\.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the certificates in " + folder + " cannot be listed", e);
        }
    }
}
