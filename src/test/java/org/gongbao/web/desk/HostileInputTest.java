package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gongbao.access.Role;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Hostile inputs (1,000 in {@code .ci/run}) in the forms of the desk: each is stored and shown as text, or refused with a clear message. */
class HostileInputTest {

    private static final long SEED = 20240301;
    private static final int INPUTS = Integer.getInteger("gongbao.tests.hostile", 250);

    private static final List<String> SEEDS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' or '1'='1' --",
            "'; drop table submission; --",
            "=cmd|'/c calc'!A0",
            "+SUM(1,2)",
            "@import",
            "-2+3",
            "../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "/dev/null",
            "${7*7}",
            "#{T(java.lang.Runtime).getRuntime()}",
            "[[${7*7}]]",
            "__${7*7}__::.x",
            "{{7*7}}",
            "*:* OR _query_:\"{!xmlparser}\"",
            "{!func}ord(x)",
            "a\r\nSet-Cookie: x=1",
            "a\nLocation: /evil",
            "%0d%0aX-Injected: 1",
            "\u202Egnp.exe",
            "\u2066abc\u2069",
            "\u200B\u200C\u200D\uFEFF",
            "\u0000nul",
            "\uD83D\uDE00表情",
            "&lt;b&gt;",
            "javascript:alert(1)",
            "<!--",
            "]]>",
            "file.pdf\u0000.exe",
            "CON",
            ".",
            "..",
            " ");

    private final Random random = new Random(SEED);

    private String input(int number) {
        String base = SEEDS.get(number % SEEDS.size());
        return switch (random.nextInt(5)) {
            case 0 -> base;
            case 1 -> base + SEEDS.get(random.nextInt(SEEDS.size()));
            case 2 -> "标题" + base + "结尾";
            case 3 -> base.repeat(1 + random.nextInt(40));
            default -> base + "长".repeat(random.nextInt(6_000));
        };
    }

    @Test
    void everyHostileInputIsTextOrRefused() throws Exception {
        System.out.println("seed " + SEED);
        Browser submitter = LiveDesk.signedIn(Role.SUBMITTER);
        submitter.open("/desk/submissions/new");
        HttpResponse<String> handedIn = submitter.upload(
                "/desk/submissions",
                List.of(List.of("main", "<script>alert(1)<\\script>\u202E.txt", Papers.notice(71))));
        String page = handedIn.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        while (submitter.page(page).text().contains("正在读取文件")) {
            Thread.sleep(100);
        }
        String document =
                submitter.page(page).selectFirst("a[href*=/documents/]").attr("href");
        List<String> stored = new ArrayList<>();
        String version = version(submitter, page);
        for (int i = 0; i < INPUTS; i++) {
            String input = input(i);
            HttpResponse<String> answer = send(submitter, page, document, i % 5, version, input);
            assertThat(answer.statusCode()).as("input %d: %s", i, input).isIn(200, 302, 400, 404, 409, 422);
            assertThat(answer.headers().map().keySet()).doesNotContain("x-injected");
            if (answer.statusCode() == 302) {
                assertThat(answer.headers().firstValue("Location").orElse("")).contains("/desk/submissions/");
                stored.add(input);
                version = i % 5 == 0 ? version : version(submitter, page);
            } else if (answer.statusCode() != 200) {
                assertThat(answer.body()).contains("<h1");
            }
        }

        assertThat(stored).hasSizeGreaterThan(INPUTS / 4);
        assertIsTextOnly(submitter.page(page), stored);
        assertIsTextOnly(submitter.page(document), List.of());
    }

    private static String version(Browser browser, String page) {
        return browser.page(page).selectFirst("input[name=version]").val();
    }

    private static HttpResponse<String> send(
            Browser browser, String page, String document, int form, String version, String input) {
        return switch (form) {
            case 0 -> browser.submit(page + "/comments", "text", input);
            case 1 ->
                browser.submit(
                        page + "/statement", "version", version, "groundNote", input, "reviewer", input, "mode", input);
            case 2 ->
                browser.submit(
                        document + "/fields", "version", version, "field", "title", "value", input, "reason", "试验");
            case 3 -> browser.submit(page + "/moves", "version", version, "move", input, "note", input);
            default ->
                browser.open(
                        "/desk?queue=" + java.net.URLEncoder.encode(input, java.nio.charset.StandardCharsets.UTF_8));
        };
    }

    /** No element and no attribute of the page comes from what was typed. */
    private static void assertIsTextOnly(Document page, List<String> stored) {
        assertThat(page.select("script"))
                .allSatisfy(script -> assertThat(script.attr("src")).startsWith("/assets/"));
        assertThat(page.select("img"))
                .allSatisfy(image -> assertThat(image.attr("src")).startsWith("/assets/"));
        assertThat(page.select("[onerror], [onload], [onclick], [style], iframe, object, embed"))
                .isEmpty();
        assertThat(page.text()).doesNotContain("标题49结尾");
        String shown = page.wholeText();
        assertThat(stored.stream()
                        .filter(input -> input.equals("<script>alert(1)</script>"))
                        .allMatch(shown::contains))
                .isTrue();
    }
}
