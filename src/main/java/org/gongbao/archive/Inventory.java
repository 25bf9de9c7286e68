package org.gongbao.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OCFL inventory (OCFL 1.1, section 3.5), as far as reading needs it.
 *
 * @param algorithm of the digests, as OCFL names it
 * @param head number of the latest version
 * @param manifest digest by content path
 * @param states content path by logical path, by version number
 */
record Inventory(
        String id, String algorithm, int head, Map<String, String> manifest, Map<Integer, Map<String, String>> states) {

    static final String FILE = "inventory.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads an inventory file; an IOException says that it is none. */
    static Inventory read(Path file) throws IOException {
        return parse(Files.readAllBytes(file), file);
    }

    static Inventory parse(byte[] bytes, Path file) throws IOException {
        try {
            JsonNode json = JSON.readTree(bytes);
            Map<String, String> manifest = new TreeMap<>();
            Map<String, String> paths = new LinkedHashMap<>();
            json.required("manifest")
                    .properties()
                    .forEach(entry -> entry.getValue().forEach(path -> {
                        manifest.put(path.asString(), entry.getKey());
                        paths.putIfAbsent(entry.getKey(), path.asString());
                    }));
            Map<Integer, Map<String, String>> states = new TreeMap<>();
            json.required("versions")
                    .properties()
                    .forEach(version -> states.put(
                            number(version.getKey()), state(version.getValue().required("state"), paths)));
            return new Inventory(
                    json.required("id").asString(),
                    json.required("digestAlgorithm").asString(),
                    number(json.required("head").asString()),
                    manifest,
                    states);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(file + " is not an OCFL inventory: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> state(JsonNode state, Map<String, String> paths) {
        Map<String, String> files = new TreeMap<>();
        state.properties().forEach(entry -> {
            String path = paths.get(entry.getKey());
            if (path == null) {
                throw new IllegalArgumentException(
                        "a state names digest " + entry.getKey() + ", the manifest does not");
            }
            entry.getValue().forEach(logical -> files.put(logical.asString(), path));
        });
        return files;
    }

    /** The number of a version folder such as {@code v12}. */
    static int number(String version) {
        return Integer.parseInt(version, 1, version.length(), 10);
    }

    /** Content path by logical path in a version; empty where there is no such version. */
    Map<String, String> state(int version) {
        return states.getOrDefault(version, Map.of());
    }
}
