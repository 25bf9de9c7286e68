package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gongbao.SampleProgram.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The interface for programs does what its description says, over the samples. */
@ExtendWith(SampleProgram.class)
@Timeout(600)
class ApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> LISTS = List.of("documents", "agencies", "duties", "citations", "events");

    private final Shared shared;
    private final RunningProgram program;

    ApiTest(Shared shared) {
        this.shared = shared;
        this.program = shared.program();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode problem(String path, int status) {
        HttpResponse<byte[]> answer = program.ask(path, "Accept", "text/html,*/*;q=0.1", "Accept-Language", "en");
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        return JSON.readTree(answer.body());
    }

    /** A request and where the description has the schema of its answer. */
    private record Example(String path, String schema) {}

    private static List<Example> examples(JsonNode api) {
        List<Example> examples = new ArrayList<>();
        api.get("paths").properties().forEach(each -> {
            String at = "/paths/" + each.getKey().replace("/", "~1")
                    + "/get/responses/200/content/application~1json/schema";
            String path = each.getKey();
            Map<String, String> asked = new LinkedHashMap<>();
            for (JsonNode one : each.getValue().get("get").get("parameters")) {
                JsonNode parameter =
                        one.has("$ref") ? api.at(one.get("$ref").asString().substring(1)) : one;
                JsonNode example = parameter.path("example");
                String value = (example.isArray() ? example.get(0) : example).asString("");
                if (parameter.get("in").asString().equals("path")) {
                    path = path.replace("{" + parameter.get("name").asString() + "}", encoded(value));
                } else if (!value.isEmpty()) {
                    asked.put(parameter.get("name").asString(), value);
                }
            }
            examples.add(new Example(path, at));
            for (Map.Entry<String, String> parameter : asked.entrySet()) {
                examples.add(new Example(path + "?" + parameter.getKey() + "=" + encoded(parameter.getValue()), at));
            }
        });
        return examples;
    }

    @Test
    void everyExampleOfTheDescriptionIsAnsweredAsItsSchemaSays() {
        HttpResponse<byte[]> described = program.ask("/openapi.json");
        assertThat(header(described, "Content-Type")).startsWith("application/vnd.oai.openapi+json");
        JsonNode api = JSON.readTree(described.body());
        assertThat(api.get("openapi").asString()).startsWith("3.1.");
        List<Example> examples = examples(api);
        assertThat(examples).hasSizeGreaterThan(35);
        for (Example example : examples) {
            ObjectNode schema = JSON.createObjectNode();
            schema.put("$ref", "#" + example.schema());
            schema.set("paths", api.get("paths"));
            schema.set("components", api.get("components"));
            Schema judge = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.writeValueAsString(schema), InputFormat.JSON);
            String answer = program.text(example.path());
            assertThat(judge.validate(answer, InputFormat.JSON))
                    .as(example.path())
                    .isEmpty();
        }
    }

    @Test
    void theWholeRecordsOfAllDocumentsAreAsTheSchemaSays() {
        JsonNode api = program.json("/openapi.json");
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$ref", "#/components/schemas/Document");
        schema.set("components", api.get("components"));
        Schema judge = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.writeValueAsString(schema), InputFormat.JSON);
        for (JsonNode item : all("/api/v1/documents?limit=200", new ArrayList<>())) {
            String path = "/api/v1/documents/" + item.get("uid").asString();
            assertThat(judge.validate(program.text(path), InputFormat.JSON))
                    .as(path)
                    .isEmpty();
        }
    }

    /** All items of a list, from page to page. */
    private List<JsonNode> all(String path, List<JsonNode> items) {
        long total = -1;
        for (String next = path; next != null; ) {
            JsonNode page = program.json(next);
            total = page.get("total").asLong();
            page.get("items").forEach(items::add);
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        assertThat(items).as(path).hasSize((int) total);
        return items;
    }

    @ParameterizedTest
    @ValueSource(strings = {"documents", "agencies", "duties", "citations", "events"})
    void allPartsTogetherAreTheWholeListAndNothingComesTwice(String list) {
        List<JsonNode> whole = all("/api/v1/" + list + "?limit=200", new ArrayList<>());
        List<JsonNode> parts = all("/api/v1/" + list + "?limit=1", new ArrayList<>());
        assertThat(parts).isEqualTo(whole).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void aFilterHoldsOnEveryPart() {
        String agency =
                program.json("/api/v1/agencies").get("items").get(0).get("id").asString();
        List<JsonNode> ofAgency =
                all("/api/v1/documents?limit=1&agency=" + agency + "&fields=agencies", new ArrayList<>());
        assertThat(ofAgency)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.get("agencies").toString()).contains(agency));
    }

    @Test
    void onlyTheWantedFieldsCome() {
        JsonNode item = program.json("/api/v1/documents?limit=1&fields=title,issuedOn")
                .get("items")
                .get(0);
        assertThat(new TreeSet<>(item.propertyNames())).containsExactly("id", "issuedOn", "title");
        for (String list : LISTS) {
            JsonNode sparse = program.json("/api/v1/" + list + "?limit=1&fields=id")
                    .get("items")
                    .get(0);
            assertThat(sparse.propertyNames()).containsExactly("id");
        }
    }

    @Test
    void everyIdentifierAnswers() {
        for (String list : LISTS) {
            JsonNode item =
                    program.json("/api/v1/" + list + "?limit=1").get("items").get(0);
            for (String name : List.of("id", "uri", "document", "documents", "citing", "cited", "stub")) {
                String address = item.path(name).isString() ? item.get(name).asString() : "";
                if (address.contains("/")) {
                    assertThat(program.ask(address.replace(RunningProgram.BASE, "")
                                            .replaceFirst("#.*", ""))
                                    .statusCode())
                            .as(list + " " + address)
                            .isIn(200, 303);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/documents?colour=red      | unknown-parameter  | colour     | inForceOn",
                "/api/v1/documents?page=2          | unknown-parameter  | page       | cursor",
                "/api/v1/documents/UID?q=x         | unknown-parameter  | q          | fields",
                "/api/v1/events?uid=x              | unknown-parameter  | uid        | document",
                "/api/v1/documents?fields=colour   | unknown-field      | colour     | title",
                "/api/v1/documents?limit=201       | limit              | 201        | 200",
                "/api/v1/duties?limit=x            | limit              | x          | 200",
                "/api/v1/documents?sort=up         | sort               | up         | newest",
                "/api/v1/documents?inForceOn=May   | date               | May        | 2023-05-18",
                "/api/v1/documents?cursor=x        | cursor             | x          | next",
                "/api/v1/duties?cursor=x           | cursor             | x          | next",
                "/api/v1/citations?cursor=x        | cursor             | x          | next",
                "/api/v1/events?cursor=x           | cursor             | x          | next",
                "/api/v1/events?event=lost         | duties.choice      | lost       | withdrawn",
                "/api/v1/events?from=yesterday     | moment             | yesterday  | 2023-05-18",
                "/api/v1/citations?citing=x        | duties.document    | x          | identifier",
                "/api/v1/events?sort=newest&sort=x | repeated-parameter | sort       | once",
            })
    void aRefusalSaysWhatCameAndWhatWasExpectedUnderATypeThatAnswers(
            String path, String type, String came, String expected) {
        String uid = String.valueOf(shared.published().get(0).uid());
        JsonNode problem = problem(path.replace("UID", uid), 400);
        assertThat(problem.get("type").asString()).isEqualTo(RunningProgram.BASE + "/problems/" + type);
        assertThat(problem.get("detail").asString()).contains(came).contains(expected);
        assertThat(program.text(URI.create(problem.get("type").asString()).getPath()))
                .contains("<h1");
    }

    @Test
    void whatIsNotThereIsSaidAsAProblemToo() {
        assertThat(problem("/api/v1/documents/0000000000000000", 404)
                        .get("type")
                        .asString())
                .endsWith("/problems/not-found");
        assertThat(problem("/api/v1/agencies/nobody", 404).get("status").asInt())
                .isEqualTo(404);
        assertThat(problem("/api/v1/colours", 404).get("title").asString()).isNotEmpty();
        assertThat(program.ask("/problems/no-such-kind").statusCode()).isEqualTo(404);
    }

    @Test
    void whoHasAnAnswerAlreadyGetsNoneAgainAndEverybodyIsToldTheLimits() {
        for (String list : LISTS) {
            HttpResponse<byte[]> first = program.ask("/api/v1/" + list);
            String tag = header(first, "ETag");
            assertThat(tag).matches("\"[0-9a-f]{32}\"");
            HttpResponse<byte[]> again = program.ask("/api/v1/" + list, "If-None-Match", tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(header(first, "Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(header(first, "RateLimit-Policy")).matches("\"reader\";q=\\d+;w=\\d+");
            assertThat(header(first, "RateLimit")).matches("\"reader\";r=\\d+;t=\\d+");
        }
    }

    @Test
    void aPartOfAListHasJustTheHeadersThatAreDescribed() {
        JsonNode api = program.json("/openapi.json");
        for (String list : LISTS) {
            List<String> described = new ArrayList<>(api.at("/paths/~1api~1v1~1" + list + "/get/responses/200/headers")
                    .propertyNames());
            HttpResponse<byte[]> answer = program.ask("/api/v1/" + list + "?limit=1");
            assertThat(described)
                    .as(list)
                    .allSatisfy(name -> assertThat(header(answer, name)).isNotEmpty());
            List<String> own = List.of("etag", "link", "ratelimit", "ratelimit-policy");
            assertThat(answer.headers().map().keySet().stream().filter(own::contains))
                    .as(list)
                    .hasSameSizeAs(described);
        }
    }

    @Test
    void handingInStaysApart() {
        assertThat(program.ask("/api/v1/submissions/1").statusCode()).isEqualTo(401);
        assertThat(program.json("/openapi.json").get("paths").toString()).doesNotContain("submissions");
    }
}
