package org.gongbao.quality;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads truths in the two forms in which people write them down: an expected record (the shape of a record; what it leaves
 * out is not judged), and a line of a gold file.
 */
final class Truths {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Fields of a gold line, and what they are in a record. */
    private static final Map<String, QualityField> GOLD = gold();

    private Truths() {}

    private static Map<String, QualityField> gold() {
        Map<String, QualityField> fields = new LinkedHashMap<>();
        fields.put("title", QualityField.TITLE);
        fields.put("enclosed", QualityField.ENCLOSED_TITLE);
        fields.put("docNumber", QualityField.DOCUMENT_NUMBER);
        fields.put("issuer", QualityField.ISSUERS);
        fields.put("issueDate", QualityField.ISSUED_ON);
        fields.put("publishDate", QualityField.PUBLISHED_ON);
        fields.put("effectiveDate", QualityField.EFFECTIVE_ON);
        fields.put("indexNumber", QualityField.INDEX_NUMBER);
        fields.put("openMode", QualityField.DISCLOSURE_MODE);
        fields.put("openTerm", QualityField.DISCLOSURE_TERM);
        fields.put("openScope", QualityField.DISCLOSURE_SCOPE);
        fields.put("addressees", QualityField.ADDRESSEES);
        fields.put("attachments", QualityField.ATTACHMENTS);
        fields.put("cites", QualityField.CITATIONS);
        fields.put("sections", QualityField.SECTION_COUNT);
        return fields;
    }

    /** The truth that an expected record tells of the document itself, its items apart. */
    static Truth expected(JsonNode expected) {
        Map<QualityField, Truth.Told> told = Truth.none();
        for (QualityField field : QualityField.values()) {
            if (field != QualityField.SECTION_COUNT && isTold(field, expected)) {
                told.put(field, Truth.Told.of(field, expected));
            }
        }
        return new Truth("", told, Set.of());
    }

    private static boolean isTold(QualityField field, JsonNode expected) {
        JsonNode value = expected;
        for (String part : field.path().split("\\.")) {
            value = value.path(part);
        }
        return !value.isMissingNode();
    }

    /** The truth of a line of a gold file; what is {@code notInFile} is not judged. */
    static Truth gold(JsonNode line) {
        Set<String> absent = new HashSet<>();
        line.path("notInFile").forEach(name -> absent.add(name.asString()));
        Map<QualityField, Truth.Told> told = Truth.none();
        GOLD.forEach((name, field) -> {
            if (line.has(name) && !absent.contains(name)) {
                told.put(field, told(field, line.path(name)));
            }
        });
        Set<String> notCited = new HashSet<>();
        Stream.concat(
                        Stream.of("docNumber", "title", "enclosed").map(line::path),
                        java.util.stream.StreamSupport.stream(
                                line.path("otherTitles").spliterator(), false))
                .filter(JsonNode::isString)
                .forEach(own -> Normalised.of(own.asString()).ifPresent(notCited::add));
        return new Truth("", told, notCited);
    }

    private static Truth.Told told(QualityField field, JsonNode value) {
        if (field == QualityField.SECTION_COUNT) {
            return new Truth.Told(Set.of(value.asString()), Set.of());
        }
        if (field == QualityField.CITATIONS) {
            return citations(value);
        }
        ObjectNode record = JSON.createObjectNode();
        String[] path = field.path().split("\\.");
        ObjectNode holder = path.length == 1 ? record : record.putObject(path[0]);
        holder.set(path[path.length - 1], value);
        return Truth.Told.of(field, record);
    }

    private static Truth.Told citations(JsonNode cites) {
        ObjectNode record = JSON.createObjectNode();
        for (JsonNode cite : cites) {
            ObjectNode citation = JSON.createObjectNode();
            citation.set("title", cite.path("title").isMissingNode() ? null : cite.path("title"));
            citation.set("documentNumber", cite.path("number").isMissingNode() ? null : cite.path("number"));
            record.withArray("citations").add(citation);
        }
        return Truth.Told.of(QualityField.CITATIONS, record);
    }
}
