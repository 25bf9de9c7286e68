package org.gongbao.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The YAML files of one part of {@code ingest/}: those packed, with those of a folder of one's own beside or in place of them. */
public final class ProfileFiles {

    private static final String PACKED = "/ingest/";

    /** Names the packed files, as a jar has no folders to list. */
    private static final String INDEX = "packed.txt";

    private static final String ENDING = ".yaml";

    private ProfileFiles() {}

    /**
     * Texts by file name, in the order of the names.
     *
     * @param part folder of {@code ingest/}, and of the folder laid over it
     */
    public static Map<String, String> texts(String part, @Nullable Path folder) {
        Map<String, String> texts = new TreeMap<>();
        packed(part, INDEX)
                .lines()
                .filter(name -> !name.isBlank())
                .forEach(name -> texts.put(name, packed(part, name)));
        Path own = folder == null ? null : folder.resolve(part);
        if (own != null && Files.isDirectory(own)) {
            own(own, texts);
        }
        return texts;
    }

    private static void own(Path folder, Map<String, String> texts) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENDING)) {
                    texts.put(name, Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the files in " + folder + " cannot be read", e);
        }
    }

    private static String packed(String part, String name) {
        try (InputStream in = ProfileFiles.class.getResourceAsStream(PACKED + part + "/" + name)) {
            if (in == null) {
                throw new IllegalStateException("profile " + name + " is missing, expected it at " + PACKED + part);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("profile " + name + " cannot be read", e);
        }
    }
}
