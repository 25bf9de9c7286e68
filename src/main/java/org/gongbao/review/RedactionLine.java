package org.gongbao.review;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.gongbao.privacy.Redaction;
import org.gongbao.privacy.Treatment;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A decision on personal data as a line of the journal, or that one is taken back. A later line of the same document and
 * number stands instead of an earlier one, which was never acknowledged.
 *
 * @param number of the line among those of its document, from 0
 * @param isTakenBack whether what the redaction says no longer counts
 * @param digest of what the decision was made of, by the secret key
 */
record RedactionLine(Uid uid, int number, Redaction redaction, boolean isTakenBack, String digest, Instant at) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String json() {
        Map<String, @Nullable Object> line = new HashMap<>();
        line.put("uid", uid.value());
        line.put("number", number);
        line.put("kind", redaction.kind());
        line.put("start", redaction.start());
        line.put("end", redaction.end());
        line.put("treatment", redaction.treatment().code());
        line.put("takenBack", isTakenBack);
        line.put("ground", redaction.ground());
        line.put("person", redaction.person());
        line.put("note", redaction.note());
        line.put("byChiefEditor", redaction.byChiefEditor());
        line.put("digest", digest);
        line.put("at", at);
        return CanonicalJson.write(line);
    }

    static RedactionLine parse(String json) {
        JsonNode line = JSON.readTree(json);
        return new RedactionLine(
                new Uid(line.required("uid").asString()),
                line.required("number").asInt(),
                new Redaction(
                        line.required("kind").asString(),
                        line.required("start").asInt(),
                        line.required("end").asInt(),
                        Treatment.of(line.required("treatment").asString()),
                        line.required("ground").asString(),
                        line.required("person").asString(),
                        line.required("note").asString(),
                        line.required("byChiefEditor").asBoolean()),
                line.required("takenBack").asBoolean(),
                line.required("digest").asString(),
                Instant.parse(line.required("at").asString()));
    }

    /** The place that it is about, whatever was decided. */
    String place() {
        return redaction.kind() + " " + redaction.start() + " " + redaction.end();
    }
}
