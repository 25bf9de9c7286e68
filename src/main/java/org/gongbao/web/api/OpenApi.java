package org.gongbao.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of {@code /api/v1} (OpenAPI 3.1), as {@code ontology/openapi.json} has it. Of a document's record the one schema of
 * {@code ontology/} is put in, and examples that need a document or an agency get one of this store.
 */
final class OpenApi {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SCHEMAS = "#/components/schemas/";

    private final ObjectNode document;

    private OpenApi(ObjectNode document) {
        this.document = document;
    }

    /** @param examples what to put for {@code {uid}} and {@code {agency}}; examples without a value are left out */
    static OpenApi of(Map<String, String> examples) {
        ObjectNode document = read("/ontology/openapi.json");
        ObjectNode record = read("/ontology/record.schema.json");
        ObjectNode schemas = (ObjectNode) document.get("components").get("schemas");
        ObjectNode parts = (ObjectNode) record.get("$defs");
        parts.properties().forEach(part -> schemas.set("Record." + part.getKey(), part.getValue()));
        record.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> key.startsWith("$"))
                .toList()
                .forEach(record::remove);
        schemas.set("Record", record);
        ObjectNode properties = (ObjectNode) schemas.get("Document").get("properties");
        record.get("properties")
                .properties()
                .forEach(property ->
                        properties.set(property.getKey(), property.getValue().deepCopy()));
        point(schemas);
        fill(document, examples);
        return new OpenApi(document);
    }

    private static ObjectNode read(String name) {
        try (InputStream in = OpenApi.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** References into the record's schema lead to where its parts are now. */
    private static void point(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").isString()) {
            String to = object.get("$ref").asString();
            if (to.equals("#")) {
                object.put("$ref", SCHEMAS + "Record");
            } else if (to.startsWith("#/$defs/")) {
                object.put("$ref", SCHEMAS + "Record." + to.substring("#/$defs/".length()));
            }
        }
        node.forEach(OpenApi::point);
    }

    private static void fill(JsonNode node, Map<String, String> examples) {
        if (node instanceof ObjectNode object && object.has("example")) {
            JsonNode example = object.get("example");
            String text = (example instanceof ArrayNode several ? several.get(0) : example).asString("");
            if (text.startsWith("{")) {
                @Nullable String value = examples.get(text.substring(1, text.length() - 1));
                if (value == null) {
                    object.remove("example");
                } else if (example instanceof ArrayNode) {
                    object.putArray("example").add(value);
                } else {
                    object.put("example", value);
                }
            }
        }
        Iterator<JsonNode> parts = List.copyOf(node.values()).iterator();
        parts.forEachRemaining(part -> fill(part, examples));
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(document);
    }

    JsonNode document() {
        return document;
    }

    /** What a reference within the document leads to. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }
}
