package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.web.site.LiveSite.get;
import static org.gongbao.web.site.LiveSite.header;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentAddressesTest {

    private static final String PLAN = "/doc/" + DemoDocuments.PLAN;
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void theIdentifierLeadsToTheDocument() {
        HttpResponse<String> answer = get("/id" + PLAN);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).endsWith(PLAN);
        assertThat(get("/id/doc/" + DemoDocuments.WITHDRAWN).statusCode()).isEqualTo(303);
        assertThat(get("/id/doc/zzzzzzzzzzzzzzzz").statusCode()).isEqualTo(404);
        assertThat(get("/id/doc/notone").statusCode()).isEqualTo(404);
    }

    @Test
    void theAddressByNumberLeadsToTheDocumentInTheFormThatIsAskedFor() {
        String number = DemoDocuments.PLAN_NUMBER.toString();
        HttpResponse<String> answer = get(number, "Accept", "text/turtle");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).endsWith(PLAN);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(get(number + ".ttl"), "Location")).endsWith(PLAN + ".ttl");
        assertThat(get(number + ".exe").statusCode()).isEqualTo(404);
        assertThat(get(number.replace("/22", "/23")).statusCode()).isEqualTo(404);
        assertThat(get("/eli/cn/99/yun/2023/1").statusCode()).isEqualTo(404);
        HttpResponse<String> uncertain = get(number.replace("/22", "/50"));
        assertThat(uncertain.statusCode()).isEqualTo(303);
        assertThat(header(uncertain, "Location")).endsWith("/doc/" + DemoDocuments.DECREE);
    }

    @Test
    void theCodeInChineseAndACorrectedNumberLeadToThePresentAddressForGood() {
        String number = DemoDocuments.PLAN_NUMBER.toString();
        for (String other : List.of(
                "/eli/cn/990100/%E4%BA%91%E6%94%BF%E5%8A%9E%E5%AD%97/2023/22.json",
                "/eli/cn/990100/Yun-Zheng-Ban-Zi/2023/22.json",
                "/eli/cn/990100/yun-zheng-ban-zi/2023/022.json",
                "/eli/cn/990100/yun-zheng-ban-zi/2023/21.json")) {
            HttpResponse<String> answer = get(other);
            assertThat(answer.statusCode()).as(other).isEqualTo(301);
            assertThat(header(answer, "Location")).as(other).endsWith(number + ".json");
        }
    }

    @Test
    void anAddressThatSeveralDocumentsShareListsThem() {
        String shared = "/eli/cn/990100/yun-zheng-ban-zi/2023/30";
        HttpResponse<String> page = get(shared, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(300);
        assertThat(page.headers().firstValue("Location")).isEmpty();
        assertThat(Jsoup.parse(page.body()).select("main a, .notice-page a").eachAttr("href"))
                .contains("/doc/" + DemoDocuments.DECREE, "/doc/" + DemoDocuments.HOSTILE);
        JsonNode list = JSON.readTree(get(shared + ".ttl").body());
        assertThat(list.path("items")
                        .valueStream()
                        .map(item -> item.path("address").asString()))
                .containsExactly("/doc/" + DemoDocuments.DECREE + ".ttl", "/doc/" + DemoDocuments.HOSTILE + ".ttl");
    }

    @Test
    void aLongListComesInPagesThatLeadToEachOther() {
        String shared = "/eli/cn/990100/yun-zheng-ban-zi/2023/31";
        Document first = Jsoup.parse(
                get(shared, "Accept", "text/html", "Accept-Language", "en").body());
        assertThat(first.select(".notice-page").text()).contains("These 52 public documents");
        assertThat(first.select(".notice-page li")).hasSize(50);
        assertThat(first.select("a[rel~=prev]")).isEmpty();
        HttpResponse<String> list = get(shared + ".json");
        String next = JSON.readTree(list.body()).path("next").asString();
        assertThat(header(list, "Link")).isEqualTo("<" + next + ">; rel=\"next\"");
        JsonNode second = JSON.readTree(get(next).body());
        assertThat(second.path("total").asInt()).isEqualTo(52);
        assertThat(second.at("/items/1/id").asString()).isEqualTo("/id/doc/" + DemoDocuments.HOSTILE);
        assertThat(second.path("next").isNull()).isTrue();
        String last = first.select(".paging a[rel~=next]").attr("href");
        assertThat(Jsoup.parse(get(last, "Accept", "text/html").body()).select("a[rel~=prev]"))
                .hasSize(1);
        for (String page : List.of("0", "3", "-1", "2147483647")) {
            assertThat(get(shared + ".json?page=" + page).statusCode()).as(page).isEqualTo(404);
        }
    }

    @Test
    void whatWentAwayMeanwhileLeavesNoChoice() {
        HttpResponse<String> one = get("/eli/cn/990100/yun-zheng-ban-zi/2023/32.json");
        assertThat(one.statusCode()).isEqualTo(303);
        assertThat(header(one, "Location")).endsWith("/doc/" + DemoDocuments.DECREE + ".json");
        assertThat(get("/eli/cn/990100/yun-zheng-ban-zi/2023/33").statusCode()).isEqualTo(404);
    }

    @Test
    void theAddressByNumberOfAWithdrawnDocumentSaysThatItIsGone() {
        HttpResponse<String> page = get("/eli/cn/990100/yun-zheng-ban-zi/2023/40", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("附件内容有误");
        assertThat(get("/eli/cn/990100/yun-zheng-ban-zi/2023/40.json").statusCode())
                .isEqualTo(410);
    }

    @Test
    void theAddressByNumberStandsInTheFormsOfTheDocument() {
        String uri = "https://gongbao.yunzhou.example" + DemoDocuments.PLAN_NUMBER;
        assertThat(get(PLAN + ".json").body()).contains("\"eliUri\":\"" + uri + "\"");
        assertThat(get(PLAN + ".xml").body()).contains("<eliUri>" + uri + "</eliUri>");
        assertThat(get(PLAN + ".akn").body()).contains("<FRBRalias value=\"" + uri + "\" name=\"eli\"");
        Document page = Jsoup.parse(get(PLAN, "Accept", "text/html").body());
        assertThat(page.select("#cite a[href=" + DemoDocuments.PLAN_NUMBER + "]")
                        .text())
                .isEqualTo(uri);
        assertThat(page.select("script[type=application/ld+json]").html()).contains("\"sameAs\":\"" + uri + "\"");
        assertThat(get("/doc/" + DemoDocuments.DECREE + ".xml").body()).doesNotContain("eliUri");
    }

    @Test
    void aPageIsTheSameHoweverItIsSentAndInEachLanguageItsOwn() throws Exception {
        String first = get(PLAN, "Accept", "text/html", "Accept-Language", "zh").body();
        for (String coding : List.of("identity", "gzip;q=0, *;q=0", "br")) {
            HttpResponse<String> again =
                    get(PLAN, "Accept", "text/html", "Accept-Language", "zh", "Accept-Encoding", coding);
            assertThat(again.body()).isEqualTo(first);
            assertThat(header(again, "Content-Encoding")).isEmpty();
            assertThat(header(again, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        }
        assertThat(LiveSite.unzipped(PLAN, "Accept", "text/html", "Accept-Language", "zh"))
                .isEqualTo(first);
        assertThat(get(PLAN, "Accept", "text/html", "Accept-Language", "en").body())
                .isNotEqualTo(first)
                .contains("lang=\"en\"");
        assertThat(get(PLAN + "?lang=zh-CN", "Accept", "text/html").body()).isNotEqualTo(first);
        assertThat(get(PLAN, "Accept", "text/html", "Accept-Language", "zh").body())
                .isEqualTo(first);
    }

    @Test
    void twoVersionsAreComparedFieldByFieldAndLineByLine() {
        HttpResponse<String> page = get(PLAN + "/diff/1..2", "Accept", "text/html", "Accept-Language", "zh");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<del>云政办字〔2023〕21号</del>", "<ins>云政办字〔2023〕12号</ins>", "<del>末行</del>")
                .contains("&lt;b&gt;旧&lt;/b&gt;")
                .doesNotContain("<b>旧");
        assertThat(header(page, "X-Robots-Tag")).isEqualTo("noindex");

        JsonNode json = JSON.readTree(get(PLAN + "/diff/1..2.json").body());
        assertThat(json.path("fields").get(0).path("field").asString()).isEqualTo("documentNumber");
        assertThat(json.path("text").valueStream().map(line -> line.path("kind").asString()))
                .contains("changed", "gap", "removed");
        assertThat(get(PLAN + "/diff/2..3", "Accept", "text/html").body()).contains("都相同");
        assertThat(get(PLAN + "/diff/1..9").statusCode()).isEqualTo(404);
        assertThat(get("/doc/" + DemoDocuments.WITHDRAWN + "/diff/1..2").statusCode())
                .isEqualTo(410);
        assertThat(get(PLAN, "Accept", "text/html").body()).contains(PLAN + "/diff/1..2\"");
    }

    @Test
    void theVersionsOfADocumentAreAListForPrograms() {
        JsonNode json = JSON.readTree(
                get(PLAN + "/versions", "Accept", "application/json").body());
        assertThat(json.path("events")
                        .valueStream()
                        .map(event -> event.path("event").asString()))
                .containsExactly("released", "corrected", "revised");
        assertThat(json.path("events")
                        .valueStream()
                        .map(event -> event.path("proof").asString()))
                .containsExactly(PLAN + "/versions/1/proof", PLAN + "/versions/2/proof", PLAN + "/versions/3/proof");
        HttpResponse<String> page = get(PLAN + "/versions", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(header(page, "Location")).isEqualTo(PLAN + "#versions");
    }

    @Test
    void aCitedDocumentThatIsNotHereHasAPageThatLeadsToItOnceItCame() throws Exception {
        String address = "/cited/" + DemoSite.STUB;
        HttpResponse<String> page = get(address);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("云州市集市管理办法", "云政发〔2001〕9号", "/doc/" + DemoDocuments.CLEANUP);
        JsonNode json = JSON.readTree(get(address + ".json").body());
        assertThat(json.path("relations").get(0).path("other").asString())
                .isEqualTo("/id/doc/" + DemoDocuments.CLEANUP);

        HttpResponse<String> came = get("/cited/" + DemoSite.STUB_THAT_CAME);
        assertThat(came.statusCode()).isEqualTo(303);
        assertThat(header(came, "Location")).endsWith(PLAN);
        assertThat(get("/cited/" + "0".repeat(20)).statusCode()).isEqualTo(404);
        assertThat(get("/cited/x").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "html, text/html",
        "json, application/json",
        "jsonld, application/ld+json",
        "ttl, text/turtle",
        "rdf, application/rdf+xml",
        "nt, application/n-triples",
        "xml, application/xml",
        "akn, application/akn+xml",
        "txt, text/plain",
        "pdf, application/pdf",
    })
    void everyFormComesBySuffixAndByAcceptWithTheSameBytes(String suffix, String type) {
        HttpResponse<String> bySuffix = get(PLAN + "." + suffix, "Accept", "image/png");
        HttpResponse<String> byAccept = get(PLAN, "Accept", type + ", */*;q=0.1");

        assertThat(bySuffix.statusCode()).isEqualTo(200);
        assertThat(header(bySuffix, "Content-Type")).startsWith(type);
        assertThat(header(byAccept, "Content-Type")).startsWith(type);
        assertThat(header(byAccept, "Content-Location")).isEqualTo(PLAN + "." + suffix);
        assertThat(header(byAccept, "ETag")).isNotEmpty().isEqualTo(header(bySuffix, "ETag"));
        assertThat(String.join(",", byAccept.headers().allValues("Vary")))
                .containsIgnoringCase("accept,")
                .containsIgnoringCase("accept-language");
        if (!suffix.equals("html")) {
            assertThat(byAccept.body()).isEqualTo(bySuffix.body());
            assertThat(header(bySuffix, "Access-Control-Allow-Origin")).isEqualTo("*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "json", "jsonld", "ttl", "rdf", "nt", "xml", "txt", "pdf"})
    void whatTheReaderHasIsNotSentAgain(String suffix) {
        String tag = header(get(PLAN + "." + suffix), "ETag");
        HttpResponse<String> again = get(PLAN + "." + suffix, "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(header(again, "Cache-Control")).isEqualTo("no-cache");
        assertThat(get(PLAN + "." + suffix, "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void everyFormSaysWhenItChangedAndADateAloneIsTrustedOnlyWhereOtherDocumentsDoNotMatter() {
        String date = header(get(PLAN + ".txt"), "Last-Modified");
        assertThat(date).isNotEmpty();
        for (Representation form : Representation.values()) {
            assertThat(header(get(PLAN + "." + form.suffix()), "Last-Modified"))
                    .as(form.suffix())
                    .isNotEmpty();
        }
        assertThat(get(PLAN + ".txt", "If-Modified-Since", date).statusCode()).isEqualTo(304);
        assertThat(get(PLAN + ".json", "If-Modified-Since", date).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "jsonld", "ttl", "rdf", "nt", "xml", "txt", "pdf"})
    void theDigestOfAFormIsThatOfItsBytesAndItIsNeverCompressed(String suffix) throws Exception {
        HttpResponse<byte[]> answer = LiveSite.bytes(PLAN + "." + suffix, "Accept-Encoding", "gzip");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(answer.body());
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.headers().firstValue("Repr-Digest"))
                .hasValue("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        assertThat(answer.headers().firstValue("ETag").orElse("")).startsWith("\"");
        String tag = answer.headers().firstValue("ETag").orElse("");
        assertThat(header(get(PLAN + "." + suffix, "If-None-Match", tag), "Repr-Digest"))
                .isEmpty();
    }

    @Test
    void whatGoesWithADocumentIsLinkedFromItsHeaders() {
        String json = header(get(PLAN + ".json"), "Link");
        assertThat(json)
                .contains("</data/schema/record/1.0>; rel=\"describedby\"")
                .contains("</def/context.jsonld>; rel=\"http://www.w3.org/ns/json-ld#context\"")
                .contains("rel=\"license\"")
                .contains("</catalog>; rel=\"collection\"");
        for (String form : List.of("html", "txt", "pdf", "xml", "akn", "json")) {
            assertThat(header(get(PLAN + "." + form), "Link"))
                    .as(form)
                    .contains("<" + PLAN + ".jsonld>; rel=\"describedby\"; type=\"application/ld+json\"");
        }
        assertThat(header(get(PLAN + ".ttl"), "Link")).contains("</def/shapes>; rel=\"describedby\"");
    }

    @Test
    void whoCanTakeNoneOfTheFormsIsToldWhichThereAre() {
        String offered = JSON.readTree(get(PLAN, "Accept", "image/png").body())
                .get("detail")
                .asString();
        for (Representation form : Representation.values()) {
            assertThat(offered).contains("." + form.suffix() + " (" + form.type() + ")");
        }
        assertThat(get("/doc/" + DemoDocuments.NO_PDF, "Accept", "image/png").body())
                .doesNotContain(".pdf");
    }

    @Test
    void whatIsGoneSaysSoInTheFormThatTheSuffixAsksFor() {
        String gone = "/doc/" + DemoDocuments.WITHDRAWN;
        assertThat(header(get(gone + ".html", "Accept", "*/*"), "Content-Type")).startsWith("text/html");
        assertThat(header(get(gone + ".ttl", "Accept", "text/html"), "Content-Type"))
                .startsWith("application/problem+json");
    }

    @Test
    void scriptsOfOtherSitesMayReadEverythingPublicAndNothingOfTheDesk() {
        for (String path : List.of("/", PLAN, PLAN + ".json", "/search?q=x", "/doc/zzzzzzzzzzzzzzzz", "/robots.txt")) {
            assertThat(get(path, "Origin", "https://other.example").headers().allValues("Access-Control-Allow-Origin"))
                    .as(path)
                    .containsExactly("*");
        }
        assertThat(get("/desk").headers().allValues("Access-Control-Allow-Origin"))
                .isEmpty();
        HttpResponse<String> asked = LiveSite.send(
                "OPTIONS", PLAN, "Origin", "https://other.example", "Access-Control-Request-Method", "GET");
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(header(asked, "Access-Control-Allow-Methods")).contains("GET");
        assertThat(asked.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
    }

    @Test
    void thePagesInTwoLanguagesHaveDifferentTags() {
        String chinese = header(get(PLAN + ".html", "Accept-Language", "zh"), "ETag");
        String english = header(get(PLAN + ".html", "Accept-Language", "en"), "ETag");
        assertThat(chinese).isNotEqualTo(english);
    }

    @Test
    void searchEnginesAreAskedToLeaveOutWhatIsForItsPageOnlyInEveryForm() {
        String closed = "/doc/" + DemoDocuments.NO_PDF;
        for (String suffix : List.of("", ".html", ".json", ".jsonld", ".ttl", ".rdf", ".nt", ".xml", ".txt")) {
            assertThat(header(get(closed + suffix, "Accept", "text/html"), "X-Robots-Tag"))
                    .as(suffix)
                    .isEqualTo("noindex");
        }
        Document page = LiveSite.page(closed, "zh-CN");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.select(".badges").text()).contains("仅网页公开");
        assertThat(header(get(PLAN + ".html"), "X-Robots-Tag")).isEmpty();
        assertThat(LiveSite.page(PLAN, "zh-CN").select("meta[name=robots]")).isEmpty();
    }

    @Test
    void headTellsTheSameWithoutTheBody() {
        HttpResponse<String> head = LiveSite.send("HEAD", PLAN + ".json");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isEqualTo(header(get(PLAN + ".json"), "ETag"));
    }

    @Test
    void jsonIsThePublicRecordWithIdentityAndRelations() {
        JsonNode json = JSON.readTree(get(PLAN + ".json").body());
        assertThat(json.get("id").asString()).isEqualTo("/id" + PLAN);
        assertThat(json.get("uid").asString()).isEqualTo(DemoDocuments.PLAN.value());
        assertThat(json.get("version").asInt()).isEqualTo(2);
        assertThat(json.get("schema").asString()).isEqualTo("gongbao-record/1");
        assertThat(json.get("documentNumber").asString()).isEqualTo(DemoPlan.NUMBER);
        assertThat(json.get("relations").get(0).get("other").asString()).isEqualTo("/id/doc/" + DemoDocuments.DECREE);
        assertThat(json.get("claims").get("documentNumber").get(0).get("box").size())
                .isEqualTo(4);
    }

    @Test
    void xmlIsWellFormedEvenForCharactersThatXmlForbids() throws Exception {
        String xml = get("/doc/" + DemoDocuments.HOSTILE + ".xml").body();
        org.w3c.dom.Document parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(parsed.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(DemoRecords.HOSTILE_TITLE);
        assertThat(parsed.getElementsByTagName("text").item(0).getTextContent()).contains("\uFFFD\uFFFD\uFFFD");
    }

    @Test
    void pdfCanBeShownNamedAndReadInPartsAndDoNothingElse() {
        HttpResponse<String> pdf = get(PLAN + ".pdf");
        assertThat(header(pdf, "Content-Disposition"))
                .startsWith("inline; filename=\"" + DemoDocuments.PLAN + ".pdf\"; filename*=UTF-8''%E4%BA%91");
        assertThat(header(pdf, "Content-Security-Policy")).contains("sandbox").contains("default-src 'none'");
        assertThat(header(pdf, "X-Content-Type-Options")).isEqualTo("nosniff");
        HttpResponse<String> part = get(PLAN + ".pdf", "Range", "bytes=0-3");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("%PDF");
    }

    @Test
    void aDocumentWithoutPdfOffersNone() {
        String page = "/doc/" + DemoDocuments.NO_PDF;
        assertThat(get(page + ".pdf").statusCode()).isEqualTo(404);
        assertThat(get(page, "Accept", "application/pdf").statusCode()).isEqualTo(406);
        assertThat(header(get(page), "Link")).doesNotContain(".pdf");
    }

    @Test
    void theOtherFormsAreLinked() {
        assertThat(header(get(PLAN), "Link"))
                .contains("<" + PLAN + ".ttl>; rel=\"alternate\"; type=\"text/turtle\"")
                .contains("<https://gongbao.yunzhou.example/id" + PLAN + ">; rel=\"cite-as\"");
    }

    @Test
    void whatCannotBeHadIsSaidToMachinesAsAProblemDocument() {
        assertProblem(get(PLAN + ".docx"), 404);
        assertProblem(get("/doc/zzzzzzzzzzzzzzzz"), 404);
        assertProblem(get("/doc/..%2e"), 400, 404);
        assertProblem(get(PLAN, "Accept", "image/png"), 406);
        assertProblem(get("/no/such/address"), 404);
        HttpResponse<String> gone = get("/doc/" + DemoDocuments.WITHDRAWN + ".json");
        assertProblem(gone, 410);
        assertThat(gone.body()).contains("附件内容有误").contains("withdrawn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html;q=0.1, application/json          | application/problem+json",
                "application/problem+json, text/html;q=0.9  | application/problem+json",
                "*/*                                        | application/problem+json",
                "image/png                                  | application/problem+json",
                "application/json;q=0.2, text/html          | text/html",
                "text/html,application/xhtml+xml,*/*;q=0.8  | text/html",
            })
    void whyThereIsNoAnswerIsSaidInTheFormThatIsLikedBest(String accept, String type) {
        assertThat(header(get("/doc/zzzzzzzzzzzzzzzz", "Accept", accept), "Content-Type"))
                .startsWith(type);
        assertThat(header(get("/doc/" + DemoDocuments.WITHDRAWN, "Accept", accept + ", */*;q=0.05"), "Content-Type"))
                .startsWith(type);
    }

    private static void assertProblem(HttpResponse<String> answer, Integer... statuses) {
        assertThat(answer.statusCode()).isIn((Object[]) statuses);
        if (answer.statusCode() != 400) {
            assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
            JsonNode problem = JSON.readTree(answer.body());
            assertThat(problem.get("status").asInt()).isEqualTo(answer.statusCode());
            assertThat(problem.get("type").asString()).startsWith("https://gongbao.yunzhou.example/problems/");
        }
    }

    @Test
    void thePageTellsEveryVersionWithItsKindAndTheReasonOfACorrectionTheLatestFirst() throws Exception {
        Document page = Jsoup.parse(
                get("/doc/" + DemoDocuments.PLAN, "Accept-Language", "zh-CN").body());

        assertThat(page.select("a[href=#versions]")).isNotEmpty();
        assertThat(page.select("#versions li > strong").eachText()).containsExactly("更新（重新识别或完善著录，文件本身未变）", "更正", "发布");
        assertThat(page.select("#versions li").get(1).text()).contains("第 2 版", "第三条漏字<script>alert(1)</script>");
        assertThat(page.select("#versions script")).isEmpty();
    }
}
