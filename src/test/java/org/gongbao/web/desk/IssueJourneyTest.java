package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongbao.access.Accounts;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.review.IssuePlans;
import org.gongbao.review.IssueProofs;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.util.UriUtils;

/** An issue of a gazette from published documents to its public page, each person in a browser of their own. */
class IssueJourneyTest {

    private static final String SERIES = LiveIssues.SERIES;

    private final Browser editor = LiveDesk.signedIn(Role.EDITOR);
    private final Browser chief = LiveDesk.signedIn(Role.CHIEF_EDITOR);
    private final int issue = LiveIssues.number();

    private String begin() {
        editor.open("/desk/issues");
        HttpResponse<String> answer = editor.submit(
                "/desk/issues",
                "series",
                SERIES,
                "sponsor",
                "云州市人民政府",
                "permit",
                "云内资字001号",
                "year",
                "2024",
                "issue",
                Integer.toString(issue),
                "totalIssue",
                "88",
                "date",
                "2024-03-20");
        assertThat(answer.statusCode()).isEqualTo(302);
        return location(answer);
    }

    private static String location(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", "");
    }

    private static HttpResponse<String> send(Browser browser, String page, String what, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "version", browser.page(page).selectFirst("input[name=version]").val()));
        fields.addAll(Arrays.asList(more));
        return browser.submit(page + what, fields.toArray(String[]::new));
    }

    private void proof(String page) {
        assertThat(send(editor, page, "/edition").statusCode()).isEqualTo(302);
    }

    private void awaitState(String page, String word) throws InterruptedException {
        for (int tries = 0; !chief.page(page).select(".page-head .badge").text().equals(word); tries++) {
            assertThat(tries)
                    .as("waiting for " + word + " at " + chief.page(page).text())
                    .isLessThan(100);
            Thread.sleep(100);
        }
    }

    private String address() {
        return "/gazette/" + UriUtils.encodePathSegment(SERIES, StandardCharsets.UTF_8) + "/2024/" + issue;
    }

    @Test
    void anIssueGoesFromPublishedDocumentsToThePublicPage() throws Exception {
        Uid water = LiveIssues.published("关于节约用水的通知" + issue);
        Uid roads = LiveIssues.published("关于道路养护的通知" + issue);
        String page = begin();
        Document offered =
                editor.page(page + "?since=2000-01-01&words=" + UriUtils.encode("的通知" + issue, StandardCharsets.UTF_8));
        assertThat(offered.select("input[name=add]").eachAttr("value"))
                .containsExactlyInAnyOrder(water.value(), roads.value());
        assertThat(send(editor, page, "/documents", "column", "市政府文件", "add", water.value(), "add", roads.value())
                        .statusCode())
                .isEqualTo(302);
        send(
                editor,
                page,
                "/order",
                "place-" + water,
                "20",
                "column-" + water,
                "市政府文件",
                "place-" + roads,
                "10",
                "column-" + roads,
                "市府办文件");
        assertThat(editor.page(page).select("tbody th bdi").eachText())
                .containsExactly("关于道路养护的通知" + issue, "关于节约用水的通知" + issue);
        proof(page);
        assertThat(editor.open(page + "/edition.pdf").statusCode()).isEqualTo(200);
        assertThat(new Browser().open(address()).statusCode()).isEqualTo(404);

        assertThat(send(editor, page, "/release").statusCode()).isEqualTo(403);
        assertThat(send(chief, page, "/release").statusCode()).isEqualTo(302);
        awaitState(page, "已发布");

        Document shown = new Browser().page(address());
        assertThat(shown.select("h2").eachText()).startsWith("市府办文件", "市政府文件");
        assertThat(shown.select(".items li > a").eachAttr("href")).containsExactly("/doc/" + roads, "/doc/" + water);
        assertThat(shown.select(".page-head time").attr("datetime")).isEqualTo("2024-03-20");
        Document read = new Browser().page(shown.selectFirst("a.button").attr("href"));
        assertThat(read.select("article h2").eachText()).containsExactly("关于道路养护的通知" + issue, "关于节约用水的通知" + issue);
        assertThat(read.select("#item_2 .text").text()).contains("现将有关事项通知如下，请认真执行。");
        assertThat(read.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(new Browser().page(address() + "?read=2").select("article h2"))
                .hasSize(1);
        for (String wrong : List.of("0", "3", "x", "-1", "99999999999")) {
            assertThat(new Browser().open(address() + "?read=" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(404);
        }
        String pdf = shown.selectFirst("a.button[href$=.pdf]").attr("href");
        assertThat(new Browser().open(pdf).headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(new Browser().page("/gazette").text()).contains(SERIES);
        assertThat(new Browser()
                        .open("/doc/" + page.substring(page.lastIndexOf('/') + 1) + "/proof")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anIssueTravelsNoFurtherThanTheDocumentsInIt(@TempDir Path folder) throws Exception {
        Uid open = LiveIssues.published("关于节约用电的通知" + issue);
        Uid own = LiveIssues.published("关于机关食堂的通知" + issue);
        DocumentRecord record = document(own).record();
        LiveDesk.get(Publisher.class)
                .publish(
                        own,
                        record,
                        Terms.PAGE.in(new PackageContent(record, Map.of()), folder),
                        LogEvent.Type.REVISED);
        String page = begin();
        send(editor, page, "/documents", "column", "市政府文件", "add", open.value(), "add", own.value());
        proof(page);
        send(chief, page, "/release");
        awaitState(page, "已发布");

        assertThat(document(new Uid(page.substring(page.lastIndexOf('/') + 1))).terms())
                .isEqualTo(Terms.PAGE);
        assertThat(new Browser().page(address()).select("meta[name=robots]").attr("content"))
                .isEqualTo("noindex");
    }

    private static PublishedDocument document(Uid uid) {
        return ((PublicState.Public)
                        LiveDesk.get(PublishedDocuments.class).find(uid).orElseThrow())
                .document();
    }

    @Test
    void whoPutItTogetherDoesNotReleaseIt() {
        Browser both = LiveDesk.signedIn(Role.EDITOR, Role.CHIEF_EDITOR);
        Uid water = LiveIssues.published("关于节约用电的通知" + issue);
        String page = begin();
        send(both, page, "/documents", "column", "市政府文件", "add", water.value());
        proof(page);

        assertThat(both.page(page).select("form[action$=/release]")).isEmpty();
        assertThat(send(both, page, "/release").statusCode()).isEqualTo(422);
    }

    @Test
    void atItsMinuteAnIssueThatHoldsAWithdrawnDocumentStaysBack() throws Exception {
        Uid water = LiveIssues.published("关于防汛值班的通知" + issue);
        Uid roads = LiveIssues.published("关于森林防火的通知" + issue);
        String page = begin();
        send(editor, page, "/documents", "column", "市政府文件", "add", water.value(), "add", roads.value());
        proof(page);
        LocalDateTime minute = LocalDateTime.ofInstant(LiveDesk.now(), ZoneOffset.UTC)
                .plusHours(1)
                .truncatedTo(ChronoUnit.MINUTES);
        send(chief, page, "/release", "releaseAt", minute.toString());
        assertThat(chief.page(page).select(".page-head .badge").text()).isEqualTo("待发布");
        LiveDesk.get(Publisher.class).withdraw(water, "误发");
        LiveDesk.move(Duration.ofHours(2));

        for (int tries = 0; !chief.page(page).text().contains("is public no more"); tries++) {
            assertThat(tries).isLessThan(100);
            Thread.sleep(100);
        }
        assertThat(new Browser().open(address()).statusCode()).isEqualTo(404);
    }

    @Test
    void theIssueOfAWithdrawnDocumentShowsATombstoneAndItsPdfIsReplaced() throws Exception {
        Uid water = LiveIssues.published("关于校园安全的通知" + issue);
        Uid roads = LiveIssues.published("关于消防检查的通知" + issue);
        String page = begin();
        send(editor, page, "/documents", "column", "市政府文件", "add", water.value(), "add", roads.value());
        proof(page);
        send(chief, page, "/release");
        awaitState(page, "已发布");
        String uid = page.substring(page.lastIndexOf('/') + 1);

        LiveDesk.get(Publisher.class).withdraw(water, "涉及个人信息");
        assertThat(new Browser().page(address()).text())
                .contains("本件已撤回", "涉及个人信息", "关于消防检查的通知" + issue)
                .doesNotContain("关于校园安全的通知");
        assertThat(new Browser().page(address() + "?read=1").text())
                .contains("本件已撤回", "涉及个人信息", "关于消防检查的通知" + issue)
                .doesNotContain("关于校园安全的通知");
        assertThat(new Browser().open("/doc/" + uid + ".pdf").statusCode()).isEqualTo(410);
        assertThat(new Browser().open("/doc/" + uid + ".json").body()).doesNotContain("关于校园安全的通知");
        assertThat(new Browser().open("/doc/" + uid + ".txt").body()).doesNotContain("关于校园安全的通知");

        send(chief, page, "/amend", "note", "刊载的文件已撤回");
        proof(page);
        send(chief, page, "/release");
        awaitState(page, "已发布");
        assertThat(new Browser().open("/doc/" + uid + ".pdf").statusCode()).isEqualTo(200);
        assertThat(new Browser().page(address()).text()).contains("本件已撤回").doesNotContain("暂不提供下载");

        send(chief, page, "/withdrawal", "note", "整期撤回");
        assertThat(new Browser().open("/doc/" + uid + ".pdf").statusCode()).isEqualTo(410);
        assertThat(new Browser().open(address()).statusCode()).isEqualTo(404);
        assertThat(new Browser().open("/doc/" + roads).statusCode()).isEqualTo(200);
    }

    @Test
    void theMisprintOfThePrintersPdfStopsTheReleaseUntilThePublicIsToldOfIt() throws Exception {
        Uid water = LiveIssues.published("关于秋粮收购的通知" + issue);
        Uid roads = LiveIssues.published("关于冬季供暖的通知" + issue);
        String page = begin();
        send(editor, page, "/documents", "column", "市政府文件", "add", water.value(), "add", roads.value());
        IssuePlans plans = LiveDesk.get(IssuePlans.class);
        Uid uid = new Uid(page.substring(page.lastIndexOf('/') + 1));
        Person person = LiveDesk.get(Accounts.class)
                .find(LiveDesk.member(Role.EDITOR).id())
                .orElseThrow()
                .person();
        LiveDesk.get(IssueProofs.class)
                .printed(
                        person,
                        uid,
                        plans.find(uid).orElseThrow().version(),
                        LiveIssues.printed(List.of(water, roads), "认真执刑"));
        String proof = page + "/proof";
        assertThat(editor.page(proof).select("input[name=first-" + water + "]").val())
                .isEqualTo("3");
        assertThat(send(editor, page, "/edition").statusCode()).isEqualTo(422);
        assertThat(submit(proof, page + "/comparison").statusCode()).isEqualTo(302);
        assertThat(submit(
                                proof,
                                page + "/pages",
                                "first-" + water,
                                "3",
                                "last-" + water,
                                "3",
                                "first-" + roads,
                                "4",
                                "last-" + roads,
                                "4",
                                "other",
                                "1-2,5")
                        .statusCode())
                .isEqualTo(302);
        submit(proof, page + "/comparison");
        assertThat(editor.page(proof).select("#differences h3")).hasSize(2);
        assertThat(editor.page(page).text()).contains("有差异");
        for (String number : List.of("0", "1")) {
            submit(proof, page + "/errata", "number", number, "note", "“刑”应为“行”");
        }
        assertThat(send(editor, page, "/edition").statusCode()).isEqualTo(302);
        send(chief, page, "/release");
        awaitState(page, "已发布");

        assertThat(new Browser().page(address()).text()).contains("勘误", "执刑", "“刑”应为“行”");
        assertThat(new Browser().open("/doc/" + uid + ".pdf").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> submit(String form, String to, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "version", editor.page(form).selectFirst("input[name=version]").val()));
        fields.addAll(Arrays.asList(more));
        return editor.submit(to, fields.toArray(String[]::new));
    }
}
