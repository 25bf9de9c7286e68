package org.gongbao.quality;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text that was damaged on purpose (损坏副本).
 *
 * @param kind of damage
 */
public record DamagedCopy(String kind, String text) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * One copy of the document's text for each kind of damage that it can suffer, the plain text first. Issues, and what has
     * no number, give none: without pages and tables too little of them is left.
     *
     * @param expected the expected record with its text
     */
    public static List<DamagedCopy> of(String expected) {
        JsonNode record = JSON.readTree(expected);
        String text = record.path("text").asString("");
        if (text.isEmpty()
                || !record.path("items").isEmpty()
                || !record.path("documentNumber").isString()) {
            return List.of();
        }
        List<DamagedCopy> copies = new ArrayList<>();
        for (Damage damage : Damage.values()) {
            String damaged = damage.applyTo(text);
            if (damage == Damage.PLAIN || !damaged.equals(text)) {
                copies.add(new DamagedCopy(damage.kind(), damaged));
            }
        }
        return copies;
    }
}
