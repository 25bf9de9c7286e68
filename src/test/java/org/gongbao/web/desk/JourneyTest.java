package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongbao.access.Role;
import org.gongbao.ingest.Ingest;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.publication.Uid;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A document from the department to the public page, each person in a browser of their own. */
class JourneyTest {

    private final Browser submitter = LiveDesk.signedIn(Role.SUBMITTER);
    private final Browser approver = LiveDesk.signedIn(Role.DEPARTMENT_APPROVER);
    private final Browser editor = LiveDesk.signedIn(Role.EDITOR);
    private final Browser second = LiveDesk.signedIn(Role.EDITOR);
    private final Browser chief = LiveDesk.signedIn(Role.CHIEF_EDITOR);
    private final Browser privacy = LiveDesk.signedIn(Role.PRIVACY_REVIEWER);

    private String handIn(String name, String text) throws InterruptedException {
        submitter.open("/desk/submissions/new");
        HttpResponse<String> answer = submitter.upload("/desk/submissions", List.of(List.of("main", name, text)));
        assertThat(answer.statusCode()).isEqualTo(302);
        String page = location(answer);
        while (submitter.page(page).text().contains("正在读取文件")) {
            Thread.sleep(100);
        }
        return page;
    }

    private static String location(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", "");
    }

    private static String version(Document page) {
        return page.selectFirst("input[name=version]").val();
    }

    private HttpResponse<String> move(Browser browser, String page, String move, String... more) {
        List<String> fields = new ArrayList<>(List.of("version", version(browser.page(page)), "move", move));
        fields.addAll(Arrays.asList(more));
        return browser.submit(page + "/moves", fields.toArray(String[]::new));
    }

