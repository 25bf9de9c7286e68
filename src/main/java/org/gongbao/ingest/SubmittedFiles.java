package org.gongbao.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Walks what was named on a command line. In folders it passes over expected records, claimed metadata, README files,
 * and what is hidden; a file that is named itself is taken. Links inside folders are not followed.
 */
final class SubmittedFiles {

    static final String CLAIMED = ".meta.json";
    private static final String EXPECTED = ".expected.json";

    /** {@code README}, {@code README.md}, {@code README.zh-CN.md}, {@code readme.txt}. */
    private static final Pattern README = Pattern.compile("(?i)readme(\\..*)?");

    private final Consumer<IncomingFile> taker;
    private final BiConsumer<String, IOException> unreadable;

    /** @param unreadable is told of folders and claimed metadata that cannot be read */
    SubmittedFiles(Consumer<IncomingFile> taker, BiConsumer<String, IOException> unreadable) {
        this.taker = taker;
        this.unreadable = unreadable;
    }

    /** Hands over each file, those of a folder in the order of their names. */
    void walk(List<Path> paths) {
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                folder(path, "");
            } else if (!path.toString().endsWith(CLAIMED)) {
                taker.accept(submission(path, fileName(path)));
            }
        }
    }

    private void folder(Path folder, String prefix) {
        for (Path child : children(folder)) {
            String name = prefix + fileName(child);
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)
                    && !fileName(child).startsWith(".")) {
                folder(child, name + "/");
            } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS) && isDocument(fileName(child))) {
                taker.accept(submission(child, name));
            }
        }
    }

    private List<Path> children(Path folder) {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.sorted().toList();
        } catch (IOException e) {
            unreadable.accept(folder.toString(), e);
            return List.of();
        }
    }

    /** Whether a file of a folder is a document by its name. */
    static boolean isDocument(String fileName) {
        return !fileName.startsWith(".")
                && !fileName.endsWith(CLAIMED)
                && !fileName.endsWith(EXPECTED)
                && !README.matcher(fileName).matches();
    }

    private IncomingFile submission(Path file, String name) {
        return new IncomingFile(name, () -> Files.newInputStream(file), claimed(file));
    }

    private @Nullable String claimed(Path file) {
        Path beside = file.resolveSibling(fileName(file) + CLAIMED);
        try {
            return Files.isRegularFile(beside) ? new String(Files.readAllBytes(beside), StandardCharsets.UTF_8) : null;
        } catch (IOException e) {
            unreadable.accept(fileName(beside), e);
            return null;
        }
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
