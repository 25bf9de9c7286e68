package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.web.site.LiveSite.encoded;
import static org.gongbao.web.site.LiveSite.get;
import static org.gongbao.web.site.LiveSite.header;
import static org.gongbao.web.site.LiveSite.page;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

    static final List<String> PAGES = List.of(
            "/",
            "/search",
            "/search?q=zzz",
            "/search?q=" + "z".repeat(80),
            "/search?q=%E5%85%BB%E8%80%81",
            "/search?q=%E4%BA%91%E6%94%BF%E5%8F%91%E3%80%942001%E3%80%959%E5%8F%B7",
            "/doc/" + DemoDocuments.PLAN,
            "/doc/" + DemoDocuments.DECREE,
            "/doc/" + DemoDocuments.REPEALED,
            "/doc/" + DemoDocuments.ISSUE,
            "/doc/" + DemoDocuments.HOSTILE,
            "/doc/" + DemoDocuments.WITHDRAWN,
            "/doc/" + DemoDocuments.ERASED,
            "/data",
            "/data/schema",
            "/data/sets/new?q=%E9%80%9A%E7%9F%A5",
            "/data/sets/" + FakeFrozenSets.THERE.id(),
            "/quality",
            "/gazette",
            "/browse",
            "/follow?q=%E5%85%BB%E8%80%81&kind=%E9%80%9A%E7%9F%A5",
            "/follow?document=" + DemoDocuments.PLAN,
            "/follow/confirm/" + FakeIntake.TOKEN,
            "/follow/stop/" + FakeIntake.TOKEN,
            "/statistics",
            "/statistics?kind=%E9%80%9A%E7%9F%A5",
            "/org/990100-finance",
            "/org/%E4%BA%91%E5%B7%9E%E5%B8%82%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C",
            "/columns/open-government",
            "/doc/" + DemoDocuments.PLAN + "/report?place=p_5",
            "/doc/" + DemoDocuments.PLAN + "/report?place=field.issuedOn",
            "/doc/" + DemoDocuments.PLAN + "/diff/1..2",
            "/report/" + FakeReports.OPEN,
            "/report/" + FakeReports.CLOSED,
            "/report/" + FakeReports.UNKNOWN,
            "/cited/" + DemoSite.STUB,
            "/eli/cn/990100/yun-zheng-ban-zi/2023/30",
            "/sitemap",
            "/privacy",
            "/def/",
            "/concept",
            "/concept/theme",
            "/concept/theme/02",
            "/concept/theme/0201",
            "/sparql",
            "/api",
            "/problems/unknown-parameter",
            "/no/such/address",
            "/search?page=x",
            Brokenness.ADDRESS);

    static Stream<String> pages() {
        return PAGES.stream();
    }

    @Test
    void aNumberThatNoDocumentBearsIsSaidToBeAbsentWithWhoMentionsItAndItsNeighbours() {
        Document cited = page("/search?q=" + encoded("云政发〔2001〕9号"), "zh-CN");
        assertThat(cited.select(".callout strong").text()).isEqualTo("本站没有收录发文字号为“云政发〔2001〕9号”的文件。");
        assertThat(cited.select(".callout a").eachAttr("href")).containsExactly("/cited/" + DemoSite.STUB);

        Document alone = page("/search?q=" + encoded("云政发〔2015〕99号"), "en");
        assertThat(alone.select(".callout a").text()).isEqualTo("Others of the same series and year (1)");
        assertThat(URLDecoder.decode(alone.select(".callout a").attr("href"), StandardCharsets.UTF_8))
                .isEqualTo("/search?q=文号:云政发〔2015〕&sort=number");
    }

    @Test
    void whereNothingIsFoundThePageSaysWhatWasLookedForAndEveryPageOfResultsHowToSearch() {
        String asked = "/search?q=" + encoded("棚改 -标题:试行");
        assertThat(page(asked, "zh-CN").select(".empty .tag").eachText()).containsExactly("棚改", "-标题:试行", "棚户区改造");
        assertThat(page(asked, "en").select(".empty .tag").eachText()).containsExactly("棚改", "-title:试行", "棚户区改造");
        assertThat(page("/search", "zh-CN").select(".search-help li").text()).contains("年份:2023", "政府令8号");
        assertThat(page("/search?page=3", "zh-CN").select(".empty .tag")).isEmpty();
    }

    @Test
    void theGazettesTellWhichIssuesAreHereAndWhichAreMissing() {
        Document page = page("/gazette", "zh-CN");
        assertThat(page.select(".issues li").eachText()).containsExactly("第 1 期（仅收录其中 2 件）", "第 4 期");
        assertThat(URLDecoder.decode(page.select(".issues a").attr("href"), StandardCharsets.UTF_8))
                .isEqualTo("/gazette/云州市人民政府公报/2023/4");
        assertThat(page.select(".missing").text()).isEqualTo("缺第 2、3 期");
        assertThat(page("/gazette", "en").select(".missing").text()).isEqualTo("Missing: No. 2, 3");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPageIsBrokenButTheOneThatIsSoOnPurpose(String path) {
        assertThat(get(path, "Accept", "text/html").statusCode() == 500).isEqualTo(path.equals(Brokenness.ADDRESS));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsWholeInBothLanguages(String path) {
        for (String language : List.of("zh-CN", "en")) {
            Document page = page(path, language);
            assertThat(page.select("html").attr("lang")).isEqualTo(language);
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.select("main, header, footer, nav").eachAttr("id")).contains("main");
            assertThat(page.select("a.skip").attr("href")).isEqualTo("#main");
            assertThat(page.title()).isNotBlank();
            assertThat(page.select(".samples-badge").text()).isEqualTo(language.equals("en") ? "示例 Sample" : "示例");
            assertThat(page.text()).as("keys without words").doesNotContain("??");
            assertThat(page.select("a.language").attr("href"))
                    .contains("lang=" + (language.equals("en") ? "zh-CN" : "en"));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsWellMade(String path) {
        HttpResponse<String> answer = get(path, "Accept", "text/html");
        Parser parser = Parser.htmlParser().setTrackErrors(20);
        Document page = Jsoup.parse(answer.body().replace("\u0000", ""), "", parser);

        assertThat(parser.getErrors()).isEmpty();
        assertThat(page.select("script:not([src], [type=application/ld+json]), style, [style], [onclick], [onload]"))
                .isEmpty();
        assertThat(page.select("[*|xmlns], [th|text]")).isEmpty();
        assertThat(answer.body()).doesNotContain("th:").doesNotContain("xmlns:th");
        headingsAreInOrder(page);
        idsAreUniqueAndLinksLead(page);
        assertThat(page.select("th")).allMatch(cell -> cell.hasAttr("scope"));
        assertThat(page.select("img")).allMatch(image -> image.hasAttr("alt"));
        for (Element input : page.select("input:not([type=hidden]), select, textarea, progress")) {
            assertThat(page.select("label[for=" + input.id() + "]"))
                    .as(input.outerHtml())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyAnswerCarriesTheSecurityHeadersAndNoCookie(String path) {
        HttpResponse<String> answer = get(path, "Accept", "text/html");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .contains("object-src 'none'")
                .doesNotContain("unsafe");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isNotEmpty();
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
        assertThat(header(answer, "Cache-Control")).containsAnyOf("no-cache", "no-store");
        assertThat(header(answer, "Set-Cookie")).isEmpty();
    }

    @Test
    void hostileTextIsShownAndNotRun() {
        HttpResponse<String> answer = get("/doc/" + DemoDocuments.HOSTILE, "Accept", "text/html");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("script[type=application/ld+json]"))
                .singleElement()
                .satisfies(
                        told -> assertThat(told.data()).contains("alert('x')").doesNotContain("<"));
        assertThat(page.select("script:not([type=application/ld+json])"))
                .isNotEmpty()
                .allSatisfy(script -> {
                    assertThat(script.attr("src")).startsWith("/assets/");
                    assertThat(script.data()).isEmpty();
                });
        assertThat(page.select("h1").text()).contains("<script>alert('x')</script>");
        assertThat(page.select("h1").attr("dir")).isEqualTo("auto");
        assertThat(page.select(".byline bdi").eachText()).contains("@云州市<i>财政局</i>");
        assertThat(page.select(".text").text())
                .contains("${7*7}")
                .contains("[[${7*7}]]")
                .doesNotContain("49");
        assertThat(page.select("u, i, b, img[onerror]")).isEmpty();
    }

    @Test
    void hostileTextIsShownAndNotRunInAListOfResultsEither() {
        Document page = Jsoup.parse(get("/search?q=7*7", "Accept", "text/html").body());

        assertThat(page.select(".hit-title").text()).contains("<script>alert('x')</script>");
        assertThat(page.select(".passage").text()).contains("[[${7*7}]]").doesNotContain("49");
        assertThat(page.select(".passage mark").eachText()).containsOnly("7*7").isNotEmpty();
        assertThat(page.select(".facet bdi").eachText()).contains("@云州市<i>财政局</i>");
        assertThat(page.select("main script, i, b, img[onerror]")).isEmpty();
    }

    @Test
    void anErrorTellsNothingOfTheInside() {
        HttpResponse<String> answer = get(Brokenness.ADDRESS, "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret detail").doesNotContain("Exception");
        assertThat(get(Brokenness.ADDRESS).body())
                .doesNotContain("secret")
                .contains("https://gongbao.yunzhou.example/problems/500");
        assertThat(LiveSite.send("POST", "/search").statusCode()).isEqualTo(405);
        assertThat(header(LiveSite.send("POST", "/search"), "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void aChosenLanguageIsKeptAndABadOneIsNot() {
        HttpResponse<String> chosen = get("/?lang=en", "Accept-Language", "zh");
        assertThat(chosen.body()).contains("<html lang=\"en\"");
        assertThat(header(chosen, "Set-Cookie")).startsWith("lang=en;").contains("SameSite=Lax", "HttpOnly");
        assertThat(get("/", "Cookie", "lang=en").body()).contains("<html lang=\"en\"");
        assertThat(get("/?lang=xx%0d%0a").body()).contains("<html lang=\"zh-CN\"");
        assertThat(get("/", "Accept-Language", "fr, en;q=0.5, zh;q=0.2").body()).contains("<html lang=\"en\"");
        assertThat(get("/", "Accept-Language", "fr").body()).contains("<html lang=\"zh-CN\"");
        assertThat(page("//evil.example/x", "en").select("a.language").attr("href"))
                .doesNotStartWith("//");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageSaysInMetaTagsWhichSiteAndWhichColumnItIsOf(String path) {
        for (String language : List.of("zh-CN", "en")) {
            Document page = page(path, language);
            for (String name : List.of(
                    "SiteName", "SiteDomain", "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")) {
                assertThat(page.select("meta[name=" + name + "]").eachAttr("content"))
                        .as(name)
                        .hasSize(1)
                        .noneMatch(String::isBlank);
            }
            assertThat(page.select("meta[name=SiteDomain]").attr("content")).isEqualTo("gongbao.yunzhou.example");
        }
    }

    @Test
    void aDocumentSaysInMetaTagsWhatItIs() {
        Document page = page("/doc/" + DemoDocuments.PLAN, "en");
        assertThat(page.select("meta[name=ColumnName]").attr("content")).isEqualTo("Policy documents");
        assertThat(page.select("meta[name=ArticleTitle]").attr("content")).contains("养老服务体系建设实施方案");
        assertThat(page.select("meta[name=PubDate]").attr("content")).isEqualTo("2023-05-20 09:30");
        assertThat(page.select("meta[name=ContentSource]").attr("content")).isEqualTo("云州市人民政府公报");
        assertThat(page.select("meta[name=Author]").attr("content")).isEqualTo("云州市人民政府办公室");
        assertThat(page.select("meta[name=Keywords]").attr("content")).contains("通知");
        assertThat(page.select("meta[name=Url]").attr("content"))
                .isEqualTo("https://gongbao.yunzhou.example/doc/" + DemoDocuments.PLAN);
    }

    @Test
    void largePrintIsChosenByALinkAndKeptWithoutAScript() {
        Document usual = page("/search?q=zzz", "zh");
        assertThat(usual.select("html").hasClass("large")).isFalse();
        assertThat(usual.select("a.print-size").text()).isEqualTo("大字版");
        String address = usual.select("a.print-size").attr("href");
        assertThat(address).isEqualTo("/search?q=zzz&print=large");

        HttpResponse<String> chosen = get(address, "Accept", "text/html");
        assertThat(header(chosen, "Set-Cookie")).startsWith("print=large;").contains("SameSite=Lax", "HttpOnly");
        Document large = Jsoup.parse(chosen.body());
        assertThat(large.select("html").hasClass("large")).isTrue();
        assertThat(large.select("a.print-size").attr("href")).isEqualTo("/search?q=zzz&print=usual");
        assertThat(get("/", "Accept", "text/html", "Cookie", "print=large").body())
                .contains("class=\"large\"");
        assertThat(header(get("/?print=huge", "Accept", "text/html"), "Set-Cookie"))
                .isEmpty();
    }

    @Test
    void aDocumentInLargePrintIsNotTakenForTheOneInUsualPrint() {
        String path = "/doc/" + DemoDocuments.PLAN;
        String tag = header(get(path, "Accept", "text/html"), "ETag");
        assertThat(get(path, "Accept", "text/html", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(get(path, "Accept", "text/html", "If-None-Match", tag, "Cookie", "print=large")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theSiteMapLeadsToEveryPageThatTheFrameLeadsTo() {
        Document page = page("/sitemap", "zh");
        List<String> frame = page.select("header a[href^=/]:not([rel=nofollow]), footer a[href^=/]")
                .eachAttr("href");
        assertThat(frame).hasSizeGreaterThan(8);
        assertThat(page.select(".site-map a").eachAttr("href")).containsAll(frame);
    }

    @Test
    void repairsAndTheirRawTextAreShown() {
        Document page = page("/doc/" + DemoDocuments.PLAN, "zh");
        Element field = page.select(".fields > div:contains(发文字号)").first();
        assertThat(field.select(".repaired").first().text()).isEqualTo("修复");
        assertThat(field.select("details").text()).contains("云政办字〔202312", "number.bracket-lost/1", "95%", "第 1 页");
        assertThat(page.select("#findings li")).hasSize(2);
        assertThat(page.select("#tasks tbody tr")).hasSize(4);
        assertThat(page.select("#relations h3").eachText()).contains("依据的文件", "对本文件的解读");
        assertThat(page.select("#cite .address").eachText())
                .containsExactly(
                        "https://gongbao.yunzhou.example/id/doc/" + DemoDocuments.PLAN,
                        "https://gongbao.yunzhou.example" + DemoDocuments.PLAN_NUMBER);
    }

    @Test
    void aDocumentOfWhichNothingIsKnownIsNotCalledValidAndTheDayIsNamed() {
        Document chinese = page("/doc/" + DemoDocuments.NO_PDF, "zh");
        assertThat(chinese.select(".document-head .badge").text()).isEqualTo("本库未见废止记录（截至 2023-06-01）");
        assertThat(chinese.select(".fields > div:contains(有效性) .value").text()).isEqualTo("本库未见废止记录（截至 2023-06-01）");
        assertThat(page("/doc/" + DemoDocuments.NO_PDF, "en")
                        .select(".document-head .badge")
                        .text())
                .isEqualTo("No repeal on record here (as of 2023-06-01)");
        assertThat(page("/search", "zh").select(".hit .badge, .facet a").text()).contains("本库未见废止记录（截至 2023-06-01）");
        assertThat(page("/search", "zh").text()).doesNotContain("未知", "效力未注明");
    }

    @Test
    void aRepealedDocumentSaysSoFirst() {
        Document page = page("/doc/" + DemoDocuments.REPEALED, "en");
        assertThat(page.select(".document-head .badge").text()).isEqualTo("Repealed");
        assertThat(page.select(".callout-bad a").attr("href")).isEqualTo("/doc/" + DemoDocuments.CLEANUP);
    }

    @Test
    void chinesePagesSpeakChineseAndTheProgramsOwnWordsStandApart() {
        Document page = page("/doc/" + DemoDocuments.PLAN, "zh");
        assertThat(page.select("#findings li > p").text()).doesNotContainPattern("[a-z]{4,}");
        assertThat(page.select("#findings li > details [lang=en]")).hasSize(2);
        Document terms = page("/def/", "zh");
        assertThat(terms.select(".definitions dd").text()).isEqualTo("在这里公开的政府文件。");
        assertThat(page("/def/", "en").select(".definitions dd").text())
                .isEqualTo("A government document published here.");
    }

    @Test
    void theHomePageNamesNothingThatIsForItsOwnPageOnly() {
        List<String> newest = page("/search?sort=newest", "zh-CN").select(".hit-title a").eachAttr("href").stream()
                .limit(8)
                .toList();
        assertThat(newest).contains("/doc/" + DemoDocuments.NO_PDF);
        assertThat(page("/", "zh-CN").select(".hit-title a").eachAttr("href"))
                .isNotEmpty()
                .doesNotContain("/doc/" + DemoDocuments.NO_PDF);
    }

    @Test
    void namesInTheDocumentsLanguageSayWhichItIs() {
        Document results = page("/search", "en");
        assertThat(results.select(".hit-title a, .hit .number")).isNotEmpty().allMatch(name -> name.hasAttr("lang"));
        assertThat(results.select("[aria-labelledby=facet-issuer] bdi"))
                .isNotEmpty()
                .allMatch(name -> name.attr("lang").equals("zh"));
        Document home = page("/", "en");
        assertThat(home.select(".way-issuer bdi"))
                .isNotEmpty()
                .allMatch(name -> name.attr("lang").equals("zh"));
        assertThat(home.select("meta[http-equiv]")).isEmpty();
    }

    @Test
    void everyRowOfDutiesHasAHeader() {
        assertThat(page("/doc/" + DemoDocuments.LONG, "zh").select("#tasks tbody tr"))
                .hasSize(1_000)
                .allSatisfy(
                        row -> assertThat(row.select("th[scope=row]").text()).isNotEmpty());
    }

    @Test
    void aVeryLongDocumentShowsItsBeginningAndSaysWhereTheRestIs() {
        Document page = page("/doc/" + DemoDocuments.LONG, "zh");
        assertThat(page.select("#text .text > *")).hasSize(TextLayout.MOST_LINES);
        assertThat(page.select("#text .callout a").eachAttr("href")).contains("/doc/" + DemoDocuments.LONG + ".txt");
        assertThat(page("/doc/" + DemoDocuments.PLAN, "zh").select("#text .callout"))
                .isEmpty();
        assertThat(get("/doc/" + DemoDocuments.LONG + ".txt").body()).contains("第9999段");
    }

    @Test
    void theFeedIsInTheOrderOfPublication() {
        Document feed = Jsoup.parse(get("/search.atom").body(), "", Parser.xmlParser());
        List<String> times = feed.select("entry > updated").eachText();
        assertThat(times).hasSizeGreaterThan(5).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(feed.select("feed > updated").text()).isEqualTo(times.get(0));
    }

    @Test
    void styleAndScriptAreCachedForEverUnderTheHashOfTheirContent() {
        Document page = page("/", "zh");
        for (String address : List.of(
                page.select("link[rel=stylesheet]").attr("href"),
                page.select("script").attr("src"))) {
            assertThat(address).matches("/assets/site-[0-9a-f]{32}\\.(css|js)");
            HttpResponse<String> file = get(address);
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(header(file, "Cache-Control"))
                    .contains("max-age=31536000")
                    .contains("immutable");
        }
        assertThat(get("/robots.txt").body()).contains("Disallow: /search?");
    }

    private static void headingsAreInOrder(Document page) {
        int last = 0;
        for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.tagName().charAt(1) - '0';
            assertThat(level).as(heading.outerHtml()).isLessThanOrEqualTo(last + 1);
            last = level;
        }
    }

    private static void idsAreUniqueAndLinksLead(Document page) {
        List<String> ids = new ArrayList<>(page.select("[id]").eachAttr("id"));
        Set<String> unique = new HashSet<>(ids);
        assertThat(ids).hasSameSizeAs(unique);
        assertThat(unique)
                .containsAll(page.select("a[href^=#]").eachAttr("href").stream()
                        .map(address -> address.substring(1))
                        .toList());
        assertThat(unique).containsAll(page.select("[aria-labelledby]").eachAttr("aria-labelledby"));
    }
}
