package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongbao.access.Role;
import org.gongbao.publication.Uid;
import org.gongbao.review.IssuePlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The desk is free of what axe-core finds, as each role sees it, in both languages and in both prints. */
@Tag("slow")
class DeskAccessibilityTest {

    /** Public pages that only the whole program has. */
    private static final List<String> PUBLIC = List.of("/catalog", "/duties", "/verify", "/desk/sign-in");

    private final DeskChromium browser = new DeskChromium();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void axeFindsNothing() {
        for (String path : PUBLIC) {
            browser.look(path, "a visitor");
        }
        Set<String> seen = new LinkedHashSet<>();
        for (Role role : Role.values()) {
            Browser signedIn = LiveDesk.signedIn(role);
            Set<String> pages = new LinkedHashSet<>(signedIn.page("/desk")
                    .select(".desk-nav a, main a[href^=/desk]")
                    .eachAttr("href"));
            browser.become(signedIn);
            for (String page : pages) {
                if (seen.add(page)) {
                    browser.look(page, role.code());
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(8);
        assertThat(browser.found()).isEmpty();
    }

    @Test
    void axeFindsNothingWhereThereIsWork() throws Exception {
        Browser submitter = LiveDesk.signedIn(Role.SUBMITTER);
        submitter.open("/desk/submissions/new");
        String submission = submitter
                .upload(
                        "/desk/submissions",
                        List.of(List.of("main", "名单.txt", Papers.listWithPersons(91, "110105194912310021"))))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "")
                .replaceFirst("#.*", "");
        while (submitter.page(submission).text().contains("正在读取文件")) {
            Thread.sleep(100);
        }
        String document =
                submitter.page(submission).selectFirst("a[href*=/documents/]").attr("href");
        browser.become(submitter);
        for (String page : List.of("/desk", submission, document, document + "/text", document + "/personal-data")) {
            browser.look(page, "a submitter");
        }

        Uid uid = DutiesTest.publish(
                DutiesTest.record("云州市关于改造公厕的通知", DutiesTest.task("改造公厕十座", List.of("市发改委"), "2024-05-31")));
        ReaderReportTest.report(uid, "第一段的数目有误");
        IssuePlan work = LiveIssues.planned(uid);
        IssuePlan issue = LiveIssues.released(LiveIssues.planned(uid, LiveIssues.published("关于疏通沟渠的通知")));
        browser.become(LiveDesk.signedIn(Role.EDITOR));
        for (String page : List.of(
                "/desk/reports?state=open",
                "/desk/duties",
                "/desk/duties/" + FulfilmentTest.key(uid, 1),
                "/desk/issues",
                "/desk/issues/" + work.uid(),
                "/desk/issues/" + issue.uid())) {
            browser.look(page, "an editor");
        }

        String address = new Browser()
                .page("/doc/" + issue.uid())
                .selectFirst("a[href^=/gazette/]")
                .attr("href");
        for (String page : List.of(address, address + "?read=1", "/doc/" + uid, "/duties")) {
            browser.look(page, "a reader");
        }
        assertThat(browser.found()).isEmpty();
    }
}
