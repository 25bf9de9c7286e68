package org.gongbao.review;

import java.util.HashMap;
import java.util.Map;
import org.gongbao.record.CanonicalJson;
import org.gongbao.review.Statement.Interpretation;
import org.gongbao.review.Statement.Mode;
import org.gongbao.review.Statement.Openness;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A statement as JSON, as the database keeps it. */
final class StatementJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StatementJson() {}

    static String write(Statement statement) {
        Map<String, @Nullable Object> json = new HashMap<>();
        json.put("mode", name(statement.mode()));
        json.put("article", statement.article());
        json.put("groundNote", statement.groundNote());
        json.put("reviewer", statement.reviewer());
        json.put("interpretation", name(statement.interpretation()));
        json.put("interpretedBy", statement.interpretedBy());
        json.put("noInterpretation", statement.noInterpretation());
        json.put("reach", statement.reach().name());
        json.put("openness", statement.openness().name());
        return CanonicalJson.write(json);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    static Statement read(String text) {
        JsonNode json = JSON.readTree(text);
        JsonNode mode = json.required("mode");
        JsonNode article = json.required("article");
        JsonNode interpretation = json.required("interpretation");
        return new Statement(
                mode.isNull() ? null : Mode.valueOf(mode.asString()),
                article.isNull() ? null : Integer.valueOf(article.asInt()),
                json.required("groundNote").asString(),
                json.required("reviewer").asString(),
                interpretation.isNull() ? null : Interpretation.valueOf(interpretation.asString()),
                json.required("interpretedBy").asString(),
                json.required("noInterpretation").asString(),
                Reach.valueOf(json.required("reach").asString()),
                Openness.valueOf(json.required("openness").asString()));
    }
}
