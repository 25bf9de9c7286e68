package org.gongbao.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongbao.archive.StorageException;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which document each original holds, as lines of JSON beside the archive's roots, forced before the database knows of it.
 * With it a lost database cannot make the same bytes a second document. It is internal, as originals are.
 */
final class DocumentJournal {

    private static final String FILE = "documents.jsonl";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private boolean isWhole;

    /** @param folder of the archive */
    DocumentJournal(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /** A document of an original; a later line of the same place stands instead of an earlier one. */
    record Line(String sha256, int part, Uid uid) {

        String json() {
            return CanonicalJson.write(new TreeMap<>(Map.of("part", part, "sha256", sha256, "uid", uid.value())));
        }

        static Line parse(String json) {
            JsonNode line = JSON.readTree(json);
            return new Line(
                    line.required("sha256").asString(),
                    line.required("part").asInt(),
                    new Uid(line.required("uid").asString()));
        }
    }

    /** Appends lines and forces them. */
    synchronized void append(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.json()).append('\n'));
        boolean isNew = !Files.exists(file);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (!isWhole) {
                channel.truncate(endOfLastLine(channel));
                isWhole = true;
            }
            append(channel, text.toString());
        } catch (IOException e) {
            isWhole = false;
            throw new StorageException(file + " cannot be written: " + e.getMessage(), e);
        }
        if (isNew) {
            forceEntry();
        }
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
    synchronized List<Line> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String text = Files.readString(file);
            List<Line> lines = new ArrayList<>();
            text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(Line::parse)
                    .forEach(lines::add);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
