package org.gongbao.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The profiles of series: those packed, with those of a folder of one's own beside or in place of them. */
final class SeriesFiles {

    private static final String PACKED = "/ingest/series/";

    /** Names the packed files, as a jar has no folders to list. */
    private static final String INDEX = "packed.txt";

    private SeriesFiles() {}

    /** Single series first, families behind them, each by name. */
    static List<Series> load(@Nullable Path folder) {
        Map<String, String> texts = new TreeMap<>();
        packed(INDEX).lines().filter(name -> !name.isBlank()).forEach(name -> texts.put(name, packed(name)));
        Path own = folder == null ? null : folder.resolve("series");
        if (own != null && Files.isDirectory(own)) {
            own(own, texts);
        }
        List<Series> all = new ArrayList<>();
        texts.forEach((name, text) -> all.add(SeriesReader.read(name, text)));
        all.sort((a, b) -> Boolean.compare(a.family(), b.family()));
        return List.copyOf(all);
    }

    private static void own(Path folder, Map<String, String> texts) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().endsWith(".yaml")) {
                    texts.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("profiles of series in " + folder + " cannot be read", e);
        }
    }

    private static String packed(String name) {
        try (InputStream in = SeriesFiles.class.getResourceAsStream(PACKED + name)) {
            if (in == null) {
                throw new IllegalStateException("profile " + name + " is missing, expected it at " + PACKED);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("profile " + name + " cannot be read", e);
        }
    }
}
