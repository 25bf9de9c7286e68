package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.web.site.LiveSite.encoded;
import static org.gongbao.web.site.LiveSite.get;
import static org.gongbao.web.site.LiveSite.header;
import static org.gongbao.web.site.LiveSite.page;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchAddressesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ELDERLY = "/search?q=" + encoded("养老");

    @Test
    void wordsFoundAreMarkedAndNothingElseIsMarkup() {
        Document page = page(ELDERLY, "zh");
        assertThat(page.select("mark").eachText()).isNotEmpty().containsOnly("养老");
        assertThat(page.select(".hits article")).hasSize(4);
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }

    @Test
    void theDocumentOfAnExactNumberStandsFirstAndApart() {
        Document page = page("/search?q=" + encoded(DemoPlan.NUMBER), "zh");
        assertThat(page.select(".hits li").first().select(".hit-exact")).hasSize(1);
        assertThat(page.select(".hit-exact a").attr("href")).isEqualTo("/doc/" + DemoDocuments.PLAN);
    }

    @Test
    void facetsNarrowAndChipsWidenTheSearchAgain() {
        Document all = page("/search", "zh");
        Element notice = all.select("[aria-labelledby=facet-kind] a").first();
        assertThat(notice.attr("rel")).isEqualTo("nofollow");
        Document notices = page(notice.attr("href"), "zh");
        assertThat(notices.select(".chips .chip")).hasSize(1);
        assertThat(notices.select("[role=status]").text())
                .isNotEqualTo(all.select("[role=status]").text());
        assertThat(notices.select("meta[name=robots]")).hasSize(1);
        assertThat(all.select("meta[name=robots]")).isEmpty();
        assertThat(page(notices.select(".chip").attr("href"), "zh")
                        .select("[role=status]")
                        .text())
                .isEqualTo(all.select("[role=status]").text());
        assertThat(notices.select(".refine input[name=kind]").attr("value")).isEqualTo("通知");
    }

    @Test
    void nothingFoundGivesAdvice() {
        Document page = page("/search?q=zzz&year=1999", "en");
        assertThat(page.select(".empty li")).hasSize(4);
        assertThat(page.select("[role=status]").text()).isEqualTo("No documents found");
        assertThat(page("/search?page=9", "en").select(".empty").text()).contains("the last page is 3");
    }

    @Test
    void jsonPagesLeadToEveryDocumentOnce() {
        Set<String> seen = new HashSet<>();
        String address = "/search.json";
        long total = 0;
        while (address != null) {
            JsonNode page = JSON.readTree(get(address).body());
            total = page.get("total").asLong();
            page.get("items")
                    .forEach(item ->
                            assertThat(seen.add(item.get("id").asString())).isTrue());
            address = page.get("next").isNull() ? null : page.get("next").asString();
        }
        assertThat(seen).hasSize((int) total).contains("/id/doc/" + DemoDocuments.PLAN);
    }

    @Test
    void jsonHoldsWhatTheContractNames() {
        HttpResponse<String> answer = get(ELDERLY, "Accept", "application/json");
        JsonNode page = JSON.readTree(answer.body());
        assertThat(page.propertyNames()).containsExactlyInAnyOrder("total", "items", "facets", "next");
        assertThat(page.get("items").get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "title", "documentNumber", "documentKind", "issuers", "issuedOn", "validity", "passages");
        assertThat(header(answer, "Content-Type")).startsWith("application/json");
    }

    @Test
    void csvHoldsAllHitsAndNoFormula() throws Exception {
        HttpResponse<String> answer = get("/search.csv?q=" + encoded(""));
        assertThat(answer.body()).startsWith("\uFEFFid,");
        assertThat(header(answer, "Content-Disposition")).startsWith("attachment; filename=\"gongbao.csv\"");
        try (CSVParser csv = CSVParser.parse(
                answer.body().substring(1),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            var rows = csv.getRecords();
            assertThat(rows).hasSize(44);
            assertThat(rows)
                    .extracting(row -> row.get("documentNumber"))
                    .contains("'=HYPERLINK(\"http://evil.example\")");
            for (CSVRecord row : rows) {
                assertThat(row.toList()).noneMatch(cell -> cell.matches("^[=+@＝＋－＠-].*"));
            }
        }
    }

    @Test
    void theFeedLeavesOutWhatIsForItsPageOnlyAndTheSearchDoesNot() throws Exception {
        String own = "/id/doc/" + DemoDocuments.NO_PDF;
        StringBuilder feed = new StringBuilder();
        StringBuilder found = new StringBuilder();
        for (int page = 1; page <= 3; page++) {
            feed.append(get("/search.atom?page=" + page).body());
            found.append(get("/search.json?page=" + page).body());
        }

        assertThat(found).contains(own);
        assertThat(feed).doesNotContain(own);
        assertThat(feed.toString().split("<entry>", -1)).hasSizeGreaterThan(40);
    }

    @Test
    void atomIsAFeedThatGoesOn() throws Exception {
        String feed = get("/search", "Accept", "application/atom+xml").body();
        org.w3c.dom.Document parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)));
        assertThat(parsed.getElementsByTagName("entry").getLength()).isEqualTo(20);
        assertThat(feed).contains("rel=\"next\"").contains("https://gongbao.yunzhou.example/id/doc/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=x",
                "page=-1",
                "page=5001",
                "page=100001",
                "year=20x",
                "validity=valid",
                "inForceOn=2023-02-30",
                "sort=best"
            })
    void whatHasNoMeaningIsRefusedWithWhatWasExpected(String query) {
        HttpResponse<String> answer = get("/search?" + query, "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("detail").asString()).isNotEmpty();
        assertThat(get("/search?" + query, "Accept", "text/html").statusCode()).isEqualTo(400);
    }

    @Test
    void tooLongATextAndUnknownFormsAreRefused() {
        assertThat(get("/search?q=" + "a".repeat(501)).statusCode()).isEqualTo(400);
        assertThat(get("/search.xlsx").statusCode()).isEqualTo(404);
        assertThat(get("/search", "Accept", "image/png").statusCode()).isEqualTo(406);
    }

    @Test
    void anUnchangedPageIsNotSentAgain() {
        String tag = header(get(ELDERLY, "Accept", "text/html"), "ETag");
        assertThat(tag).startsWith("W/");
        assertThat(get(ELDERLY, "Accept", "text/html", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        String home = header(get("/"), "ETag");
        assertThat(get("/", "If-None-Match", home).statusCode()).isEqualTo(304);
    }

    @Test
    void aMonthAndACursorThatAreNoneAreRefused() throws Exception {
        assertThat(get("/search?month=2023-13").statusCode()).isEqualTo(400);
        assertThat(get("/search?year=2023&month=2023-03").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsTypedGetsSuggestions() throws Exception {
        HttpResponse<String> answer = get("/suggest.json?q=" + encoded("实施方案"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(answer.body()).contains("\"kind\":\"document\"").contains("\"address\":\"/doc/");
        assertThat(get("/suggest.json").body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void aPlaceInTheTextLeadsToItsParagraph() throws Exception {
        HttpResponse<String> answer = get("/doc/" + DemoDocuments.PLAN + "/place/999999");
        assertThat(answer.statusCode()).isEqualTo(303);
        String address = header(answer, "Location");
        assertThat(address).matches("/doc/" + DemoDocuments.PLAN + "#p_\\d+");
        assertThat(get("/doc/" + DemoDocuments.PLAN).body())
                .contains("id=\"" + address.substring(address.indexOf('#') + 1) + "\"");
        assertThat(get("/doc/" + DemoDocuments.PLAN + "/place/x").statusCode()).isEqualTo(404);
        assertThat(get("/doc/0000000000000000/place/1").statusCode()).isEqualTo(404);
    }
}
