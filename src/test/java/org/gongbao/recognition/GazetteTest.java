package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.recognition.Yunzhou.recognise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.Line;
import org.gongbao.extraction.Page;
import org.gongbao.extraction.Paragraph;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.GazetteIssue;
import org.junit.jupiter.api.Test;

class GazetteTest {

    @Test
    void anIssueGivesItsNumberAndEachOfItsDocuments() {
        DocumentRecord issue = recognise(
                "云州市人民政府公报",
                "2023年第5期（总第120期）",
                "目　录",
                "云州市人民政府关于防汛工作的通知 1",
                "云州市人民政府办公室关于抗旱工作的通知 2",
                "云州市人民政府关于防汛工作的通知",
                "云政发〔2023〕5号",
                "各县区人民政府：",
                "请做好防汛。",
                "云州市人民政府",
                "2023年5月6日",
                "云州市人民政府办公室",
                "关于抗旱工作的通知",
                "云政办发〔2023〕7号",
                "各县区人民政府：",
                "请做好抗旱。",
                "云州市人民政府办公室",
                "2023年5月8日");
        assertThat(issue.gazette()).isEqualTo(new GazetteIssue("云州市人民政府公报", 2023, 5, 120));
        assertThat(issue.items())
                .extracting(DocumentRecord::documentNumber)
                .containsExactly("云政发〔2023〕5号", "云政办发〔2023〕7号");
        assertThat(issue.items())
                .extracting(DocumentRecord::title)
                .containsExactly("云州市人民政府关于防汛工作的通知", "云州市人民政府办公室关于抗旱工作的通知");
        assertThat(issue.items().get(1).text()).startsWith("云州市人民政府办公室\n关于抗旱").endsWith("2023年5月8日");
        assertThat(issue.text()).contains("目　录");
    }

    @Test
    void eachDocumentOfAnIssueHasTheFindingsOnItsPages() {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(onPage(1, "云州市人民政府公报", "2023年第5期"));
        blocks.addAll(onPage(2, "云州市人民政府关于防汛工作的通知", "云政发〔2023〕5号", "各县区人民政府：", "请做好防汛。"));
        blocks.addAll(onPage(4, "云州市人民政府关于抗旱工作的通知", "云政发〔2023〕7号", "各县区人民政府：", "请做好抗旱。"));
        List<Finding> findings = List.of(
                Finding.info("file.level", ""),
                Finding.info("on.cover", "").onPage(1),
                Finding.info("on.first", "").onPage(2),
                Finding.info("on.blank", "").onPage(3),
                Finding.info("on.second", "").onPage(4),
                Finding.info("on.last", "").onPage(5));

        DocumentRecord issue = Yunzhou.recogniser()
                .recognise(
                        Yunzhou.source(),
                        ExtractedText.unpaged("application/pdf", null, blocks, Map.of(), findings),
                        null);

        assertThat(issue.findings())
                .extracting(Finding::code)
                .contains("file.level", "on.cover", "on.first", "on.blank", "on.second", "on.last");
        assertThat(codes(issue.items().get(0))).containsExactly("on.first", "on.blank", "on.second");
        assertThat(codes(issue.items().get(1))).containsExactly("on.second", "on.last");
    }

    @Test
    void theModeOnTheCoverIsThatOfTheIssueAndNotThatOfItsFirstDocument() {
        String[] notice = Yunzhou.notice();
        List<String> lines = new ArrayList<>(List.of("云州市人民政府公报", "2023年第5期", "公开方式：不予公开"));
        lines.addAll(List.of(notice));
        lines.addAll(List.of(notice));

        DocumentRecord issue = recognise(lines.toArray(String[]::new));

        assertThat(issue.disclosure().mode()).isEqualTo("不予公开");
        assertThat(issue.items()).extracting(item -> item.disclosure().mode()).containsExactly("主动公开", "主动公开");
    }

    private static DocumentRecord issue(int pages, List<Block> blocks) {
        List<Page> all = IntStream.rangeClosed(1, pages)
                .mapToObj(number -> new Page(number, 595, 842, false))
                .toList();
        ExtractedText text = new ExtractedText("application/pdf", null, all, blocks, Map.of(), List.of(), List.of());
        return Yunzhou.recogniser().recognise(Yunzhou.source(), text, null);
    }

