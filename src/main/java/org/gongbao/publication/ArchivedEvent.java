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
 * @param leaf the leaf's exact text
 * @param packageVersion version of the package's object in the archive
 * @param reason public reason of a withdrawal
 */
record ArchivedEvent(
        LogEvent event,
        String leaf,
        int packageVersion,
        @Nullable String reason) {

    static ArchivedEvent of(LogStore.Entry entry) {
        return new ArchivedEvent(entry.event(), entry.leaf(), entry.packageVersion(), entry.reason());
    }

    /** One line without a line break. */
    String line() {
        Map<String, Object> line = new TreeMap<>();
        line.put("leaf", leaf);
        line.put("package", packageVersion);
        if (reason != null) {
            line.put("reason", reason);
        }
        return CanonicalJson.write(line);
    }

    static ArchivedEvent parse(String line) {
        try {
            JsonNode json = JsonMapper.shared().readTree(line);
            String leaf = json.path("leaf").asString();
            JsonNode reason = json.get("reason");
            return new ArchivedEvent(
                    event(JsonMapper.shared().readTree(leaf)),
                    leaf,
                    json.path("package").asInt(),
                    reason == null ? null : reason.asString());
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not an event of the archive's log: " + line, e);
        }
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
