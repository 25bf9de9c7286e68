package org.gongbao.review;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A correction as a line of the journal. A later line of the same document and number stands instead of an earlier one,
 * which was never acknowledged.
 *
 * @param number of the correction among those of its document, from 0
 */
record CorrectionLine(int number, Correction correction) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String json() {
        Map<String, @Nullable Object> line = new HashMap<>();
        line.put("uid", correction.uid().value());
        line.put("number", number);
        line.put("field", correction.field());
        line.put("value", correction.value());
        line.put("person", correction.person());
        line.put("reason", correction.reason());
        line.put("at", correction.at());
        if (correction.place() != null) {
            line.put("place", correction.place());
        }
        return CanonicalJson.write(line);
    }

    static CorrectionLine parse(String json) {
        JsonNode line = JSON.readTree(json);
        JsonNode value = line.required("value");
        return new CorrectionLine(
                line.required("number").asInt(),
                new Correction(
                        new Uid(line.required("uid").asString()),
                        line.required("field").asString(),
                        value.isNull() ? null : value.asString(),
                        line.required("person").asString(),
                        line.required("reason").asString(),
                        Instant.parse(line.required("at").asString()),
                        line.has("place")
                                ? PlaceJson.read(line.required("place").toString())
                                : null));
    }
}
