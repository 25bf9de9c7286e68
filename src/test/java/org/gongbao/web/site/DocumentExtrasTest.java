package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.web.site.LiveSite.get;
import static org.gongbao.web.site.LiveSite.header;
import static org.gongbao.web.site.LiveSite.page;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.RightsSettings;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.GazetteIssue;
import org.gongbao.record.Task;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a document's page gives beside the text: tables, links, cards, citations, and the way back from paper. */
class DocumentExtrasTest {

    private static final String PLAN = "/doc/" + DemoDocuments.PLAN;
    private static final String BASE = "https://gongbao.yunzhou.example";

    @Test
    void thePageTellsWhatMayBeDoneWithADocumentOfItsKind() {
        RightsSettings.Rights standing = RightsSettings.standard().standing();
        Element plan = rights(DemoDocuments.PLAN, "zh");
        assertThat(plan.text()).contains("使用许可", standing.zh()).doesNotContain(standing.en());
        assertThat(plan.select("a[rel=license]").attr("href")).isEqualTo(standing.licence());
        assertThat(rights(DemoDocuments.PLAN, "en").text()).contains(standing.en());

        Element decree = rights(DemoDocuments.DECREE, "zh");
        assertThat(decree.text()).contains("政府规章以正式版本为准").doesNotContain(standing.zh());
        assertThat(decree.select("a")).isEmpty();
        assertThat(rights(DemoDocuments.DECREE, "en").text()).contains("Of rules the official text counts.");
    }

    private static Element rights(Uid uid, String language) {
        String page = get("/doc/" + uid, "Accept", "text/html", "Accept-Language", language)
                .body();
        return Jsoup.parse(page).select("#downloads .rights").first();
    }

    @Test
    void aTableIsTakenAlongAsItStands() {
        Document page = page(PLAN, "zh-CN");
        assertThat(page.select(".table-csv a").eachAttr("href")).containsExactly(PLAN + "/tables/1.csv");
        HttpResponse<String> csv = get(PLAN + "/tables/1.csv");
        assertThat(header(csv, "Content-Type")).startsWith("text/csv");
        assertThat(header(csv, "Content-Disposition")).startsWith("attachment;");
        assertThat(csv.body()).isEqualTo("\uFEFF项目,资金（万元）,责任单位\r\n居家适老化改造,1200,市民政局\r\n护理型床位建设补贴,860,市财政局\r\n");
        assertThat(get(PLAN + "/tables/2.csv").statusCode()).isEqualTo(404);
        assertThat(get("/doc/" + DemoDocuments.WITHDRAWN + "/tables/1.csv").statusCode())
                .isEqualTo(410);
    }

    @Test
    void searchEnginesAreToldWhatItIs() {
        Document page = page(PLAN, "zh-CN");
        JsonNode told = new JsonMapper()
                .readTree(page.selectFirst("script[type=application/ld+json]").data());
        assertThat(told.get("@type").asString()).isEqualTo("Legislation");
        assertThat(told.get("@id").asString()).isEqualTo(BASE + "/id" + PLAN);
        assertThat(told.get("name").asString())
                .isEqualTo(page.selectFirst("h1").text().replace(" ", ""));
        assertThat(told.get("legislationIdentifier").asString()).startsWith("云政办字");
        assertThat(told.get("encoding")
                        .valueStream()
                        .map(form -> form.get("contentUrl").asString()))
                .contains(BASE + PLAN + ".json");
        // A title may hold anything; the block ends where the page ends it.
        assertThat(page.select("script[type=application/ld+json]").outerHtml().split("<", -1))
                .hasSize(3);
    }

    @Test
    void theFirstScreenTellsWhomToAskSinceWhenItHoldsAndWhatExplainsIt() {
        Element first = page(PLAN, "zh-CN").selectFirst(".document-head .first-facts");
        assertThat(first.select(".interpretation a").eachAttr("href")).containsExactly("/doc/" + DemoDocuments.NO_PDF);
        assertThat(first.select(".interpretation a").text()).isEqualTo("一图读懂养老服务体系建设实施方案");
        assertThat(first.select(".ask a")).isNotEmpty().allSatisfy(agency -> {
            int status = get(agency.attr("href")).statusCode();
            assertThat(status).as(agency.attr("href")).isIn(200, 303);
        });
        LocalDate effective = DemoPlan.record().effectiveOn();
        assertThat(first.select("time").eachAttr("datetime"))
                .isEqualTo(effective == null ? List.of() : List.of(effective.toString()));
        assertThat(page("/doc/" + DemoDocuments.HOSTILE, "en").select(".first-facts script"))
                .isEmpty();
    }

