package org.gongbao.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Predicate;

/**
 * A file of lines that only grows (日志文件): what the archive must tell when the database is lost. Lines are forced before
 * {@link #append} returns; half a line that a kill left is cut off before the next.
 */
public final class JournalFile {

    private final Path file;
    private boolean isWhole;

    public JournalFile(Path file) {
        this.file = file;
    }

    /**
     * Appends lines and forces them.
     *
     * @throws StorageException where they cannot be stored
     */
    public synchronized void append(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        boolean isNew = !Files.exists(file);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (!isWhole) {
                channel.truncate(endOfLastLine(channel));
                isWhole = true;
            }
            append(channel, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            isWhole = false;
            throw new StorageException(file + " cannot be written: " + e.getMessage(), e);
        }
        if (isNew) {
            forceEntry();
        }
    }

    /**
     * Destroys lines: what the law forbids to hold is the one thing that leaves a journal.
     *
     * @throws StorageException where the file cannot be written anew
     */
    public synchronized void remove(Predicate<String> lines) {
        List<String> all = read();
        List<String> kept = all.stream().filter(lines.negate()).toList();
        if (kept.size() == all.size()) {
            return;
        }
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            try (FileChannel channel =
                    FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                append(channel, kept.isEmpty() ? "" : String.join("\n", kept) + "\n");
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StorageException(file + " cannot be written anew: " + e.getMessage(), e);
        }
        forceEntry();
    }

    private static void append(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    /** Where a kill or a full disk left half a line, it begins here. */
    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    private void forceEntry() {
        try (FileChannel folder =
                FileChannel.open(file.toAbsolutePath().resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            throw new StorageException("the entry of " + file + " cannot be forced: " + e.getMessage(), e);
        }
    }

    /** All whole lines, oldest first. */
    public synchronized List<String> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
