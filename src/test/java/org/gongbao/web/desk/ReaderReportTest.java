package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.gongbao.access.Role;
import org.gongbao.access.Trail;
import org.gongbao.access.TrailFilter;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader reports a mistake on the public page, and the desk reads it. */
class ReaderReportTest {

    private static final String HOSTILE = "=1+1<script>alert(1)</script>\u202E文倒\u200B${7*7}";

    @BeforeEach
    void letAMinutePass() {
        LiveDesk.move(Duration.ofMinutes(1));
    }

    static Uid published(String title) {
        DocumentRecord record = DocumentRecord.builder(
                        new Source("notice.txt", "ab".repeat(32), "text/plain", 12, "UTF-8", null, false))
                .title(title)
                .text(title + "\n各区人民政府：\n现将有关事项通知如下。")
                .build();
        Uid uid = Uid.mint();
        LiveDesk.get(Publisher.class)
                .publish(uid, record, new PackageContent(record, Map.of()), LogEvent.Type.RELEASED);
        assertThat(LiveDesk.get(PublishedDocuments.class).find(uid)).get().isInstanceOf(PublicState.Public.class);
        return uid;
    }

    /** Reports a mistake in the first part of a document's text. */
    static void report(Uid uid, String text) {
        LiveDesk.move(Duration.ofMinutes(1));
        Browser reader = new Browser();
        Document form = reader.page("/doc/" + uid + "/report?place=p_1");
        HttpResponse<String> sent = reader.submit(
                form.selectFirst("form[method=post]").attr("action"),
                "token",
                form.select("input[name=token]").val(),
                "place",
                form.select("input[name=place]").val(),
                "text",
                text);
        assertThat(sent.statusCode()).isEqualTo(303);
    }

    private static HttpResponse<String> send(Browser reader, Uid uid, String text, String contact, String trap) {
        Document form = reader.page("/doc/" + uid + "/report");
        String token = form.selectFirst("input[name=token]").val();
        return reader.submit(
                form.selectFirst("form[method=post]").attr("action"),
                "token",
                token,
                "text",
                text,
                "contact",
                contact,
                "website",
                trap);
    }

    @Test
    void aReportGoesFromThePublicPageToTheDeskAndIsClosedThere() {
        Uid uid = published("云州市人民政府关于防汛的通告");
        Browser reader = new Browser();
        String address =
                reader.page("/doc/" + uid).selectFirst("a[href$=/report]").attr("href");
        assertThat(address).isEqualTo("/doc/" + uid + "/report");
        assertThat(reader.page(address).text()).contains("180 天");

        HttpResponse<String> sent = send(reader, uid, HOSTILE, "reader@yunzhou.example", "");

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(reader.page(sent.headers().firstValue("Location").orElseThrow())
                        .text())
                .contains("已收到");
        assertThat(reader.cookies()).isEmpty();
        assertThat(reader.page("/doc/" + uid).html()).doesNotContain("reader@yunzhou.example");

        Browser editor = LiveDesk.signedIn(Role.EDITOR);
        Element row = row(editor, "open", uid);
        assertThat(row.selectFirst(".report-text").wholeText())
                .isEqualTo("=1+1<script>alert(1)</script>⟦U+202E⟧文倒⟦U+200B⟧${7*7}");
        assertThat(row.text()).contains("reader@yunzhou.example");
        assertThat(row.select("script")).isEmpty();

        String close = row.selectFirst("form").attr("action");
        editor.submit(close, "outcome", "corrected", "note", "已更正第三条");

        assertThat(row(editor, "closed", uid).text()).contains("已更正", "已更正第三条");
        String id = close.split("/")[3];
        assertThat(LiveDesk.get(Trail.class).after(new TrailFilter(null, null, id, null, null), 0, 10))
                .extracting(entry -> entry.action() + " " + entry.details())
                .containsExactly("reader-report.close {outcome=corrected}");
    }

    @Test
    void aReportNamesItsPlaceAndTheReaderSeesWhatCameOfIt() {
        Uid uid = published("云州市人民政府关于灯会的通告");
        Browser reader = new Browser();
        Document page = reader.page("/doc/" + uid);
        String part =
                page.select(".text p:contains(现将有关事项)").select("a.report-here").attr("href");
        assertThat(part).matches("/doc/" + uid + "/report\\?place=p_[0-9]+");

        HttpResponse<String> sent = sendAt(reader, part, "quote", "");
        sendAt(reader, "/doc/" + uid + "/report?place=field.documentNumber", "quote", "");
        HttpResponse<String> typed = sendAt(reader, "/doc/" + uid + "/report", "quote", "有关 事项");

        assertThat(typed.statusCode()).isEqualTo(303);
        Browser editor = LiveDesk.signedIn(Role.EDITOR);
        assertThat(editor.page("/desk/reports")
                        .select(".desk-documents > li:contains(" + uid + ") .report-place")
                        .eachText())
                .containsExactlyInAnyOrder("位置： 正文第 3 段", "位置： 发文字号", "位置： 正文第 3 段");
        Element row = editor.page("/desk/reports").select(".desk-documents > li:contains(" + uid + ")").stream()
                .filter(each -> each.select(".report-quote").text().equals("现将有关事项通知如下。"))
                .findFirst()
                .orElseThrow();
        String receipt = reader.page(sent.headers().firstValue("Location").orElseThrow())
                .select("a[href^=/report/]")
                .attr("href");
        assertThat(reader.page(receipt).text()).contains("正在核实", "正文第 3 段").doesNotContain("有误之处");
        String etag = reader.open("/doc/" + uid).headers().firstValue("ETag").orElseThrow();

        editor.submit(row.selectFirst("form").attr("action"), "outcome", "corrected", "note", "内部说明");

        assertThat(reader.page(receipt).text()).contains("已更正").doesNotContain("内部说明");
        HttpResponse<String> after = reader.open("/doc/" + uid);
        assertThat(after.body()).contains("已更正 1 件").doesNotContain("有误之处");
        assertThat(after.headers().firstValue("ETag").orElseThrow())
                .isNotEqualTo(etag)
                .matches("W/\"[\\x21\\x23-\\x7e]+\"");
        assertThat(reader.open("/report/" + "0".repeat(24)).statusCode()).isEqualTo(404);
    }

