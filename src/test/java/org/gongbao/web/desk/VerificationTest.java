package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.Uid;
import org.gongbao.review.IssuePlan;
import org.gongbao.review.IssuePlans;
import org.gongbao.review.IssueReleases;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The code that is printed in an issue, typed by a reader. */
class VerificationTest {

    private static String code(Uid uid) {
        return uid.value().replaceAll("(.{4})(?!$)", "$1-").toUpperCase(Locale.ROOT);
    }

    private static String digest(Uid uid) {
        PublicState state = LiveDesk.get(PublishedDocuments.class).find(uid).orElseThrow();
        return ((PublicState.Public) state)
                .document()
                .content()
                .file(PackageContent.PDF)
                .orElseThrow()
                .sha256();
    }

    private static IssuePlan replaced(IssuePlan issue) throws InterruptedException {
        int seen =
                LiveDesk.get(IssuePlans.class).find(issue.uid()).orElseThrow().version();
        return LiveIssues.released(
                LiveDesk.get(IssueReleases.class).amend(LiveIssues.CHIEF, issue.uid(), seen, "更换版式"));
    }

    @Test
    void theCodeTellsWhichEditionStandsAndADigestWhichOneTheReaderHas() throws Exception {
        Uid paper = LiveIssues.published("关于公交线路的通知");
        Uid other = LiveIssues.published("关于公交站点的通知");
        IssuePlan issue = LiveIssues.released(LiveIssues.planned(paper, other));
        String digest = digest(issue.uid());
        String address = "/verify?code=" + code(issue.uid());
        Document page = new Browser().page(address);
        assertThat(page.text()).contains(LiveIssues.SERIES, "现行版", digest).doesNotContain("已被替换", "??");
        assertThat(new Browser()
                        .page(address + "&sha256=" + digest.toUpperCase(Locale.ROOT))
                        .text())
                .contains("您手中的文件就是现行版");
        assertThat(new Browser().page(address + "&sha256=" + "0".repeat(64)).text())
                .contains("不是下列任何一版");
        assertThat(new Browser().page(address + "&sha256=abc").text()).contains("应为 64 位");
        assertThat(new Browser().page(address + "&lang=en").text())
                .contains("Verify a gazette or document", "Stands", digest);
        assertThat(new Browser()
                        .page("/verify?code=" + issue.uid().value().replace('0', 'o'))
                        .text())
                .contains(digest);

        IssuePlan draft =
                LiveDesk.get(IssueReleases.class).amend(LiveIssues.CHIEF, issue.uid(), issue.version(), "调整刊载顺序");
        IssuePlan turned = LiveDesk.get(IssuePlans.class)
                .arrange(
                        LiveIssues.EDITOR,
                        draft.uid(),
                        draft.version(),
                        java.util.List.of(
                                new IssuePlan.Item(other, "市政府文件", null, null),
                                new IssuePlan.Item(paper, "市政府文件", null, null)));
        LiveIssues.released(turned);
        assertThat(new Browser().page(address + "&sha256=" + digest).text())
                .contains("您手中的文件是已被替换的一版", "已被替换", digest(issue.uid()));
    }

    @Test
    void whatHoldsAWithdrawnDocumentIsBeingReplacedAndItsDigestIsNotTold() throws Exception {
        Uid paper = LiveIssues.published("关于夜间施工的通知");
        Uid other = LiveIssues.published("关于噪声管理的通知");
        IssuePlan issue = LiveIssues.released(LiveIssues.planned(paper, other));
        String digest = digest(issue.uid());
        LiveDesk.get(Publisher.class).withdraw(paper, "误发");
        String address = "/verify?code=" + code(issue.uid()) + "&sha256=" + digest;

        assertThat(new Browser().page(address).select("main").text()).contains("正在更换", "不是下列任何一版");
        assertThat(new Browser().page(address).select("dd code")).isEmpty();

        replaced(issue);
        Document later = new Browser().page(address);
        assertThat(later.text()).contains("现行版", "已被替换", digest(issue.uid())).doesNotContain("正在更换");
        assertThat(later.select("dd code").eachText()).containsExactly(digest(issue.uid()));

        LiveDesk.get(Publisher.class).withdraw(issue.uid(), "整期撤回");
        assertThat(new Browser().page(address).text()).contains("本文件已撤回", "整期撤回", "不再有效");
        assertThat(new Browser().page(address).select("dd code")).isEmpty();
    }

    @Test
    void anIssueThatIsNotReleasedIsAsUnknownAsOneThatDoesNotExist() {
        Uid paper = LiveIssues.published("关于冬季清雪的通知");
        IssuePlan issue = LiveIssues.planned(paper);
        LiveDesk.get(IssueReleases.class).proof(LiveIssues.EDITOR, issue.uid(), issue.version());
        String unreleased = body(issue.uid());

        assertThat(unreleased).contains("没有这个验证码");
        Uid nothing = Uid.mint();
        assertThat(unreleased)
                .isEqualTo(body(nothing)
                        .replace(code(nothing), code(issue.uid()))
                        .replace(nothing.value(), issue.uid().value()));
        assertThat(new Browser().open("/verify?code=%3Cscript%3E").body())
                .doesNotContain("<script>alert", "\"<script>");
        assertThat(new Browser().open("/verify").statusCode()).isEqualTo(200);
    }

    private static String body(Uid uid) {
        var answer = new Browser().open("/verify?code=" + code(uid));
        assertThat(answer.statusCode()).isEqualTo(404);
        return answer.body();
    }
}
