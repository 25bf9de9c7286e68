package org.gongbao.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of profiles (规则表): rows of columns separated by tabs, alternatives inside a column by {@code |}, comments behind
 * {@code #}. A file of the same name in a folder of one's own takes the place of the packed one.
 */
public record ProfileTable(String name, List<List<String>> rows, Map<String, List<String>> words) {

    private static final String PACKED = "/ingest/";

    /** Reads a file of the profiles. */
    static ProfileTable load(String name, @Nullable Path folder) {
        return load("profiles", name, folder);
    }

    /**
     * Reads the file from the folder laid over (from the part of that name, or from itself), or else from the jar.
     *
     * @param part folder of {@code ingest/} that holds the file
     */
    public static ProfileTable load(String part, String name, @Nullable Path folder) {
        try {
            for (Path own : folder == null
                    ? List.<Path>of()
                    : List.of(folder.resolve(part).resolve(name), folder.resolve(name))) {
                if (Files.isRegularFile(own)) {
                    return parse(name, Files.readString(own));
                }
            }
            try (InputStream packed = ProfileTable.class.getResourceAsStream(PACKED + part + "/" + name)) {
                if (packed == null) {
                    throw new IllegalStateException("profile " + name + " is missing, expected it at " + PACKED + part);
                }
                return parse(name, new String(packed.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("profile " + name + " cannot be read", e);
        }
    }

    static ProfileTable parse(String name, String text) {
        List<List<String>> rows = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
        Map<String, List<String>> words = new HashMap<>();
        rows.stream()
                .filter(row -> row.size() > 1)
                .forEach(row -> words.computeIfAbsent(row.get(0), key -> new ArrayList<>())
                        .addAll(alternatives(row.get(1))));
        words.replaceAll((key, all) -> List.copyOf(all));
        return new ProfileTable(name, rows, Map.copyOf(words));
    }

    /** The table with rows in front, which win. */
    ProfileTable under(List<List<String>> first) {
        List<List<String>> all = new ArrayList<>(first);
        all.addAll(rows);
        return new ProfileTable(name, List.copyOf(all), words);
    }

    /** The alternatives of the second column in all rows whose first column is the key. */
    public List<String> words(String key) {
        return words.getOrDefault(key, List.of());
    }

    /** The alternatives inside one cell. */
    public static List<String> alternatives(String cell) {
        return Arrays.stream(cell.split("\\|"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The first column of every row. */
    List<String> lines() {
        return rows.stream().map(row -> row.get(0)).toList();
    }
}
