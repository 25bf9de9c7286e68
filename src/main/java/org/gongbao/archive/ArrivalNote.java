package org.gongbao.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An arrival as a JSON file beside its original in OCFL, so that receipts survive the loss of the database. */
final class ArrivalNote {

    static final String FOLDER = "arrivals/";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ArrivalNote() {}

    /** Its name in the object. */
    static String name(String receipt) {
        return FOLDER + receipt + ".json";
    }

    static byte[] write(Arrival arrival) {
        Map<String, @Nullable Object> note = new LinkedHashMap<>();
        note.put("receipt", arrival.receipt());
        note.put("at", arrival.at().toString());
        note.put("name", arrival.name());
        note.put("sha256", arrival.sha256());
        note.put("bytes", arrival.bytes());
        note.put("claimed", arrival.claimed());
        return JSON.writeValueAsBytes(note);
    }

    static Arrival read(Path file) throws IOException {
        try {
            return parse(Files.readAllBytes(file));
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new IOException(file + " is not the note of an arrival: " + e.getMessage(), e);
        }
    }

    static Arrival parse(byte[] json) {
        JsonNode note = JSON.readTree(json);
        JsonNode claimed = note.required("claimed");
        return new Arrival(
                note.required("receipt").asString(),
                Instant.parse(note.required("at").asString()),
                note.required("name").asString(),
                note.required("sha256").asString(),
                note.required("bytes").asLong(),
                claimed.isNull() ? null : claimed.asString());
    }
}
