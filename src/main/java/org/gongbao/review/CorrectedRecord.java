package org.gongbao.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongbao.publication.RecordJson;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.NamedAgencies;
import org.gongbao.record.Place;
import org.gongbao.record.RecordChanges;
import org.jspecify.annotations.Nullable;
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
     * @param standing what was said of each corrected field, its value as JSON
     * @throws IllegalArgumentException where a value does not fit its field; the message says what came
     */
    static DocumentRecord of(DocumentRecord machine, Map<String, Correction> standing) {
        if (standing.isEmpty()) {
            return machine;
        }
        Map<String, String> values = new LinkedHashMap<>();
        standing.forEach((field, said) -> values.put(field, Objects.requireNonNull(said.value())));
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
        standing.forEach((field, said) -> claim(record, field, tree.get(field), said.place(), machine));
        RecordChanges.between(machine, corrected).stream()
                .map(RecordChanges.Change::field)
                .filter(values::containsKey)
                .map(field -> Finding.info(
                        "field.corrected", "a person corrected " + field + ", which is read otherwise by machine"))
                .forEach(record::finding);
        return record.build();
    }

    /** Of the attributes of disclosure each is claimed by its own name, where a person says another than the machine. */
    private static void claim(
            DocumentRecord.Builder record,
            String field,
            JsonNode value,
            @Nullable Place place,
            DocumentRecord machine) {
        if (!field.equals("disclosure")) {
            claims(value, place, machine.text()).forEach(claim -> record.claim(field, claim));
            return;
        }
        JsonNode before = JSON.readTree(CanonicalJson.write(machine.disclosure()));
        value.propertyStream()
                .filter(each -> !each.getValue().equals(before.path(each.getKey())))
                .forEach(each -> claims(each.getValue(), place, machine.text())
                        .forEach(claim -> record.claim(field + "." + each.getKey(), claim)));
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
    private static List<Claim> claims(JsonNode value, @Nullable Place place, String text) {
        List<Claim> claims = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> claims.addAll(claims(element, place, text)));
        } else if (!value.isNull()) {
            String words = value.isString() ? value.asString() : value.toString();
            claims.add(claim(words, place, place == null ? null : startOf(words, text)));
        }
        return claims;
    }

    private static Claim claim(String words, @Nullable Place place, @Nullable Integer start) {
        return new Claim(
                words,
                words,
                place == null ? null : place.page(),
                place == null ? null : place.box(),
                start,
                start == null ? null : Integer.valueOf(start + words.codePointCount(0, words.length())),
                Correction.RULE,
                1,
                false);
    }

    /** In code points; null where the words are not in the text, or stand there more than once. */
    private static @Nullable Integer startOf(String words, String text) {
        int at = words.isEmpty() ? -1 : text.indexOf(words);
        return at < 0 || text.indexOf(words, at + 1) >= 0 ? null : Integer.valueOf(text.codePointCount(0, at));
    }
}
