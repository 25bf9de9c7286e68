package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongbao.access.ApiToken;
import org.gongbao.access.ApiTokens;
import org.gongbao.access.Role;
import org.gongbao.record.CanonicalJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Machines hand in over HTTP. */
class DepositTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String token = token(LiveDesk.DEPARTMENT);

    private static String token(String department) {
        return LiveDesk.get(ApiTokens.class)
                .issue(
                        LiveDesk.administrator(),
                        "公文系统",
                        department,
                        Set.of(ApiToken.Scope.values()),
                        Duration.ofDays(30));
    }

    private static String bundle(String text) {
        return CanonicalJson.write(Map.of(
                "disclosure", Map.of("mode", "proactive", "ground", 20),
                "reviewer", "审核人",
                "interpretation", Map.of("reasonNone", "事务性通知"),
                "reach", Map.of("page", true, "searchEngines", true, "openData", "unconditional"),
                "files",
                        List.of(Map.of(
                                "name",
                                "通知.txt",
                                "role",
                                "main",
                                "content",
                                Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))))));
    }

    private HttpResponse<String> deposit(String body, String... headers) {
        HttpRequest.Builder request = Browser.request("/api/v1/submissions")
                .setHeader("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return new Browser().send(request);
    }

    private static HttpResponse<String> status(String location, String token) {
        return new Browser()
                .send(Browser.request(location)
                        .setHeader("Accept", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .GET());
    }

    @Test
    void aBundleIsTakenAtOnceAndItsStatusTellsWhatWasUnderstood() throws Exception {
        HttpResponse<String> taken = deposit(bundle(Papers.notice(61)));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        String location = taken.headers().firstValue("Location").orElseThrow();

        JsonNode status = JSON.readTree(status(location, token).body());
        for (int tries = 0; !status.required("complete").asBoolean(); tries++) {
            assertThat(tries).isLessThan(300);
            Thread.sleep(100);
            status = JSON.readTree(status(location, token).body());
        }

        assertThat(status.required("state").asString()).isEqualTo("in-department");
        JsonNode file = status.required("files").get(0);
        assertThat(file.required("documentNumber").asString()).isEqualTo("云发改〔2024〕61号");
        assertThat(file.required("address").isNull()).isTrue();
        assertThat(status.required("problems").isEmpty()).as(status.toString()).isTrue();
        assertThat(LiveDesk.signedIn(Role.DEPARTMENT_APPROVER)
                        .page("/desk?queue=waiting")
                        .text())
                .contains("关于做好第61批节能改造工作的通知");
    }

    @Test
    void aDocumentThatDoesNotSayItsModeTakesTheOneOfTheBundle() throws Exception {
        String location = deposit(bundle(Papers.notice(68).replace("（此件主动公开）", "")))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Browser approver = LiveDesk.signedIn(Role.DEPARTMENT_APPROVER);
        String page = "/desk" + location.replaceFirst(".*/api/v1", "");

        String mode = "";
        for (int tries = 0; !mode.contains("主动公开"); tries++) {
            assertThat(tries).as(mode).isLessThan(200);
            Thread.sleep(100);
            var link = approver.page(page).selectFirst("a[href*=/documents/]");
            mode = link == null
                    ? ""
                    : approver.page(link.attr("href"))
                            .select("[id=field-disclosure.mode]")
                            .text();
        }
        assertThat(mode).contains("人工更正", "报送说明");
    }

    @Test
    void anotherDepartmentLearnsNothingOfIt() {
        String location = deposit(bundle(Papers.notice(62)))
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(status(location, token("云州市教育局")).statusCode()).isEqualTo(404);
        assertThat(status("/api/v1/submissions/" + "0".repeat(16), token).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theSameRequestSixteenTimesAtOnceIsOneSubmission() throws Exception {
        String body = bundle(Papers.notice(63));
        List<Callable<String>> requests = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            requests.add(() -> {
                HttpResponse<String> answer = deposit(body, "Idempotency-Key", "notice-63");
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
                return answer.headers().firstValue("Location").orElseThrow();
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<String> locations = new ArrayList<>();
        try {
            for (Future<String> answer : threads.invokeAll(requests)) {
                locations.add(answer.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(locations.stream().distinct()).hasSize(1);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        HttpResponse<String> refused = deposit(
                "{\"disclosure\":{\"mode\":\"perhaps\"},\"files\":[{\"name\":\"../a.txt\",\"role\":\"main\"}]}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problems = JSON.readTree(refused.body()).required("problems");
        assertThat(problems.size()).isGreaterThan(3);
        List<String> pointers = new ArrayList<>();
        problems.forEach(problem -> pointers.add(problem.required("pointer").asString()));
        assertThat(pointers).contains("/disclosure/mode", "/files/0/name");
        problems.forEach(
                problem -> assertThat(problem.required("message").asString()).isNotBlank());
    }
}
