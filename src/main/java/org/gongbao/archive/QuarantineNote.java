package org.gongbao.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of a file in quarantine; it is sealed with it.
 *
 * @param arrival as it came, with its name
 */
record QuarantineNote(Instant heldAt, Quarantine.Kind kind, String level, Arrival arrival) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    byte[] json() {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("heldAt", heldAt.toString());
        note.put("kind", kind.name());
        note.put("level", level);
        note.put("arrival", new String(ArrivalNote.write(arrival), StandardCharsets.UTF_8));
        return JSON.writeValueAsBytes(note);
    }

    static QuarantineNote read(byte[] json) throws IOException {
        try {
            JsonNode note = JSON.readTree(json);
            return new QuarantineNote(
                    Instant.parse(note.required("heldAt").asString()),
                    Quarantine.Kind.valueOf(note.required("kind").asString()),
                    note.required("level").asString(),
                    ArrivalNote.parse(note.required("arrival").asString().getBytes(StandardCharsets.UTF_8)));
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new IOException("it is not the note of a file in quarantine", e);
        }
    }
}
