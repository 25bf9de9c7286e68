package org.gongbao.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gongbao.record.CanonicalJson;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry of the audit trail.
 *
 * @param number its place, from 1
 * @param previous hash of the entry before
 * @param hash SHA-256 of the canonical JSON of all other values
 */
public record TrailEntry(
        long number,
        Instant at,
        String actor,
        String action,
        String object,
        SortedMap<String, String> details,
        String previous,
        String hash) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static TrailEntry of(
            long number,
            Instant at,
            String actor,
            String action,
            String object,
            SortedMap<String, String> details,
            String previous) {
        TrailEntry entry = new TrailEntry(number, at, actor, action, object, details, previous, "");
        return new TrailEntry(number, at, actor, action, object, details, previous, entry.computed());
    }

    static TrailEntry of(ResultSet row, int index) throws SQLException {
        return new TrailEntry(
                row.getLong("number"),
                Instant.parse(row.getString("at")),
                row.getString("actor"),
                row.getString("action"),
                row.getString("object"),
                JSON.readValue(row.getString("details"), new TypeReference<TreeMap<String, String>>() {}),
                row.getString("previous"),
                row.getString("hash"));
    }

    boolean isWhole() {
        return hash.equals(computed());
    }

    private String computed() {
        Map<String, Object> values = values();
        values.remove("hash");
        return Secrets.sha256(CanonicalJson.bytes(values));
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("number", number);
        values.put("at", at.toString());
        values.put("actor", actor);
        values.put("action", action);
        values.put("object", object);
        values.put("details", details);
        values.put("previous", previous);
        values.put("hash", hash);
        return values;
    }

    /** As one line of an export, from which anybody can compute the hash again. */
    public String json() {
        return CanonicalJson.write(values());
    }
}
