package org.gongbao.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongbao.publication.RecordJson;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.NamedAgencies;
import org.gongbao.record.RecordChanges;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts what people said of fields into a record: the value is theirs, the claims of the machine stay beside it. */
final class CorrectedRecord {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CorrectedRecord() {}

    /**
     * The record with the values of corrections.
     *
     * @param values the standing value of each corrected field, as JSON
     * @throws IllegalArgumentException where a value does not fit its field; the message says what came
     */
    static DocumentRecord of(DocumentRecord machine, Map<String, String> values) {
        if (values.isEmpty()) {
            return machine;
        }
        ObjectNode tree = (ObjectNode) JSON.readTree(CanonicalJson.write(machine));
        values.forEach((field, value) -> {
            if (!tree.has(field)) {
                throw new IllegalArgumentException("a record has no field " + field);
            }
            tree.set(field, parse(field, value));
        });
        DocumentRecord corrected = read(tree, values);
        DocumentRecord.Builder record = corrected.toBuilder();
        if (!values.containsKey("agencies")) {
            record.agencies(NamedAgencies.corrected(corrected));
        }
        values.forEach((field, value) -> claims(tree.get(field)).forEach(claim -> record.claim(field, claim)));
        RecordChanges.between(machine, corrected).stream()
                .map(RecordChanges.Change::field)
                .filter(values::containsKey)
                .map(field -> Finding.info(
                        "field.corrected", "a person corrected " + field + ", which is read otherwise by machine"))
                .forEach(record::finding);
        return record.build();
    }

    private static JsonNode parse(String field, String value) {
        try {
            return JSON.readTree(value);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "the value of " + field + " is " + value + ", expected JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static DocumentRecord read(ObjectNode tree, Map<String, String> values) {
        try {
            return RecordJson.read(tree);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the corrections " + values + " do not fit a record: " + e.getMessage(), e);
        }
    }

    /** One for a single value, one for each element of a list; none where the field was emptied. */
    private static List<Claim> claims(JsonNode value) {
        List<Claim> claims = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> claims.addAll(claims(element)));
        } else if (!value.isNull()) {
            String text = value.isString() ? value.asString() : value.toString();
            claims.add(new Claim(text, text, null, null, null, null, Correction.RULE, 1, false));
        }
        return claims;
    }
}