    @Test
    void theDutiesOfAnIssueAreThoseOfItsDocumentsEachWithAnAnchor() {
        int duties = DemoPlan.record().tasks().size();
        assertThat(duties).isPositive();
        assertThat(page("/doc/" + DemoDocuments.ISSUE, "zh-CN")
                        .select("#tasks tbody tr")
                        .eachAttr("id"))
                .hasSize(duties)
                .startsWith("item_1_task-1");
        assertThat(page(PLAN, "zh-CN").select("#tasks tbody tr").eachAttr("id")).startsWith("task-1");
    }

    @Test
    void aNameWithASlashIsNoAddressOfAnAgency() {
        assertThat(OrgAddress.of("云州市财政局")).startsWith("/org/%E4%BA%91");
        assertThat(List.of("../desk", "甲/乙", "<b>", "", "甲\\乙"))
                .allSatisfy(name -> assertThat(OrgAddress.of(name)).isNull());
    }

    @Test
    void whatIsCitedInTheTextIsALinkAndSaysWhereItLeads() {
        Document page = page(PLAN, "zh-CN");
        assertThat(page.select(".text a.cited")).isNotEmpty().allSatisfy(link -> {
            assertThat(link.text()).isEqualTo("《云州市养老服务促进办法》");
            assertThat(link.attr("href")).isEqualTo("/doc/" + DemoDocuments.DECREE);
        });
        JsonNode seen = JsonMapper.builder()
                .build()
                .readTree(get("/doc/" + DemoDocuments.DECREE + "/preview.json", "Accept-Language", "en")
                        .body());
        assertThat(seen.get("title").asString()).isEqualTo(DemoRecords.decree().title());
        assertThat(seen.get("validity").asString()).isNotBlank();
        assertThat(get("/doc/" + DemoDocuments.ERASED + "/preview.json").statusCode())
                .isEqualTo(410);
    }

    @Test
    void aCardTellsWhatIsSharedWithItsFirstPage() {
        Document page = page(PLAN, "zh-CN");
        assertThat(page.select("meta[property=og:title]").attr("content"))
                .isEqualTo(DemoPlan.record().displayTitle());
        assertThat(page.select("meta[property=og:type]").attr("content")).isEqualTo("article");
        assertThat(page.select("meta[property=og:url]").attr("content")).isEqualTo(BASE + PLAN);
        assertThat(page.select("meta[property=og:image]").attr("content")).isEqualTo(BASE + PLAN + "/pages/1.png?v=2");
        assertThat(page.select("meta[property=og:description]").attr("content")).isNotBlank();
        assertThat(page.select("meta[property=article:published_time]").attr("content"))
                .isEqualTo("2023-05-18");
        assertThat(page("/doc/" + DemoDocuments.DECREE, "zh-CN").select("meta[property=og:image]"))
                .isEmpty();
    }

