package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.ingest.Ingest;
import org.gongbao.publication.Uid;
import org.gongbao.system.DataFolder;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What persons read otherwise than the program, before and after publication. */
class CorrectionJourneyTest extends OnDesk {

    private static String field(Element form, String name) {
        return form.selectFirst("[name=" + name + "]").val();
    }

    private HttpResponse<String> read(Browser browser, String text, String key, String words) {
        Document page = browser.page(text);
        Element form = page.selectFirst("#field-" + key + " form");
        return browser.submit(
                text,
                "version",
                field(form, "version"),
                "page",
                field(form, "page"),
                "key",
                field(form, "key"),
                "seen",
                field(form, "seen"),
                "text",
                words,
                "reason",
                "与原件核对");
    }

    @Test
    void whatAPersonReadsInALineAndACellIsWhatFieldsAreRecognisedFrom() throws Exception {
        String page = handIn("通知.html", Papers.noticeWithTable(44));
        String document =
                submitter.page(page).selectFirst("a[href*=/documents/]").attr("href");
        assertThat(submitter
                        .page(document)
                        .select("#field-documentNumber .desk-value")
                        .text())
                .isEqualTo("云发改〔2024〕440号");
        String text = document + "/text";
        String line = submitter.page(text).select(".desk-field").stream()
                .filter(field -> field.text().contains("云发改〔2024〕440号"))
                .findFirst()
                .orElseThrow()
                .id()
                .replace("field-", "");
        assertThat(read(submitter, text, line, "云发改〔2024〕44号").statusCode()).isEqualTo(302);
        assertThat(read(submitter, text, "cell-0-1-1", "12000").statusCode()).isEqualTo(302);

        Document corrected = submitter.page(document);
        assertThat(corrected.select("#field-documentNumber .desk-value").text()).isEqualTo("云发改〔2024〕44号");
        Document again = submitter.page(text);
        assertThat(again.select("#field-" + line).text()).contains("人工更正", "机器识别： 云发改〔2024〕440号");
        assertThat(again.select("table td").eachText()).contains("12000").doesNotContain("1200");
        assertThat(again.select(".desk-history").text()).contains("某member", "与原件核对", "12000");

        HttpResponse<String> stale = submitter.submit(
                text, "version", version(submitter.page(page)), "key", line, "seen", "别的", "text", "甲", "reason", "乙");
        assertThat(stale.statusCode()).isEqualTo(400);
        HttpResponse<String> outside = submitter.submit(
                document + "/fields",
                "version",
                version(submitter.page(page)),
                "field",
                "title",
                "value",
                "标题",
                "reason",
                "乙",
                "page",
                "1",
                "x",
                "1",
                "y",
                "1",
                "width",
                "5",
                "height",
                "5");
        assertThat(outside.statusCode()).as("a file without pages").isEqualTo(400);
    }

    @Test
    void aCorrectedDocumentBecomesARegressionSampleWithOneClick() throws Exception {
        String page = handIn("通知 48.txt", Papers.notice(48));
        state(page);
        move(submitter, page, "confirm");
        move(approver, page, "endorse");
        move(editor, page, "take");
        String document = editor.page(page).selectFirst("a[href*=/documents/]").attr("href");
        assertThat(editor.page(document).select("#regression")).isEmpty();
        assertThat(editor.submit(document + "/regression").statusCode()).isEqualTo(400);
        for (List<String> said :
                List.of(List.of("title", "关于做好第48批节能改造工作的通知", "核对无误"), List.of("addressees", "各县（区）发展和改革局", "漏字"))) {
            editor.submit(
                    document + "/fields",
                    "version",
                    version(editor.page(document)),
                    "field",
                    said.get(0),
                    "value",
                    said.get(1),
                    "reason",
                    said.get(2));
        }

        assertThat(editor.submit(document + "/regression").statusCode()).isEqualTo(302);

        assertThat(editor.page(document).select("#regression").text()).contains("已作为回归样例");
        Path sample = Path.of(LiveDesk.get(DataFolder.class).root().toString(), "regressions");
        try (Stream<Path> files = Files.walk(sample)) {
            List<Path> kept = files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith("通知_48.txt"))
                    .sorted()
                    .toList();
            assertThat(kept)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("通知_48.txt", "通知_48.txt.expected.json");
            assertThat(kept.get(0)).hasContent(Papers.notice(48));
            assertThat(kept.get(1)).hasContent("{\"addressees\":[\"各县（区）发展和改革局\"],\"title\":\"关于做好第48批节能改造工作的通知\"}");
        }
    }

    @Test
    void aPublishedDocumentIsCorrectedByTheSameReviewsAndStaysAsItIsUntilThen() throws Exception {
        String page = published(44);
        String uid = uid(page);
        move(editor, page, "amend", "note", "标题漏字");
        String document = editor.page(page).selectFirst("a[href*=/documents/]").attr("href");
        editor.submit(
                document + "/fields",
                "version",
                version(editor.page(document)),
                "field",
                "title",
                "value",
                "关于做好2024年第44批节能改造工作的通知",
                "reason",
                "漏字");
        LiveDesk.get(Ingest.class).reprocess(new Uid(uid));
        for (Browser reviewer : List.of(editor, second, chief)) {
            assertThat(new Browser().page("/doc/" + uid).selectFirst("h1").text())
                    .doesNotContain("2024年第44批");
            assertThat(move(reviewer, page, "pass").statusCode()).isEqualTo(302);
        }
        move(chief, page, "schedule");
        awaitState(page, "已发布");

        assertThat(new Browser().page("/doc/" + uid).selectFirst("h1").text()).isEqualTo("关于做好2024年第44批节能改造工作的通知");
        assertThat(editor.page("/desk/published/" + uid).text()).contains("更正");
        Document corrected = new Browser().page("/doc/" + uid);
        assertThat(corrected.select("#versions li > strong").eachText())
                .startsWith("更正")
                .endsWith("发布");
        assertThat(corrected.select("#versions li").get(0).text()).contains("标题漏字");
    }
}
