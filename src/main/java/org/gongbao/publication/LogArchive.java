package org.gongbao.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongbao.archive.Archive;
import org.gongbao.archive.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log in the archive: with it and the packages everything published can be brought back.
 *
 * <p>Events are appended as lines to {@code log/events.jsonl} beside the archive's roots and forced; every 256 of them
 * become the object {@code log/NNNNNNNNN} of the public root. The file is dropped once its object is durable.
 */
final class LogArchive {

    private static final Logger LOG = LoggerFactory.getLogger(LogArchive.class);

    static final int SEGMENT = 256;
    private static final String FILE = "events.jsonl";

    private final Archive archive;
    private final Path open;
    private long sealed;
    private int inOpen;

    /**
     * Opens it and puts right what a kill left: a line half written, or a file whose object is durable already.
     *
     * @param folder where the open file is
     */
    LogArchive(Archive archive, Path folder) {
        this.archive = archive;
        this.open = folder.resolve(FILE);
        this.sealed = archive.publicObjects("log/").stream()
                .mapToLong(id -> (Long.parseLong(id, "log/".length(), id.length(), 10) + 1) * SEGMENT)
                .max()
                .orElse(0);
        try {
            recover();
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + open + " cannot be read", e);
        }
    }

    private void recover() throws IOException {
        if (!Files.exists(open)) {
            return;
        }
        byte[] bytes = Files.readAllBytes(open);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end < bytes.length) {
            try (FileChannel channel = FileChannel.open(open, StandardOpenOption.WRITE)) {
                channel.truncate(end);
                channel.force(true);
            }
        }
        List<ArchivedEvent> left = lines(open);
        if (!left.isEmpty() && left.get(0).event().seq() <= sealed) {
            dropSealed((left.get(0).event().seq() - 1) / SEGMENT);
        } else {
            inOpen = left.size();
            sealWhenFull();
        }
    }

    /** The file goes only when its object is the same and forced; beside a damaged object it is the only good copy. */
    private void dropSealed(long segment) throws IOException {
        try {
            archive.store(id(segment), 1, Map.of(FILE, open));
            Files.delete(open);
        } catch (StorageException e) {
            Path kept = open.resolveSibling("events-" + segment + ".jsonl");
            LOG.warn("{}; the events are kept in {}", e.getMessage(), kept);
            Files.move(open, kept, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Number of events in the archive, which is the position of the last one. */
    synchronized long position() {
        return sealed + inOpen;
    }

    /** Appends events that follow the last one, and forces them. */
    synchronized void append(List<ArchivedEvent> events) {
        int done = 0;
        while (done < events.size()) {
            int count = Math.min(SEGMENT - inOpen, events.size() - done);
            try {
                write(events.subList(done, done + count));
            } catch (IOException e) {
                throw new StorageException("events of the log cannot be written to " + open + ": " + e.getMessage(), e);
            }
            done += count;
        }
    }

    private void write(List<ArchivedEvent> events) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < events.size(); i++) {
            long seq = events.get(i).event().seq();
            if (seq != position() + i + 1) {
                throw new IllegalStateException(
                        "the archive's log continues with " + (position() + i + 1) + ", but " + seq + " came");
            }
            lines.append(events.get(i).line()).append('\n');
        }
        boolean isNew = !Files.exists(open);
        try (FileChannel channel = FileChannel.open(open, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long start = channel.size();
            try {
                append(channel, start, lines.toString());
            } catch (IOException e) {
                channel.truncate(start);
                throw e;
            }
        }
        if (isNew) {
            Folders.forceEntry(open);
        }
        inOpen += events.size();
        sealWhenFull();
    }

    private static void append(FileChannel channel, long start, String lines) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines);
        channel.position(start);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    private void sealWhenFull() throws IOException {
        if (inOpen < SEGMENT) {
            return;
        }
        archive.store(id(sealed / SEGMENT), 1, Map.of(FILE, open));
        Files.delete(open);
        sealed += SEGMENT;
        inOpen = 0;
    }

    /** Events after a position, up to the end of the file that holds them; empty at the end. */
    synchronized List<ArchivedEvent> after(long position) {
        if (position >= position()) {
            return List.of();
        }
        long segment = position / SEGMENT;
        List<ArchivedEvent> events = segment * SEGMENT < sealed ? lines(stored(segment)) : lines(open);
        return events.stream().filter(event -> event.event().seq() > position).toList();
    }

    private Path stored(long segment) {
        Path file = archive.stored(id(segment), 1).get(FILE);
        if (file == null) {
            throw new StorageException("the archive has no events of " + id(segment));
        }
        return file;
    }

    private static String id(long segment) {
        return String.format(Locale.ROOT, "log/%09d", segment);
    }

    private static List<ArchivedEvent> lines(Path file) {
        try {
            List<ArchivedEvent> events = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                events.add(ArchivedEvent.parse(line));
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be read", e);
        }
    }
}
