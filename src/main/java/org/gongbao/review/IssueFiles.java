package org.gongbao.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.gongbao.publication.Uid;
import org.gongbao.system.Sha256;

/** The files of issues that are put together: what the printer sent, and what is to be released. */
final class IssueFiles {

    private final Path home;

    IssueFiles(Path home) {
        this.home = home;
    }

    /** Keeps the printer's PDF under its digest, forced. */
    String keepPrinted(Uid plan, Path file) {
        try {
            String digest = Sha256.of(file);
            Path kept = printed(plan, digest);
            Files.createDirectories(folder(plan));
            Path part = kept.resolveSibling(digest + ".part");
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
            force(part);
            Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder(plan));
            return digest;
        } catch (IOException e) {
            throw new UncheckedIOException("the printer's PDF of " + plan + " cannot be kept", e);
        }
    }

    Path printed(Uid plan, String digest) {
        return folder(plan).resolve("printed-" + digest + ".pdf");
    }

    /** An empty folder for the edition made at a version. */
    Path newEdition(Uid plan, int version) {
        Path edition = edition(plan, version);
        try {
            delete(edition);
            return Files.createDirectories(edition);
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the edition of " + plan + " can be made", e);
        }
    }

    /** Takes away everything of an issue; does nothing where there is nothing. */
    void destroy(Uid plan) {
        try {
            delete(folder(plan));
        } catch (IOException e) {
            throw new UncheckedIOException("the files of issue " + plan + " cannot be destroyed", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    Path edition(Uid plan, int version) {
        return folder(plan).resolve("edition-" + version);
    }

    private Path folder(Uid plan) {
        return home.resolve(plan.value());
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
            force(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    static void force(Path fileOrFolder) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
