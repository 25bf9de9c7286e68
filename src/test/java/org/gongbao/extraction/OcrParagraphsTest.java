package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongbao.record.Box;
import org.junit.jupiter.api.Test;

/** Lines of a page 595 points wide, with text from 80 to 515 and characters 16 points wide. */
class OcrParagraphsTest {

    private static final Page PAGE = new Page(1, 595, 842, true);

    private static Line line(String text, int page, double x, double y, double height) {
        return new Line(text, page, new Box(x, y, text.length() * height, height), 0.98);
    }

    private static List<Block> paragraphs(List<Line> first, List<Line> second) {
        OcrParagraphs paragraphs = new OcrParagraphs();
        paragraphs.add(PAGE, first);
        paragraphs.add(new Page(2, 595, 842, true), second);
        return paragraphs.finish();
    }

    private static final String FULL = "为进一步规范全市政府信息公开工作切实保障公民法人和其他";

    @Test
    void linesAreJoinedByIndentFullnessAndSizeAlsoOverAPage() {
        List<Block> blocks = paragraphs(
                List.of(
                        line("云州市人民政府办公室关于印发", 1, 157, 80, 20),
                        line("政府信息公开办法的通知", 1, 187, 110, 20),
                        line("云政办字〔2023〕12号", 1, 200, 150, 16),
                        line("各县区人民政府，市政府各部门：", 1, 80, 190, 16),
                        line(FULL.substring(2), 1, 112, 220, 16),
                        line(FULL, 1, 80, 250, 16),
                        line("组织依法获取信息。", 1, 80, 280, 16),
                        line(FULL.substring(2), 1, 112, 310, 16),
                        line(FULL, 1, 80, 340, 16),
                        line("— 1 —", 1, 270, 800, 12)),
                List.of(
                        line("组织的知情权制定本办法。", 2, 80, 80, 16),
                        line(FULL.substring(2), 2, 112, 110, 16),
                        line(FULL, 2, 80, 140, 16),
                        line(FULL, 2, 80, 170, 16),
                        line("云州市人民政府办公室", 2, 340, 230, 16),
                        line("2023年6月22日", 2, 380, 260, 16)));
        assertThat(blocks.stream().map(block -> ((Paragraph) block).text()).toList())
                .containsExactly(
                        "云州市人民政府办公室关于印发政府信息公开办法的通知",
                        "云政办字〔2023〕12号",
                        "各县区人民政府，市政府各部门：",
                        FULL.substring(2) + FULL + "组织依法获取信息。",
                        FULL.substring(2) + FULL + "组织的知情权制定本办法。",
                        FULL.substring(2) + FULL + FULL,
                        "云州市人民政府办公室",
                        "2023年6月22日");
        assertThat(((Paragraph) blocks.get(0)).style().align()).isEqualTo(Paragraph.Align.CENTRE);
        assertThat(((Paragraph) blocks.get(6)).style().align()).isEqualTo(Paragraph.Align.RIGHT);
    }

    @Test
    void aNumberAtThePagesEdgeIsItsPageNumberAndOneInTheTextIsNot() {
        assertThat(OcrParagraphs.isPageNumber(line("— 12 —", 1, 270, 800, 12), PAGE))
                .isTrue();
        assertThat(OcrParagraphs.isPageNumber(line("7", 1, 300, 20, 12), PAGE)).isTrue();
        assertThat(OcrParagraphs.isPageNumber(line("2023", 1, 300, 400, 12), PAGE))
                .isFalse();
        assertThat(OcrParagraphs.isPageNumber(line("第7条", 1, 300, 800, 12), PAGE))
                .isFalse();
    }
}
