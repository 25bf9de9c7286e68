package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.gongbao.SampleProgram.Shared;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Model Context Protocol, spoken by the client of the library itself over the samples. */
@ExtendWith(SampleProgram.class)
@Timeout(600)
class McpTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningProgram program;
    private McpSyncClient client;

    McpTest(Shared shared) {
        this.program = shared.program();
    }

    @BeforeEach
    void connect() {
        client = McpClient.sync(HttpClientStreamableHttpTransport.builder(
                                program.address("").toString())
                        .endpoint("/mcp")
                        .jsonMapper(new JacksonMcpJsonMapper(JSON))
                        .build())
                .jsonSchemaValidator((schema, value) -> ValidationResponse.asValid(null))
                .build();
        client.initialize();
    }

    @AfterEach
    void close() {
        client.closeGracefully();
    }

    private CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(new CallToolRequest(tool, arguments));
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().get(0)).text();
    }

    private JsonNode answer(String tool, Map<String, Object> arguments) {
        CallToolResult result = call(tool, arguments);
        assertThat(result.isError()).as(text(result)).isFalse();
        JsonNode value = JSON.valueToTree(result.structuredContent());
        assertThat(JSON.readTree(text(result))).isEqualTo(value);
        return value;
    }

    @Test
    void theToolsAreListedAndChangeNothing() {
        assertThat(client.listTools().tools())
                .extracting(Tool::name)
                .containsExactlyInAnyOrder("search", "fetch", "duties");
        assertThat(client.listTools().tools()).allSatisfy(tool -> {
            assertThat(tool.annotations().readOnlyHint()).isTrue();
            assertThat(tool.description()).isNotBlank();
        });
        assertThat(client.getServerInstructions()).contains("open data");
    }

    @Test
    void whatIsFoundCanBeReadAndAQuoteVerified() throws Exception {
        JsonNode found = answer("search", Map.of("query", "数据开放", "limit", 5));
        assertThat(found.get("total").asInt()).isPositive();
        JsonNode first = found.get("results").get(0);
        String id = first.get("id").asString();
        String text = program.text("/doc/" + id + ".txt");
        int[] points = text.codePoints().toArray();

        JsonNode part = answer("fetch", Map.of("id", first.get("url").asString(), "start", 5, "length", 30));
        assertThat(part.get("text").asString()).isEqualTo(new String(points, 5, 30));
        assertThat(part.get("textLength").asInt()).isEqualTo(points.length);
        assertThat(part.get("textSha256").asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))));
        assertThat(program.ask("/doc/" + id + "/proof").statusCode()).isEqualTo(200);

        String quote = new String(points, 10, 12).strip();
        JsonNode place =
                answer("fetch", Map.of("id", id, "quote", quote)).get("quotes").get(0);
        int start = place.get("start").asInt();
        assertThat(new String(points, start, place.get("end").asInt() - start)).isEqualTo(quote);
        assertThat(answer("fetch", Map.of("id", id, "quote", "此句不在文中")).get("quotes"))
                .isEmpty();
    }

    @Test
    void passagesStandWhereTheySay() {
        JsonNode found = answer("search", Map.of("query", "数据", "limit", 20));
        int checked = 0;
        for (JsonNode result : found.get("results")) {
            int[] points = program.text("/doc/" + result.get("id").asString() + ".txt")
                    .codePoints()
                    .toArray();
            for (JsonNode passage : result.get("passages")) {
                if (!passage.get("start").isNull()) {
                    int start = passage.get("start").asInt();
                    assertThat(new String(points, start, passage.get("end").asInt() - start).replaceAll("\\s", ""))
                            .isEqualTo(passage.get("text").asString().replaceAll("\\s", ""));
                    checked++;
                }
            }
        }
        assertThat(checked).isPositive();
    }

    @Test
    void dutiesGoOnByCursorAndHaveTheWordsOfTheDocument() {
        JsonNode first = answer("duties", Map.of("from", "2024-01-01", "to", "2024-12-31", "limit", 1));
        assertThat(first.get("total").asInt()).isGreaterThan(1);
        JsonNode second = answer(
                "duties",
                Map.of(
                        "from",
                        "2024-01-01",
                        "to",
                        "2024-12-31",
                        "limit",
                        1,
                        "cursor",
                        first.get("next").asString()));
        assertThat(second.get("duties").get(0)).isNotEqualTo(first.get("duties").get(0));
        assertThat(first.get("duties").get(0).get("document").get("id").asString())
                .startsWith("/id/doc/");
        assertThat(first.get("duties").get(0).has("quote")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "search, colour, red, no argument colour",
        "search, limit, x, query is missing",
        "fetch, id, nothing, no identifier",
        "fetch, id, 0000000000000000, no document",
        "duties, from, May, expected a day",
        "duties, limit, 1000, whole number",
        "duties, cursor, x, cursor",
    })
    void aCallThatCannotBeAnsweredSaysWhatWasExpected(String tool, String name, String value, String expected) {
        CallToolResult result = call(tool, Map.of(name, value));
        assertThat(result.isError()).isTrue();
        assertThat(text(result)).contains(expected);
    }

    private HttpResponse<String> post(String... headers) throws Exception {
        return send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}", headers);
    }

    private HttpResponse<String> send(String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(program.address("/mcp"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        RunningProgram.BASE + ", 200",
        "HTTP://LOCALHOST:8080, 200",
        "https://localhost:8080, 403",
        "http://localhost, 403",
        "http://localhost:8080.evil.example, 403",
        "https://evil.example, 403",
        "null, 403",
    })
    void aPageOfAnotherSiteIsRefused(String origin, int status) throws Exception {
        HttpResponse<String> answer = post("Origin", origin);
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 403) {
            JsonNode problem = JSON.readTree(answer.body());
            assertThat(problem.get("type").asString()).endsWith("/problems/mcp-origin");
            assertThat(problem.get("detail").asString()).contains(origin);
            assertThat(program.ask("/problems/mcp-origin").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aNameThatLeadsHereDoesNotLetItsOwnPageIn() throws Exception {
        HttpResponse<String> answer = post("Origin", program.address("").toString());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"2025-03-26, 200", "2025-06-18, 200", "2025-11-25, 200", "2000-01-01, 400", "2099-01-01, 400", "x, 400"
    })
    void aVersionOfTheProtocolThatIsNotSpokenIsRefused(String version, int status) throws Exception {
        HttpResponse<String> answer = post("MCP-Protocol-Version", version);
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 400) {
            assertThat(JSON.readTree(answer.body()).get("detail").asString()).contains(version, "2025-11-25");
        }
    }

    @Test
    void aProgramThatSaysNeitherIsAnswered() throws Exception {
        assertThat(post().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{bad", "", "[]", "{\"jsonrpc\":\"2.0\"}"})
    void whatIsNoMessageIsAnsweredByAnErrorOfTheProtocolAlone(String body) throws Exception {
        HttpResponse<String> answer = send(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode error = JSON.readTree(answer.body());
        assertThat(error.propertyNames()).containsExactlyInAnyOrder("jsonrpc", "id", "error");
        assertThat(error.at("/error/code").asInt()).isNegative();
        assertThat(answer.body()).doesNotContain("stackTrace", "io.modelcontextprotocol");
    }
}
