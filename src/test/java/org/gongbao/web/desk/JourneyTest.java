package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.access.Role;
import org.gongbao.ingest.Ingest;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.publication.Uid;
import org.gongbao.system.DataFolder;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
        state(page, "OPEN_DATA", "UNCONDITIONAL");
    }

    private void state(String page, String reach, String openness) {
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
                reach,
                "openness",
                openness);
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
    void aDocumentThatDoesNotSayItsModeTakesWhatTheDepartmentStates() throws Exception {
        String page = handIn("通知.txt", Papers.notice(45).replace("（此件主动公开）", ""));
        String document =
                submitter.page(page).selectFirst("a[href*=/documents/]").attr("href");
        assertThat(submitter.page(document).select("[id=field-disclosure.mode] .desk-value"))
                .isEmpty();
        state(page);
        move(submitter, page, "confirm");
        move(approver, page, "endorse");

        Element mode = editor.page(document).selectFirst("[id=field-disclosure.mode]");
        assertThat(mode.text()).contains("主动公开", "人工更正", "报送说明", "person/1");
        review(page);
        String uid = uid(page);
        move(chief, page, "schedule");
        awaitState(page, "已发布");
        assertThat(new Browser().page("/doc/" + uid).select("#metadata").text()).contains("主动公开");
    }

    @Test
    void whereTheDocumentSaysAnotherModeNothingGoesOutUntilTheOfficeCorrectsIt() throws Exception {
        String page = handIn("通知.txt", Papers.notice(46).replace("（此件主动公开）", "（此件依申请公开）"));
        assertThat(submitter.page(page).text()).doesNotContain("不一致");
        state(page);
        assertThat(submitter.page(page).select(".callout-bad").text()).contains("依申请公开", "主动公开", "不一致");
        move(submitter, page, "confirm");
        move(approver, page, "endorse");
        String document = editor.page(page).selectFirst("a[href*=/documents/]").attr("href");
        assertThat(editor.page(document)
                        .select("[id=field-disclosure.mode] .desk-value")
                        .text())
                .isEqualTo("依申请公开");
        review(page);
        move(chief, page, "schedule");
        awaitState(page, "已批准");
        assertThat(chief.page(page).text()).contains("发布受阻", "disclosure-mode");

        move(chief, page, "reopen", "note", "更正公开方式");
        HttpResponse<String> corrected = editor.submit(
                document + "/fields",
                "version",
                version(editor.page(document)),
                "field",
                "disclosure.mode",
                "value",
                "主动公开",
                "reason",
                "部门来函更正");
        assertThat(corrected.statusCode()).isEqualTo(302);
        assertThat(editor.page(page).select(".callout-bad").text()).doesNotContain("不一致");
        for (Browser reviewer : List.of(editor, second, chief)) {
            assertThat(move(reviewer, page, "pass").statusCode()).isEqualTo(302);
        }
        move(chief, page, "schedule");
        awaitState(page, "已发布");
    }

    @Test
    void howFarADocumentMayTravelIsStatedByItsDepartment() throws Exception {
        String page = handIn("通知.txt", Papers.notice(47));
        state(page, "PAGE", "CLOSED");
        move(submitter, page, "confirm");
        move(approver, page, "endorse");
        review(page);
        String uid = uid(page);
        move(chief, page, "schedule");
        awaitState(page, "已发布");

        HttpResponse<String> published = new Browser().open("/doc/" + uid);
        assertThat(published.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(new Browser()
                        .open("/search.json?q=" + "%E7%AC%AC47%E6%89%B9")
                        .body())
                .contains(uid);
        assertThat(new Browser()
                        .open("/sparql?query=" + "SELECT%20%3Fs%20%7B%20%3Fs%20%3Fp%20%22" + uid + "%22%20%7D")
                        .body())
                .doesNotContain("/id/doc/" + uid);
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
        Document corrected = new Browser().page("/doc/" + uid);
        assertThat(corrected.select("#versions li > strong").eachText())
                .startsWith("更正")
                .endsWith("发布");
        assertThat(corrected.select("#versions li").get(0).text()).contains("标题漏字");
    }

    private static String tree(int number, String more) {
        return """
                云州市发展和改革委员会文件

                云发改〔2024〕%d号

                关于古树名木复壮补助资金申报的通知

                各县（区）发展和改革局：

                古树名木复壮补助按株申报，由所在乡镇踏勘胸径、冠幅和树势，拍摄四个方位照片，填写一树一档。

                申报材料装订成册，附管护协议、施工方案和三家以上询价记录，逾期不再受理。%s

                云州市发展和改革委员会

                2024年2月9日

                （此件主动公开）
                """.formatted(number, more);
    }

    @Test
    void whatIsLikeAnOpenSubmissionOrAPublicDocumentIsHintedAtAndGoesOn() throws Exception {
        String first = handIn("古树.txt", tree(81, ""));
        assertThat(submitter.page(first).select("#twins a").eachAttr("href")).doesNotContain(first);
        String again = handIn("古树二.txt", tree(82, "特此通知。"));

        Element hint = submitter.page(again).selectFirst("#twins li:has(a[href=" + first + "])");
        assertThat(hint.text()).contains("办理中", "标题和发文机关相同", "% 相同");
        assertThat(editor.open(again).statusCode()).isEqualTo(404);

        state(first);
        move(submitter, first, "confirm");
        move(approver, first, "endorse");
        review(first);
        move(chief, first, "schedule");
        awaitState(first, "已发布");
        Element known = submitter.page(again).selectFirst("#twins li:has(a[href=/doc/" + uid(first) + "])");
        assertThat(known.text()).contains("已公开", "标题和发文机关相同", "% 相同");
        state(again);
        assertThat(move(submitter, again, "confirm").statusCode()).isEqualTo(302);
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
