package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.web.site.LiveSite.get;
import static org.gongbao.web.site.LiveSite.header;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.gongbao.web.ReprDigest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Versions of a schema of which one was replaced some weeks ago and one more than half a year ago. */
class SchemaPagesTest {

    private static final String RECORD = "/data/schema/record";

    @Test
    void thePresentVersionIsServedWithoutAWarning() {
        HttpResponse<String> answer = get(RECORD + "/1.0");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("application/schema+json");
        assertThat(answer.body()).contains("\"$id\":\"https://gongbao.yunzhou.example/data/schema/record/1.0\"");
        assertThat(answer.headers().firstValue("Deprecation")).isEmpty();
        assertThat(answer.headers().firstValue("Sunset")).isEmpty();
        assertThat(header(answer, "Link")).contains("<" + RECORD + "/1.0>; rel=\"latest-version\"");
        assertThat(header(get(RECORD + "/1.0", "If-None-Match", header(answer, "ETag")), "ETag"))
                .isEqualTo(header(answer, "ETag"));
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(get(RECORD), "Location")).endsWith(RECORD + "/1.0");
    }

    @Test
    void aReplacedVersionTellsSinceWhenUntilWhenAndByWhich() {
        HttpResponse<String> answer = get(RECORD + "/0.9");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("0.9.json", "/data/schema/record/0.9");
        assertThat(header(answer, "Deprecation"))
                .isEqualTo("@" + Instant.parse("2023-04-09T16:00:00Z").getEpochSecond());
        assertThat(ZonedDateTime.parse(header(answer, "Sunset"), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isEqualTo(Instant.parse("2023-10-09T16:00:00Z"));
        assertThat(header(answer, "Link"))
                .contains(
                        "<" + RECORD + "/1.0>; rel=\"latest-version\"",
                        "<" + RECORD + "/1.0>; rel=\"successor-version\"",
                        "</data/schema>; rel=\"deprecation\"",
                        "</data/schema>; rel=\"version-history\"");
    }

    @Test
    void halfAYearLaterItIsGoneAndThePresentOneIsNamed() {
        HttpResponse<String> answer = get(RECORD + "/0.8", "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains(RECORD + "/1.0");
        assertThat(get(RECORD + "/7.7").statusCode()).isEqualTo(404);
        assertThat(get("/data/schema/nothing/1.0").statusCode()).isEqualTo(404);
    }

    @Test
    void theListNamesEveryVersionAndLinksThoseThatAreServed() {
        Document page = Jsoup.parse(get("/data/schema", "Accept", "text/html").body());
        assertThat(page.select("tbody tr")).hasSize(3);
        assertThat(page.select("tbody a").eachAttr("href")).containsExactly(RECORD + "/0.9", RECORD + "/1.0");
        assertThat(page.select("tbody tr").get(1).select("time").eachAttr("datetime"))
                .containsExactly("2022-11-01", "2023-10-10");

        JsonNode items =
                JsonMapper.shared().readTree(get("/data/schema.json").body()).path("items");
        assertThat(items.valueStream().map(item -> item.path("address").asString("-")))
                .containsExactly("-", RECORD + "/0.9", RECORD + "/1.0");
        assertThat(items.get(1).path("servedUntil").asString()).isEqualTo("2023-10-10");
        assertThat(items.get(2).path("sha256").asString())
                .isEqualTo(
                        ReprDigest.hex(get(RECORD + "/1.0").body().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
