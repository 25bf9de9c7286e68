package org.gongbao.ingest;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongbao.archive.StorageException;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.publication.RecordJson;
import org.gongbao.record.DocumentRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was read from each original, with the version of the extractors: pages, blocks and boxes, and the record. Made
 * from the original at any time again, so it is not forced; a file that is damaged counts as absent.
 */
final class Extractions {

    private static final Logger LOG = LoggerFactory.getLogger(Extractions.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LEVEL = 1;
    private static final long LARGEST = 1L << 30;

    private final Path folder;

    Extractions(Path folder) {
        this.folder = folder;
    }

    /**
     * Calls with a file that holds the result of the task {@code record} kept for an original, and removes that file again.
     *
     * @return what the call gave; empty where nothing is kept
     */
    <T> Optional<T> use(String sha256, Function<Path, T> use) {
        Optional<byte[]> kept = find(sha256);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path unpacked = Files.createTempFile(folder, sha256, ".json");
            try {
                Files.write(unpacked, kept.get());
                return Optional.of(use.apply(unpacked));
            } finally {
                Files.deleteIfExists(unpacked);
            }
        } catch (IOException e) {
            throw new StorageException("the extraction of " + sha256 + " cannot be unpacked: " + e.getMessage(), e);
        }
    }

    private Optional<byte[]> find(String sha256) {
        return unpacked(file(sha256));
    }

    private static Optional<byte[]> unpacked(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            byte[] compressed = Files.readAllBytes(file);
            long size = Zstd.getFrameContentSize(compressed);
            if (size <= 0 || size > LARGEST) {
                throw new IOException("its size is " + size);
            }
            return Optional.of(Zstd.decompress(compressed, (int) size));
        } catch (IOException | ZstdException e) {
            LOG.warn("{} is damaged and made anew: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** The record as it was when the original was last read, whatever the version of the extractors. */
    Optional<DocumentRecord> earlierRecord(String sha256) {
        Optional<byte[]> current = find(sha256);
        if (current.isPresent()) {
            return current.map(Extractions::recordOf);
        }
        Path shelf = shelf(sha256);
        if (!Files.isDirectory(shelf)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(shelf)) {
            return files.filter(file -> file.getFileName().toString().startsWith(sha256 + "-"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .flatMap(Extractions::unpacked)
                    .map(Extractions::recordOf);
        } catch (IOException e) {
            throw new StorageException("the extractions in " + shelf + " cannot be listed: " + e.getMessage(), e);
        }
    }

    void keep(String sha256, byte[] json) {
        Path file = file(sha256);
        try {
            Files.createDirectories(shelf(sha256));
            Path beside = Files.createTempFile(shelf(sha256), sha256, ".new");
            Files.write(beside, Zstd.compress(json, LEVEL));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StorageException("the extraction of " + sha256 + " cannot be stored: " + e.getMessage(), e);
        }
    }

    /** Deletes what was read from an original, by whatever version of the extractors. */
    void delete(String sha256) {
        for (Path place : List.of(folder, shelf(sha256))) {
            if (!Files.isDirectory(place)) {
                continue;
            }
            try (Stream<Path> files = Files.list(place)) {
                for (Path file : files.filter(
                                path -> path.getFileName().toString().startsWith(sha256))
                        .toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new StorageException("the extractions of " + sha256 + " cannot be deleted: " + e.getMessage(), e);
            }
        }
    }

    private Path file(String sha256) {
        return shelf(sha256).resolve(sha256 + "-" + ExtractedText.VERSION + ".json.zst");
    }

    private Path shelf(String sha256) {
        return folder.resolve(sha256.substring(0, 2));
    }

    /** The record in a result; the extraction beside it is passed over, for it may be large. */
    static DocumentRecord recordOf(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            for (JsonToken token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
                boolean found = parser.currentName().equals("record");
                parser.nextToken();
                if (found) {
                    JsonNode node = parser.readValueAsTree();
                    return RecordJson.read(node);
                }
                parser.skipChildren();
            }
            throw new IllegalArgumentException("the result of the worker has no \"record\"");
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the result of the worker is not its JSON: " + e.getMessage(), e);
        }
    }
}
