package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.recognition.Yunzhou.recognise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.Line;
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
