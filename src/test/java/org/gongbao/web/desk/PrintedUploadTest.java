package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.gongbao.access.Role;
import org.gongbao.publication.Uid;
import org.gongbao.review.IssuePlan;
import org.gongbao.review.IssuePlans;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The printer's PDF as a person hands it in: as a file of the form on the desk. */
class PrintedUploadTest {

    private final Browser editor = LiveDesk.signedIn(Role.EDITOR);
    private final Uid paper = LiveIssues.published("关于公园开放的通知");
    private final Uid other = LiveIssues.published("关于公园门票的通知");
    private final IssuePlan plan = LiveIssues.planned(paper, other);
    private final String page = "/desk/issues/" + plan.uid();

    private HttpResponse<String> upload(String name, byte[] bytes) {
        Document form = editor.page(page + "/proof");
        assertThat(form.select("form[action$=/printed]").attr("enctype")).isEqualTo("multipart/form-data");
        return editor.upload(
                page + "/printed",
                name,
                bytes,
                "version",
                form.selectFirst("form[action$=/printed] input[name=version]").val());
    }

    private IssuePlan now() {
        return LiveDesk.get(IssuePlans.class).find(plan.uid()).orElseThrow();
    }

    @Test
    void thePdfIsTakenAndItsPagesAreProposed() throws Exception {
        byte[] pdf = Files.readAllBytes(LiveIssues.printed(List.of(paper, other), "认真执行"));
        HttpResponse<String> answer = upload("第3期.pdf", pdf);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(now().printed()).isNotNull();
        Document proof = editor.page(page + "/proof");
        assertThat(proof.select("input[name=first-" + paper + "]").val()).isEqualTo("3");
        assertThat(proof.select("input[name=first-" + other + "]").val()).isEqualTo("4");
        assertThat(proof.text()).contains("共 " + now().pages() + " 页");
    }

    @Test
    void whatIsNoPdfIsRefusedAndNothingOfItIsKept() {
        HttpResponse<String> answer = upload("第3期.pdf", "这不是 PDF 文件，只是一段文字。".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("这份 PDF 无法读取");
        assertThat(now().printed()).isNull();
        assertThat(now().version()).isEqualTo(plan.version());
    }

    @Test
    void aBrokenPdfIsRefused() throws Exception {
        byte[] pdf = Files.readAllBytes(LiveIssues.printed(List.of(paper, other), "认真执行"));
        HttpResponse<String> answer = upload("第3期.pdf", java.util.Arrays.copyOf(pdf, 200));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(now().printed()).isNull();
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        HttpResponse<String> answer = upload("第3期.pdf", new byte[70_000]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大");
        assertThat(now().printed()).isNull();
    }
}
