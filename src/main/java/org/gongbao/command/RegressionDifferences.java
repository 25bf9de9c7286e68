package org.gongbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells field by field where a document is read otherwise than what people found true of it. */
final class RegressionDifferences {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> lines = new ArrayList<>();
    private int documents;

    /** Compares a document with its truth. */
    void add(Path file, Path truth, DocumentRecord record) throws IOException {
        documents++;
        JsonNode expected = JSON.readTree(Files.readAllBytes(truth));
        String name = file.resolveSibling("").getFileName() + "/" + file.getFileName();
        compare(name, "", expected, JSON.readTree(CanonicalJson.write(record)));
    }

    private void compare(String name, String before, JsonNode expected, JsonNode read) {
        expected.propertyStream().forEach(field -> {
            JsonNode found = read.path(field.getKey());
            if (field.getValue().isObject()) {
                compare(name, before + field.getKey() + ".", field.getValue(), found);
            } else if (!field.getValue().equals(found)) {
                lines.add(name + " " + before + field.getKey() + ": " + found + " read, " + field.getValue()
                        + " expected");
            }
        });
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** A line for each field, and how many documents were compared. */
    List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        all.add(documents + " regression samples, " + lines.size() + " fields read otherwise");
        return all;
    }
}
