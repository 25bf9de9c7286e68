package org.gongbao.publication;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event of the log as a line of the archive.
 *
 * @param entry the leaf's exact text, and what the register keeps beside it
 */
record ArchivedEvent(LogStore.Entry entry) {

    LogEvent event() {
        return entry.event();
    }

    /** One line without a line break. */
    String line() {
        Map<String, Object> line = new TreeMap<>();
        line.put("leaf", entry.leaf());
        line.put("package", entry.packageVersion());
        if (entry.reason() != null) {
            line.put("reason", entry.reason());
        }
        IndexNumber number = entry.number();
        if (number != null) {
            line.put("indexNumber", number);
        }
        if (entry.withdrawsEarlier()) {
            line.put("withdrawsEarlier", true);
        }
        return CanonicalJson.write(line);
    }

    static ArchivedEvent parse(String line) {
        try {
            JsonNode json = JsonMapper.shared().readTree(line);
            String leaf = json.path("leaf").asString();
            JsonNode reason = json.get("reason");
            return new ArchivedEvent(new LogStore.Entry(
                    event(JsonMapper.shared().readTree(leaf)),
                    leaf,
                    json.path("package").asInt(),
                    reason == null ? null : reason.asString(),
                    number(json.get("indexNumber")),
                    json.path("withdrawsEarlier").asBoolean(false)));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not an event of the archive's log: " + line, e);
        }
    }

    private static @Nullable IndexNumber number(@Nullable JsonNode json) {
        return json == null
                ? null
                : new IndexNumber(
                        json.path("series").asString(), json.path("serial").asLong());
    }

    private static LogEvent event(JsonNode leaf) {
        return new LogEvent(
                leaf.path("seq").asLong(),
                Instant.parse(leaf.path("time").asString()),
                LogEvent.Type.of(leaf.path("event").asString()),
                new Uid(leaf.path("uid").asString()),
                leaf.path("version").asInt(),
                leaf.path("sha256").asString(),
                leaf.path("sm3").asString());
    }
}
