package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What the department states of a document, and what the document says itself. */
class StatementJourneyTest extends OnDesk {

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
        String page = handIn("通知.txt", Papers.notice(49));
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
                        .open("/search.json?q=" + "%E7%AC%AC49%E6%89%B9")
                        .body())
                .contains(uid);
        assertThat(new Browser()
                        .open("/sparql?query=" + "SELECT%20%3Fs%20%7B%20%3Fs%20%3Fp%20%22" + uid + "%22%20%7D")
                        .body())
                .doesNotContain("/id/doc/" + uid);
    }
}
