package org.gongbao.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plain list of {@code ingest/} that an editor may change: the packed one, or the file of the same name in a folder laid over it. */
final class EditedList {

    private EditedList() {}

    /**
     * The lines that say something, stripped.
     *
     * @param name path below {@code ingest/}, such as {@code search/synonyms.txt}
     */
    static List<String> lines(String name, @Nullable Path folder) {
        return text(name, folder)
                .lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static String text(String name, @Nullable Path folder) {
        Path own = folder == null ? null : folder.resolve(name);
        try {
            if (own != null && Files.exists(own)) {
                return Files.readString(own);
            }
            try (InputStream in = EditedList.class.getResourceAsStream("/ingest/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("the list " + name + " is missing, expected it at /ingest/" + name);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list " + (own == null ? name : own) + " cannot be read", e);
        }
    }
}