    @Test
    void everyPageBelongsToADocumentOrToTheIssueItself() {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(onPage(1, "云州市人民政府公报", "2023年第5期"));
        blocks.addAll(onPage(2, "目录", "云州市人民政府关于防汛工作的通知 3", "云州市人民政府关于抗旱工作的通知 5"));
        blocks.addAll(onPage(3, "云州市人民政府关于防汛工作的通知", "云政发〔2023〕5号", "各县区人民政府：", "请做好防汛。"));
        blocks.addAll(onPage(5, "云州市人民政府", "2023年5月6日", "云州市人民政府关于抗旱工作的通知", "云政发〔2023〕7号"));
        blocks.addAll(onPage(6, "各县区人民政府：", "请做好抗旱。", "云州市人民政府", "2023年5月8日"));
        blocks.addAll(onPage(8, "主办：云州市人民政府办公室", "准印证号：云新出准字第1号"));

        DocumentRecord issue = issue(8, blocks);

        assertThat(issue.items())
                .extracting(item -> item.gazette().pages())
                .containsExactly(List.of(3, 4, 5), List.of(5, 6));
        assertThat(issue.gazette().pages()).containsExactly(1, 2, 7, 8);
        assertThat(issue.items().get(1).text()).endsWith("2023年5月8日");
        assertThat(issue.text()).contains("准印证号");
    }

    @Test
    void aDocumentThatOnlyTheContentsKnowIsFoundAndOneThatIsNotThereIsTold() {
        DocumentRecord issue = recognise(
                "云州市人民政府公报",
                "2023年第5期",
                "目　录",
                "云州市人民政府关于防汛工作的通知……………1",
                "云州市2023年大事记要点………2",
                "关于加强水库安全管理工作的若干",
                "规定………………… (3)",
                "【市政府文件】",
                "云州市人民政府关于消防工作的通知（云政发〔2023〕9",
                "号）……4",
                "云州市人民政府关于防汛工作的通知",
                "云政发〔2023〕5号",
                "各县区人民政府：",
                "请做好防汛，并参阅云州市水利局关于加强水库安全管理工作的若干规定。",
                "云州市人民政府",
                "2023年5月6日",
                "云州市水利局",
                "关于加强水库安全管理工作的若干规定",
                "第一条　水库由县区人民政府管理。",
                "第二条　本规定由云州市水利局解释。");

        assertThat(issue.items())
                .extracting(DocumentRecord::title)
                .containsExactly("云州市人民政府关于防汛工作的通知", "云州市水利局关于加强水库安全管理工作的若干规定");
        assertThat(issue.findings())
                .filteredOn(finding -> finding.code().equals("gazette.contents-unfound"))
                .extracting(Finding::quote)
                .containsExactly("云州市2023年大事记要点", "云州市人民政府关于消防工作的通知");
    }

    @Test
    void theMetadataAboveADocumentBelongToItAndNotToTheOneBefore() {
        String[] notice = Yunzhou.notice();
        List<Block> blocks = new ArrayList<>(Yunzhou.paragraphs("云州市人民政府公报", "2023年第5期"));
        blocks.addAll(Yunzhou.paragraphs(notice));
        blocks.add(Yunzhou.grid("索引号|Y0001-2023-77|公开方式|主动公开", "发文机关|云州市财政局|成文日期|2023年5月9日"));
        blocks.addAll(Yunzhou.paragraphs("云州市财政局关于预算工作的通知", "云财字〔2023〕7号", "各县区财政局：", "请编制预算。"));
        blocks.addAll(Yunzhou.paragraphs("索引号：Y0001-2023-78", "公开方式：主动公开"));
        blocks.addAll(Yunzhou.paragraphs("云州市财政局关于决算工作的通知", "云财字〔2023〕8号", "各县区财政局：", "请编制决算。"));

        DocumentRecord issue = recognise(blocks, null);

        assertThat(issue.items())
                .extracting(DocumentRecord::indexNumber)
                .containsExactly(null, "Y0001-2023-77", "Y0001-2023-78");
        assertThat(issue.items().get(0).text()).doesNotContain("Y0001");
    }

    private static List<String> codes(DocumentRecord record) {
        return record.findings().stream()
                .map(Finding::code)
                .filter(code -> code.startsWith("on.") || code.startsWith("file."))
                .toList();
    }

    private static List<Block> onPage(int page, String... lines) {
        return Arrays.stream(lines)
                .map(line -> (Block) new Paragraph(List.of(new Line(line, page, null, 1)), Paragraph.Style.PLAIN))
                .toList();
    }

    @Test
    void aNoticeThatCitesOtherNumbersIsOneDocument() {
        assertThat(recognise(Yunzhou.notice()).items()).isEmpty();
    }
}
