package org.gongbao.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The description says what the lists take and give, in both languages, and nothing else. */
class OpenApiTest {

    private final OpenApi api = OpenApi.of(Map.of("uid", "0123456789abcdef", "agency", "990100-finance"));

    private JsonNode operation(String path) {
        return api.document().get("paths").get(path).get("get");
    }

    private List<String> parameters(JsonNode operation) {
        return StreamSupport.stream(operation.get("parameters").spliterator(), false)
                .map(api::resolved)
                .map(parameter -> parameter.get("name").asString())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aListTakesTheParametersThatAreDescribed(ApiList list) {
        assertThat(parameters(operation(list.path()))).containsExactlyInAnyOrderElementsOf(list.parameters());
    }

    @ParameterizedTest
    @EnumSource
    void anItemHasTheFieldsThatAreDescribed(ApiList list) {
        JsonNode items = operation(list.path()).at("/responses/200/content/application~1json/schema/properties/items");
        JsonNode schema = api.resolved(items.get("items"));
        Set<String> described = schema.get("properties").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(new TreeSet<>(list.fields()));
    }

    @Test
    void everythingIsSaidInBothLanguagesAndEveryReferenceLeadsSomewhere() {
        for (boolean isChinese : List.of(true, false)) {
            assertThat(ApiOperation.of(api, isChinese)).hasSize(7).allSatisfy(operation -> {
                assertThat(operation.summary()).isNotBlank();
                assertThat(operation.description()).isNotBlank();
                assertThat(operation.examples()).isNotEmpty();
                assertThat(operation.parameters())
                        .allSatisfy(
                                parameter -> assertThat(parameter.description()).isNotBlank());
            });
        }
        references(api.document());
    }

    private void references(JsonNode node) {
        if (node instanceof ObjectNode && node.path("$ref").isString()) {
            assertThat(api.resolved(node).isMissingNode())
                    .as(node.get("$ref").asString())
                    .isFalse();
        }
        node.forEach(this::references);
    }

    @Test
    void anExampleWithoutAValueIsLeftOut() {
        assertThat(new String(OpenApi.of(Map.of()).bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("\"{uid}\"", "\"{agency}\"");
        assertThat(new String(api.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"example\":\"0123456789abcdef\"", "\"example\":[\"990100-finance\"]");
    }
}