    @Test
    void thePrintedCodeLeadsBackToThePage() throws Exception {
        Document page = page(PLAN, "zh-CN");
        int size = Integer.parseInt(page.select(".code svg").attr("viewBox").split(" ")[2]);
        int scale = 4;
        int[] dots = new int[size * scale * size * scale];
        java.util.Arrays.fill(dots, 0xffffff);
        Matcher run = Pattern.compile("M(\\d+) (\\d+)\\.5h(\\d+)")
                .matcher(page.select(".code path").attr("d"));
        while (run.find()) {
            int x = Integer.parseInt(run.group(1)) * scale;
            int y = Integer.parseInt(run.group(2)) * scale;
            int length = Integer.parseInt(run.group(3)) * scale;
            for (int row = y; row < y + scale; row++) {
                java.util.Arrays.fill(dots, row * size * scale + x, row * size * scale + x + length, 0);
            }
        }
        var image = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size * scale, size * scale, dots)));
        assertThat(new QRCodeReader().decode(image).getText()).isEqualTo(BASE + PLAN);
    }

    @Test
    void aDocumentIsCitedInFourForms() {
        Document page = page(PLAN, "zh-CN");
        assertThat(page.select("#cite .citation").eachAttr("id"))
                .containsExactly("citation-gbt7714", "citation-plain", "citation-bibtex", "citation-link");
        assertThat(page.select("#citation-gbt7714").text())
                .contains("[A/OL]. (2023-05-18)[2023-06-01]. " + BASE + "/id" + PLAN);
        assertThat(page.select("#citation-bibtex").text()).startsWith("@misc{gongbao-" + DemoDocuments.PLAN + ",");
        assertThat(page.select("#citation-link").text()).isEqualTo(BASE + "/id" + PLAN);
        assertThat(page.select("#cite [data-copy]").eachAttr("data-copy"))
                .allMatch(id -> page.getElementById(id) != null);
    }

    @Test
    void bibtexTakesNoWordForACommand() {
        DocumentRecord record = DocumentRecord.builder(DemoDocuments.source("a.pdf", false))
                .title("100% {A}_\\b~")
                .issuers(List.of("甲局", "乙局"))
                .issuedOn(LocalDate.of(2023, 5, 18))
                .build();
        assertThat(cited(record).get("bibtex")).isEqualTo("""
                @misc{gongbao-p1an000000000001,
                  author = {{甲局} and {乙局}},
                  title = {{100\\% \\{A\\}\\_\\textbackslash{}b\\textasciitilde{}}},
                  year = {2023},
                  date = {2023-05-18},
                  version = {3},
                  url = {https://x.example/id},
                  urldate = {2023-06-01},
                }""");
    }

    @Test
    void aCitationNamesTheGazetteThatPrintedItAndMarksTitlesInTitles() {
        DocumentRecord record = DocumentRecord.builder(DemoDocuments.source("a.pdf", false))
                .title("《云州市停车办法》解读")
                .documentNumber("云解〔2023〕2号")
                .publishedOn(LocalDate.of(2023, 5, 20))
                .gazette(new GazetteIssue("云州市人民政府公报", 2023, 5, 88))
                .build();
        assertThat(cited(record).get("plain"))
                .isEqualTo("《〈云州市停车办法〉解读》（云解〔2023〕2号），《云州市人民政府公报》2023年第5期（总第88期），https://x.example/id");
        assertThat(cited(record).get("gbt7714")).contains("(2023-05-20)[2023-06-01]");
        assertThat(cited(record).get("bibtex")).contains("note = {《云州市人民政府公报》2023年第5期（总第88期）}");
    }

    private static Map<String, String> cited(DocumentRecord record) {
        return CitationForms.of(published(record, 3), "https://x.example/id", LocalDate.of(2023, 6, 1));
    }

    @Test
    void aColumnOfDutiesThatIsEmptyFromTopToBottomIsLeftOut() {
        DocumentRecord record = DemoPlan.record();
        DocumentRecord bare = record.toBuilder()
                .tasks(record.tasks().stream()
                        .map(task ->
                                new Task(task.number(), task.category(), task.text(), task.units(), null, List.of()))
                        .toList())
                .build();
        assertThat(view(record).isSomeMeasured()).isTrue();
        assertThat(view(record).isSomeDated()).isTrue();
        assertThat(view(bare).isSomeMeasured()).isFalse();
        assertThat(view(bare).isSomeDated()).isFalse();
        assertThat(page(PLAN, "zh-CN").select("#tasks thead th")).hasSize(5);
    }

    private static PublishedDocument published(DocumentRecord record, int version) {
        return new PublishedDocument(
                DemoDocuments.PLAN,
                version,
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                new PublicPackage(DemoDocuments.PLAN, version, record, List.of()),
                List.of());
    }

    private static DocumentView view(DocumentRecord record) {
        return DocumentView.of(published(record, 1), "https://x.example", LocalDate.of(2023, 6, 1));
    }

    @Test
    void aLinkToADocumentIsPreviewedWithHowItsTextBegins() {
        Document page = page("/doc/" + DemoDocuments.DECREE, "zh-CN");
        String told = page.select("meta[property=og:description]").attr("content");
        assertThat(told).startsWith("云州市人民政府令第8号 · 云州市人民政府 · 2020-09-01 · 正文开头：第一条　市、县（区）人民政府应当");
        assertThat(page.select("meta[name=description]").attr("content")).isEqualTo(told);
    }

    @Test
    void anIssueIsNeitherInForceNorRepealedAndLeavesNoFieldBlank() {
        Document issue = page("/doc/" + DemoDocuments.ISSUE, "zh-CN");
        assertThat(issue.select(".badge")).isEmpty();
        assertThat(issue.select(".fields dt").eachText())
                .doesNotContain("有效性", "规范性文件", "未载明")
                .contains("刊载公报");
        assertThat(page(PLAN, "zh-CN").select(".document-head .badge")).hasSize(1);
    }
}
