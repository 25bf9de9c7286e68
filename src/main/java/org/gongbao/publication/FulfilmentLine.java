package org.gongbao.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.gongbao.publication.Fulfilment.Evidence;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Evidence of fulfilment as a line of the journal. A later line of the same evidence stands instead of an earlier one. */
final class FulfilmentLine {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FulfilmentLine() {}

    static String json(Fulfilment fulfilment) {
        Map<String, @Nullable Object> line = new HashMap<>();
        line.put("id", fulfilment.id());
        line.put("duty", fulfilment.duty());
        line.put("uid", fulfilment.uid().value());
        if (fulfilment.evidence() instanceof Evidence.Here here) {
            line.put("target", here.target().value());
        } else if (fulfilment.evidence() instanceof Evidence.Elsewhere elsewhere) {
            line.put("address", elsewhere.address());
            line.put("title", elsewhere.title());
            line.put("dated", elsewhere.dated().toString());
        }
        line.put("person", fulfilment.by());
        line.put("at", fulfilment.at());
        if (fulfilment.isRevoked()) {
            line.put("revokedBy", fulfilment.revokedBy());
            line.put("revokedAt", fulfilment.revokedAt());
        }
        return CanonicalJson.write(line);
    }

    static Fulfilment parse(String json) {
        JsonNode line = JSON.readTree(json);
        Evidence evidence = line.has("target")
                ? new Evidence.Here(new Uid(line.required("target").asString()))
                : new Evidence.Elsewhere(
                        line.required("address").asString(),
                        line.required("title").asString(),
                        LocalDate.parse(line.required("dated").asString()));
        boolean isRevoked = line.has("revokedAt");
        return new Fulfilment(
                line.required("id").asString(),
                line.required("duty").asString(),
                new Uid(line.required("uid").asString()),
                evidence,
                line.required("person").asString(),
                Instant.parse(line.required("at").asString()),
                isRevoked ? line.required("revokedBy").asString() : null,
                isRevoked ? Instant.parse(line.required("revokedAt").asString()) : null);
    }
}