    @Test
    void aPlaceThatIsNotInTheDocumentAndWordsThatAreNotInItsTextAreRefusedAndWhatWasTypedStays() {
        Uid uid = published("云州市人民政府关于防火的通告");
        Browser reader = new Browser();
        String form = "/doc/" + uid + "/report";

        for (String[] wrong : new String[][] {
            {"quote", "本文没有这句话", "没有找到您摘录的字句"},
            {"quote", "现将有关事项通知如下。".repeat(40), "没有找到您摘录的字句"},
            {"place", "p_99", "不在现行版本中"},
            {"place", "field.secret", "不在现行版本中"},
            {"place", "<script>", "不在现行版本中"}
        }) {
            HttpResponse<String> answer = sendAt(reader, form, wrong[0], wrong[1]);
            assertThat(answer.statusCode()).as(wrong[1]).isEqualTo(422);
            assertThat(answer.body()).contains(wrong[2], "有误之处").doesNotContain("<script>");
        }
        assertThat(LiveDesk.signedIn(Role.EDITOR).page("/desk/reports").html()).doesNotContain(uid.value());
    }

    private static HttpResponse<String> sendAt(Browser reader, String address, String name, String value) {
        LiveDesk.move(Duration.ofMinutes(1));
        Document form = reader.page(address);
        String token = form.selectFirst("input[name=token]").val();
        String place =
                name.equals("place") ? value : form.select("input[name=place]").val();
        return reader.submit(
                form.selectFirst("form[method=post]").attr("action"),
                "token",
                token,
                "place",
                place,
                "quote",
                name.equals("quote") ? value : "",
                "text",
                "有误之处");
    }

    private static Element row(Browser editor, String state, Uid uid) {
        return editor.page("/desk/reports?state=" + state).select(".desk-documents > li").stream()
                .filter(each -> each.selectFirst("a[href$=/doc/" + uid + "]") != null)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatCannotBeTakenIsSaidAndWhatWasTypedStays() {
        Uid uid = published("云州市人民政府关于供暖的通告");
        Browser reader = new Browser();

        HttpResponse<String> old = reader.submit("/doc/" + uid + "/report", "token", "1.2.3", "text", "第三条<有误>");
        assertThat(old.statusCode()).isEqualTo(422);
        assertThat(old.body()).contains("表单已过期", "第三条&lt;有误&gt;");
        assertThat(send(reader, uid, "字".repeat(2_001), "", "").statusCode()).isEqualTo(422);
        assertThat(send(reader, uid, "", "", "").statusCode()).isEqualTo(422);
        for (int i = 0; i < 3; i++) {
            assertThat(send(reader, uid, "第" + i, "", "").statusCode()).isEqualTo(303);
        }
        HttpResponse<String> flood = send(reader, uid, "太多", "", "");
        assertThat(flood.statusCode()).isEqualTo(429);
        assertThat(flood.headers().firstValue("Retry-After")).contains("60");
    }

    @Test
    void whatFillsTheHiddenFieldIsThankedAndForgotten() {
        Uid uid = published("云州市人民政府关于绿化的通告");

        assertThat(send(new Browser(), uid, "buy", "", "http://spam.example").statusCode())
                .isEqualTo(303);

        assertThat(LiveDesk.signedIn(Role.CHIEF_EDITOR).page("/desk/reports").html())
                .doesNotContain(uid.value());
    }

    @Test
    void whatIsNotPublicAnswersLikeAnyUnknownDocument() {
        String unknown = new Browser().open("/doc/" + Uid.mint()).body();
        Browser reader = new Browser();

        for (String uid : new String[] {Uid.mint().value(), "x"}) {
            HttpResponse<String> answer = reader.open("/doc/" + uid + "/report");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(plain(answer.body())).isEqualTo(plain(unknown));
            assertThat(reader.submit("/doc/" + uid + "/report", "text", "甲").statusCode())
                    .isEqualTo(404);
        }
    }

    /** Without the page's own address, which the link to the other language holds. */
    private static String plain(String page) {
        return page.replaceAll("/doc/[^\"?]*", "");
    }
}
