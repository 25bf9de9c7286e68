package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gongbao.access.Role;
import org.gongbao.ingest.Ingest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A document from the department to the public page, each person in a browser of their own. */
class JourneyTest extends OnDesk {

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
        String page = published(50);
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
        String page = handIn("通知.txt", Papers.notice(51));
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
