package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongbao.access.Role;
import org.gongbao.publication.DisseminationEngine;
import org.jsoup.nodes.Document;

/** A document on its way over the desk, each person in a browser of their own. */
abstract class OnDesk {

    final Browser submitter = LiveDesk.signedIn(Role.SUBMITTER);

    final Browser approver = LiveDesk.signedIn(Role.DEPARTMENT_APPROVER);

    final Browser editor = LiveDesk.signedIn(Role.EDITOR);

    final Browser second = LiveDesk.signedIn(Role.EDITOR);

    final Browser chief = LiveDesk.signedIn(Role.CHIEF_EDITOR);

    final Browser privacy = LiveDesk.signedIn(Role.PRIVACY_REVIEWER);

    String handIn(String name, String text) throws InterruptedException {
        submitter.open("/desk/submissions/new");
        HttpResponse<String> answer = submitter.upload("/desk/submissions", List.of(List.of("main", name, text)));
        assertThat(answer.statusCode()).isEqualTo(302);
        String page = location(answer);
        while (submitter.page(page).text().contains("正在读取文件")) {
            Thread.sleep(100);
        }
        return page;
    }

    static String location(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", "");
    }

    static String version(Document page) {
        return page.selectFirst("input[name=version]").val();
    }

    HttpResponse<String> move(Browser browser, String page, String move, String... more) {
        List<String> fields = new ArrayList<>(List.of("version", version(browser.page(page)), "move", move));
        fields.addAll(Arrays.asList(more));
        return browser.submit(page + "/moves", fields.toArray(String[]::new));
    }

    void state(String page) {
        state(page, "OPEN_DATA", "UNCONDITIONAL");
    }

    void state(String page, String reach, String openness) {
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

    void review(String page) {
        assertThat(move(editor, page, "take").statusCode()).isEqualTo(302);
        assertThat(move(editor, page, "pass").statusCode()).isEqualTo(302);
        assertThat(move(second, page, "pass").statusCode()).isEqualTo(302);
        assertThat(move(chief, page, "pass").statusCode()).isEqualTo(302);
    }

    void awaitState(String page, String word) throws InterruptedException {
        for (int tries = 0; !chief.page(page).select(".page-head .badge").text().equals(word); tries++) {
            assertThat(tries)
                    .as("waiting for " + word + " at " + chief.page(page).text())
                    .isLessThan(200);
            Thread.sleep(100);
        }
        assertThat(LiveDesk.get(DisseminationEngine.class).awaitCaughtUp(Duration.ofSeconds(30)))
                .isTrue();
    }

    String uid(String page) {
        String link = chief.page(page).selectFirst("a[href*=/documents/]").attr("href");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    String published(int number) throws InterruptedException {
        String page = handIn("通知.txt", Papers.notice(number));
        state(page);
        move(submitter, page, "confirm");
        move(approver, page, "endorse");
        review(page);
        move(chief, page, "schedule");
        awaitState(page, "已发布");
        return page;
    }
}
