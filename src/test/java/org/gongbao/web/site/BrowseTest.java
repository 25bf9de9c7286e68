package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.web.site.LiveSite.encoded;
import static org.gongbao.web.site.LiveSite.get;
import static org.gongbao.web.site.LiveSite.header;
import static org.gongbao.web.site.LiveSite.page;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ways in by agency, topic and number, and what can be followed by feeds. */
class BrowseTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OFFICE = "云州市人民政府办公室";

    private static String decoded(String address) {
        return URLDecoder.decode(address, StandardCharsets.UTF_8);
    }

    @Test
    void anAgencyShowsItsNamesWhatItIssuedAndItsYearsInAChartWithTheSameNumbersInATable() {
        Document page = page("/org/" + FakeAgencies.FINANCE, "zh-CN");

        assertThat(page.select("h1").text()).isEqualTo("云州市财政局");
        assertThat(page.select(".names li").text()).contains("云州市财政局", "1998年3月1日");
        assertThat(page.select(".hits .hit")).hasSize(8);
        assertThat(page.select("#issued ~ .links a").attr("href")).isEqualTo("/search?agency=990100-finance");
        Element years = page.select(".chart").get(0);
        List<String> numbers = years.select(".bar-number").eachText();
        assertThat(numbers).isNotEmpty().isEqualTo(years.select("td").eachText());
        assertThat(years.select(".bar-label").eachText())
                .isSorted()
                .isEqualTo(years.select("tbody th").eachText());
        assertThat(years.select("svg rect.bar").eachAttr("fill")).allMatch(fill -> fill.startsWith("url(#hatch-"));
        assertThat(page.select("link[type=application/feed+json]").attr("href"))
                .isEqualTo("/search.jsonfeed?agency=990100-finance");
    }

    @Test
    void anAgencyShowsItsDutiesWithTheirEvidenceAndWhereAllOfThemAre() {
        Document page = page("/org/" + FakeAgencies.FINANCE, "zh-CN");

        assertThat(page.select("#duties ~ .duties tbody tr")).hasSize(2);
        Element first = page.select(".duties tbody tr").get(0);
        assertThat(first.select(".due").text()).isEqualTo("2023年12月31日");
        assertThat(first.select("th a").attr("href")).isEqualTo("/doc/" + DemoDocuments.PLAN + "#task-1");
        assertThat(first.select("th .badge")).as("it is not over").isEmpty();
        assertThat(page.select(".duties tbody tr").get(1).select("th .badge").text())
                .isEqualTo("废止");
        assertThat(page.select("#duties ~ .links a").eachAttr("href"))
                .containsExactly("/duties?unit=990100-finance", "/duties.ics?unit=990100-finance");
        assertThat(page("/org/990100-gov-office", "en").select("#duties ~ p").text())
                .isEqualTo("No duty of it is on record here.");
    }

    @Test
    void theFeedOfAnAgencyNamesItAndItsEntriesTellWhatTheyAre() {
        Document feed = Jsoup.parse(
                get("/search.atom?agency=990100-gov-office", "Accept-Language", "zh")
                        .body(),
                "",
                Parser.xmlParser());
        assertThat(feed.select("feed > title").text()).isEqualTo("云州市人民政府办公室 · 公报");
        assertThat(feed.select("entry:has(id:contains(" + DemoDocuments.PLAN + ")) summary")
                        .text())
                .isEqualTo("云政办字〔2023〕12号 · 云州市人民政府办公室 · 2023-05-18");
    }

    @Test
    void theNameThatLinkedDataHasForAnIssuerLeadsToItsAgencyOrToWhatWasIssuedUnderIt() {
        HttpResponse<String> known = get("/org/" + encoded(OFFICE));
        assertThat(known.statusCode()).isEqualTo(303);
        assertThat(header(known, "Location")).endsWith("/org/990100-gov-office");

        Document unknown = page("/org/" + encoded("云州市人民政府"), "en");
        assertThat(unknown.select(".callout").text()).contains("does not tell which agency");
        assertThat(decoded(unknown.select("#issued ~ .links a").attr("href"))).isEqualTo("/search?issuer=云州市人民政府");
        assertThat(get("/org/" + encoded("云州市无名局")).statusCode()).isEqualTo(404);
        assertThat(get("/org/990100-nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void anAgencyAsAFilterIsShownByItsName() {
        assertThat(page("/search?agency=990100-finance", "zh").select(".chips").text())
                .contains("云州市财政局")
                .doesNotContain("990100");
    }

    @Test
    void agenciesAreListedByPlaceAndIssuersThatNobodyKnowsLast() {
        Document page = page("/browse", "zh-CN");

        assertThat(page.select(".place summary bdi").eachText())
                .hasSize(2)
                .last()
                .isEqualTo("未能归入规范档的发文机关");
        assertThat(page.select(".place").get(0).select("a").eachAttr("href")).contains("/org/990100-finance");
        assertThat(page.select(".place").get(1).select("a").eachAttr("href"))
                .map(BrowseTest::decoded)
                .contains("/org/云州市人民政府");
        for (Element link : page.select("main .ways-row a")) {
            assertThat(get(link.attr("href")).statusCode()).as(link.outerHtml()).isEqualTo(200);
        }
    }

    @Test
    void aTopicColumnShowsWhatItsSearchFindsAndIsOnTheHomePage() {
        assertThat(page("/", "en").select(".columns a").eachAttr("href"))
                .containsExactly("/columns/flood-and-safety", "/columns/open-government");
        Document page = page("/columns/flood-and-safety", "en");
        assertThat(page.select("h1").text()).isEqualTo("Floods and safety");
        assertThat(page.select(".hit")).isNotEmpty();
        assertThat(get("/columns/none").statusCode()).isEqualTo(404);
        Document feed = Jsoup.parse(get("/columns/flood-and-safety.atom").body(), "", Parser.xmlParser());
        assertThat(feed.select("feed > id").text())
                .isEqualTo("https://gongbao.yunzhou.example/columns/flood-and-safety");
        assertThat(feed.select("entry")).hasSameSizeAs(page.select(".hit"));
    }

    @Test
    void theMatrixLeadsToTheDocumentsThatItCounts() {
        Document page = page("/statistics?kind=" + encoded("意见"), "zh");

        Element row = page.select(".matrix tbody tr").stream()
                .filter(each -> each.select("th").text().equals("云州市财政局"))
                .findFirst()
                .orElseThrow();
        int sum = 0;
        for (Element cell : row.select("td a")) {
            JsonNode found = JSON.readTree(
                    get(cell.attr("href").replace("/search?", "/search.json?")).body());
            assertThat(found.get("total").asInt()).isEqualTo(Integer.parseInt(cell.text()));
            sum += found.get("total").asInt();
        }
        assertThat(sum).isPositive();
        assertThat(row.select("td").get(0).text()).isEqualTo(Integer.toString(sum));
        assertThat(page.select("#gaps").parents().first().text()).contains("云州市人民政府公报", "2、3");
        assertThat(get("/statistics.csv").body())
                .startsWith("\uFEFFagency,name,year,kind,documents")
                .contains("990100-finance,云州市财政局,20")
                .contains("\n\"\",云州市人民政府,");
    }

    @Test
    void everyNumberOfAChartIsInItsTable() {
        Document page = page("/statistics", "en");
        assertThat(page.select(".chart")).hasSize(4).allSatisfy(chart -> {
            assertThat(chart.select("td").eachText())
                    .isNotEmpty()
                    .isEqualTo(chart.select(".bar-number").eachText());
            assertThat(page.getElementById(chart.select("svg").attr("aria-labelledby")))
                    .isNotNull();
        });
    }

    @Test
    void aSearchIsAJsonFeedBySuffixAndByAccept() {
        HttpResponse<String> answer = get("/search?q=" + encoded("养老"), "Accept", "application/feed+json");
        assertThat(header(answer, "Content-Type")).startsWith("application/feed+json");
        JsonNode feed = JSON.readTree(answer.body());
        assertThat(feed.get("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(decoded(feed.get("feed_url").asString()))
                .isEqualTo("https://gongbao.yunzhou.example/search.jsonfeed?q=养老");
        assertThat(feed.get("items").isEmpty()).isFalse();
        for (JsonNode item : feed.get("items")) {
            assertThat(item.get("id").asString()).startsWith("https://gongbao.yunzhou.example/id/doc/");
            assertThat(item.get("content_text").asString()).isNotEmpty();
        }
        assertThat(answer.body()).doesNotContain("null").doesNotContain(DemoDocuments.NO_PDF.value());
        assertThat(get("/search.jsonfeed").body()).contains("\"next_url\"");
    }

    @Test
    void aDocumentTellsWhatHappenedToItUnderNamesThatStay() {
        Document feed =
                Jsoup.parse(get("/doc/" + DemoDocuments.DECREE + ".atom").body(), "", Parser.xmlParser());

        assertThat(feed.select("entry > id").eachText())
                .containsExactly(
                        "tag:gongbao.yunzhou.example,2023-05-20:decree0000000002:46:corrected",
                        "tag:gongbao.yunzhou.example,2023-05-20:decree0000000002:41:cited:" + DemoDocuments.PLAN,
                        "tag:gongbao.yunzhou.example,2023-05-20:decree0000000002:12:new");
        assertThat(feed.select("entry > summary").eachText()).contains("第三条漏字");
        JsonNode repealed = JSON.readTree(get("/doc/" + DemoDocuments.REPEALED + ".jsonfeed", "Accept-Language", "en")
                .body());
        assertThat(repealed.get("items").get(0).get("title").asString()).startsWith("Repealed：");
    }

    @Test
    void theFeedOfAWithdrawnDocumentSaysSoAndNoTitleAndThatOfAPageOnlyIsNotThere() {
        HttpResponse<String> answer = get("/doc/" + DemoDocuments.WITHDRAWN + ".atom", "Accept-Language", "zh");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("已撤回", "附件内容有误，更正后另行公布。");
        assertThat(get("/doc/" + DemoDocuments.NO_PDF + ".atom").statusCode()).isEqualTo(404);
        assertThat(get("/doc/none.atom").statusCode()).isEqualTo(404);
    }
}