    private void state(String page) {
        HttpResponse<String> answer = submitter.submit(
                page + "/statement",
                "version",
                version(submitter.page(page)),
                "mode",
                "PROACTIVE",
                "article",
                "20",
                "reviewer",
                "审核人",
                "interpretation",
                "NONE",
                "noInterpretation",
                "事务性通知",
                "reach",
                "OPEN_DATA",
                "openness",
                "UNCONDITIONAL");
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private void review(String page) {
        assertThat(move(editor, page, "take").statusCode()).isEqualTo(302);
        assertThat(move(editor, page, "pass").statusCode()).isEqualTo(302);
        assertThat(move(second, page, "pass").statusCode()).isEqualTo(302);
        assertThat(move(chief, page, "pass").statusCode()).isEqualTo(302);
    }

    private void awaitState(String page, String word) throws InterruptedException {
        for (int tries = 0; !chief.page(page).select(".page-head .badge").text().equals(word); tries++) {
            assertThat(tries)
                    .as("waiting for " + word + " at " + chief.page(page).text())
                    .isLessThan(200);
            Thread.sleep(100);
        }
        assertThat(LiveDesk.get(DisseminationEngine.class).awaitCaughtUp(Duration.ofSeconds(30)))
                .isTrue();
    }

    private String uid(String page) {
        String link = chief.page(page).selectFirst("a[href*=/documents/]").attr("href");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    @Test
    void aDocumentGoesFromTheDepartmentToThePublicPage() throws Exception {
        String page = handIn("通知.txt", Papers.notice(41));
        assertThat(submitter.page(page).text()).contains("云发改〔2024〕41号", "关于做好第41批节能改造工作的通知");
        assertThat(move(submitter, page, "confirm").statusCode()).isEqualTo(422);
        state(page);
        assertThat(editor.open(page).statusCode()).isEqualTo(404);
        move(submitter, page, "confirm");
        assertThat(submitter.page(page).text()).contains("待部门审核");
        assertThat(approver.page("/desk?queue=waiting").text()).contains("关于做好第41批节能改造工作的通知");
        move(approver, page, "endorse");

        String document = editor.page(page).selectFirst("a[href*=/documents/]").attr("href");
        String uid = uid(page);
        HttpResponse<String> corrected = editor.submit(
                document + "/fields",
                "version",
                version(editor.page(document)),
                "field",
                "title",
                "value",
                "云州市发展和改革委员会关于做好第41批节能改造工作的通知",
                "reason",
                "补全发文机关");
        assertThat(corrected.statusCode()).isEqualTo(302);
        review(page);
        assertThat(new Browser().open("/doc/" + uid).statusCode()).isEqualTo(404);
        move(chief, page, "schedule");
        awaitState(page, "已发布");

        Document published = new Browser().page("/doc/" + uid);
        assertThat(published.selectFirst("h1").text()).isEqualTo("云州市发展和改革委员会关于做好第41批节能改造工作的通知");
        assertThat(published.text()).doesNotContain("某member");
    }

    @Test
    void personalDataIsDecidedOnBeforeAnythingGoesOut() throws Exception {
        String identity = "110105" + "19491231" + "002X";
        String page = handIn("名单.txt", Papers.listWithPersons(42, identity));
        state(page);
        move(submitter, page, "confirm");
        move(approver, page, "endorse");
        review(page);
        HttpResponse<String> refused = move(chief, page, "schedule");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("还有个人信息没有决定如何处理");
        move(chief, page, "reopen", "note", "处理个人信息");
        String places = editor.page(page).selectFirst("a[href*=/documents/]").attr("href") + "/personal-data";
        Document open = privacy.page(places);
        for (String kind : open.select("form[action$=/all] input[name=kind]").eachAttr("value")) {
            HttpResponse<String> decided = privacy.submit(
                    places + "/all",
                    "version",
                    version(privacy.page(places)),
                    "kind",
                    kind,
                    "treatment",
                    "remove",
                    "ground",
                    "",
                    "note",
                    "");
            assertThat(decided.statusCode()).isEqualTo(302);
        }
        assertThat(privacy.page(places).text()).contains("没有待决定的个人信息");
        for (Browser reviewer : List.of(editor, second, chief)) {
            assertThat(move(reviewer, page, "pass").statusCode()).isEqualTo(302);
        }
        String uid = uid(page);
        move(chief, page, "schedule");
        awaitState(page, "已发布");

        assertThat(new Browser().open("/doc/" + uid + ".txt").body())
                .contains("关于公布第42批补助人员名单的通知")
                .doesNotContain(identity);
        assertThat(new Browser().open("/doc/" + uid + ".json").body()).doesNotContain(identity);
    }

    @Test
    void whoIsSecondSeesWhatWasTypedAndWhatIsThereNow() throws Exception {
        String page = handIn("通知.txt", Papers.notice(43));
        String seen = version(submitter.page(page));
        state(page);

        HttpResponse<String> late =
                submitter.submit(page + "/statement", "version", seen, "mode", "ON_REQUEST", "reviewer", "迟到的人");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("迟到的人", "ON_REQUEST");
        assertThat(submitter.page(page).selectFirst("input[name=reviewer]").val())
                .isEqualTo("审核人");
    }

    private String published(int number) throws InterruptedException {
        String page = handIn("通知.txt", Papers.notice(number));
        state(page);
        move(submitter, page, "confirm");
        move(approver, page, "endorse");
        review(page);
        move(chief, page, "schedule");
        awaitState(page, "已发布");
        return page;
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
    }

    @Test
    void oneChiefEditorTakesADocumentDownAndAnotherConfirms() throws Exception {
        String page = published(45);
        String uid = uid(page);
        String published = "/desk/published/" + uid;
        chief.page(published);
        chief.submit(published + "/takedown", "reason", "内容有误，正在核实");

        assertThat(new Browser().open("/doc/" + uid).statusCode()).isEqualTo(410);
        assertThat(new Browser().open("/doc/" + uid).body()).contains("内容有误，正在核实");
        awaitState(page, "已撤回");
        chief.page(published);
        assertThat(chief.submit(published + "/takedown/confirm").statusCode()).isEqualTo(400);
        Browser other = LiveDesk.signedIn(Role.CHIEF_EDITOR);
        assertThat(other.page("/desk/published").text()).contains(uid);
        other.page(published);
        assertThat(other.submit(published + "/takedown/confirm").statusCode()).isEqualTo(302);
        assertThat(other.page("/desk/published").text()).doesNotContain(uid);
    }

    @Test
    void aMinuteThatIsSetIsKeptToTheMinute() throws Exception {
        String page = handIn("通知.txt", Papers.notice(46));
        state(page);
        move(submitter, page, "confirm");
        move(approver, page, "endorse");
        review(page);
        String minute = LocalDateTime.ofInstant(LiveDesk.now().plus(Duration.ofHours(2)), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        move(chief, page, "schedule", "releaseAt", minute);
        String uid = uid(page);
        awaitState(page, "待发布");
        Thread.sleep(1_500);
        assertThat(new Browser().open("/doc/" + uid).statusCode()).isEqualTo(404);

        LiveDesk.move(Duration.ofHours(2));
        awaitState(page, "已发布");
        assertThat(new Browser().open("/doc/" + uid).statusCode()).isEqualTo(200);
    }

    @Test
    void whatCameByTheCommandLineIsTakenToTheDesk() throws Exception {
        Ingest ingest = LiveDesk.get(Ingest.class);
        byte[] bytes = Papers.notice(47).getBytes(StandardCharsets.UTF_8);
        ingest.awaitDone(ingest.submit("旧件.txt", new ByteArrayInputStream(bytes), null, false), progress -> {});
        Document unclaimed = editor.page("/desk/unclaimed");
        assertThat(unclaimed.text()).contains("关于做好第47批节能改造工作的通知");
        String uid = unclaimed.selectFirst("li:contains(第47批) input[name=uid]").val();

        String page = location(editor.submit("/desk/unclaimed", "uid", uid));

        assertThat(editor.page(page).text()).contains("已报送", "云发改〔2024〕47号");
        assertThat(editor.page("/desk/unclaimed").text()).doesNotContain("第47批");
        assertThat(uid(page)).isEqualTo(uid);
    }
}
