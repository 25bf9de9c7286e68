package org.gongbao.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Administrative divisions (行政区划) after GB/T 2260, as facets show them: by their newest names, each inside the next larger one. */
public final class Places {

    private static final String NATION = "000000";

    private final Map<String, String> names = new HashMap<>();

    private Places(List<String> lines) {
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            names.put(cells[0], cells[1]);
        }
    }

    /** @param folder a folder laid over {@code ingest/}, null for none */
    public static Places over(@Nullable Path folder) {
        return new Places(EditedList.lines("agencies/divisions.tsv", folder));
    }

    /** What a division is called; empty for a code that is none. */
    public Optional<String> name(String code) {
        return Optional.ofNullable(names.get(code));
    }

    /** How many others a division lies in: 0 for a province, 2 for a county. */
    public static int depth(String code) {
        return code.endsWith("0000") ? 0 : code.endsWith("00") ? 1 : 2;
    }

    /** A division after those that it lies in, the largest first. */
    public static List<String> path(String code) {
        List<String> path = new ArrayList<>();
        if (!code.matches("\\d{6}")) {
            return path;
        }
        if (!code.equals(NATION)) {
            path.add(code.substring(0, 2) + "0000");
        }
        if (depth(code) > 0) {
            path.add(code.substring(0, 4) + "00");
        }
        if (!path.contains(code)) {
            path.add(code);
        }
        return path;
    }
}
