package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongbao.record.Box;
import org.gongbao.record.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfExtractorTest {

    private static final String PROSE =
            "为进一步推进政府信息主动公开工作，提高公报编辑出版质量，方便群众查阅，经市人民政府同意，现就有关事项通知如下，请各单位结合实际认真贯彻执行，并于年底前报告落实情况。";

    @TempDir
    Path folder;

    @Test
    void joinsLinesToParagraphsByIndentAndFullness() throws IOException {
        ExtractedText text = extract(new PdfSample()
                .page()
                .text(165, 100, 22, "关于做好政府公报工作的通知")
                .text(231, 140, 16, "云政办字〔2023〕12号")
                .text(77, 190, 16, "各县（市、区）人民政府：")
                .prose(77, 218, 16, 28, PROSE)
                .prose(77, 330, 16, 28, PROSE.substring(3))
                .text(109, 442, 16, "附件：1.任务分工表")
                .text(365, 500, 16, "云州市人民政府办公室")
                .text(400, 528, 16, "2023年5月8日"));

        assertThat(paragraphs(text))
                .containsExactly(
                        "关于做好政府公报工作的通知",
                        "云政办字〔2023〕12号",
                        "各县（市、区）人民政府：",
                        PROSE,
                        PROSE.substring(3),
                        "附件：1.任务分工表",
                        "云州市人民政府办公室",
                        "2023年5月8日");
        assertThat(styles(text))
                .containsExactly(
                        Paragraph.Align.CENTRE,
                        Paragraph.Align.CENTRE,
                        Paragraph.Align.LEFT,
                        Paragraph.Align.LEFT,
                        Paragraph.Align.LEFT,
                        Paragraph.Align.LEFT,
                        Paragraph.Align.RIGHT,
                        Paragraph.Align.RIGHT);
    }

    @Test
    void joinsTheLinesOfALargeTitleAndTellsRedFromBlack() throws IOException {
        ExtractedText text = extract(new PdfSample()
                .page()
                .draw("1 0 0 rg")
                .text(157, 60, 40, "云州市人民政府文件")
                .draw("0 g")
                .text(143, 150, 22, "云州市人民政府关于印发云州市")
                .text(176, 185, 22, "政府公报管理办法的通知")
                .prose(77, 250, 16, 28, PROSE));

        assertThat(paragraphs(text)).startsWith("云州市人民政府文件", "云州市人民政府关于印发云州市政府公报管理办法的通知");
        assertThat(((Paragraph) text.blocks().get(0)).style().red()).isTrue();
        assertThat(((Paragraph) text.blocks().get(1)).style().red()).isFalse();
        assertThat(((Paragraph) text.blocks().get(1)).style().size()).isEqualTo(22);
    }

    @Test
    void goesOnOverThePageBreakAndLeavesOutPageNumbersAndRunningHeads() throws IOException {
        PdfSample sample = new PdfSample();
        for (int page = 1; page <= 3; page++) {
            sample.page().text(231, 40, 10, "云州市人民政府公报");
            for (int line = 0; line < 20; line++) {
                sample.text(77, 100 + 28 * line, 16, "落实政府信息公开条例要求公报编辑出版质量方便群众查阅工作");
            }
            sample.text(280, 790, 14, "— " + page + " —");
        }

        ExtractedText text = extract(sample);

        assertThat(paragraphs(text)).hasSize(1);
        assertThat(((Paragraph) text.blocks().get(0)).lines()).hasSize(60);
        assertThat(findings(text, "pdf.running-head")).hasSize(1);
        assertThat(findings(text, "pdf.running-head").get(0).quote()).isEqualTo("云州市人民政府公报");
    }

    @Test
    void keepsHeadingsThatOnlyLookAlikeAtTheTopOfPages() throws IOException {
        PdfSample sample = new PdfSample();
        for (int page = 1; page <= 4; page++) {
            sample.page().text(77, 80, 16, "附件" + (page * page));
            sample.prose(77, 150, 16, 28, PROSE);
        }

        assertThat(paragraphs(extract(sample))).contains("附件1", "附件4", "附件9", "附件16");
    }

    @Test
    void keepsWhatBeginsSeveralDocumentsOrTheirAnnexesAtTheTopOfPages() throws IOException {
        PdfSample sample = new PdfSample();
        for (int page = 1; page <= 3; page++) {
            sample.page().text(233, 50, 16, "云州市人民政府令").prose(77, 150, 16, 28, PROSE);
            sample.page().text(77, 50, 16, "附件").text(245, 80, 10, "云州市统计局文件汇编").prose(77, 150, 16, 28, PROSE);
        }

        ExtractedText text = extract(sample);

        assertThat(paragraphs(text)).filteredOn("附件"::equals).hasSize(3);
        assertThat(paragraphs(text)).filteredOn("云州市人民政府令"::equals).hasSize(3);
        assertThat(findings(text, "pdf.running-head"))
                .extracting(Finding::quote)
                .containsExactly("云州市统计局文件汇编");
    }

    @Test
    void readsTwoColumnsOneAfterTheOther() throws IOException {
        PdfSample sample = new PdfSample().page().text(160, 60, 22, "云州市人民政府令第12号文件");
        String left = PROSE + "左栏到此为止";
        String right = PROSE + "右栏到此为止";
        sample.prose(50, 120, 10.5, 22, left).prose(310, 120, 10.5, 22, right);

        assertThat(paragraphs(extract(sample))).containsExactly("云州市人民政府令第12号文件", left, right);
    }

    @Test
    void readsAPageThatIsShownTurned() throws IOException {
        PdfSample sample = new PdfSample().page().draw("0 1 -1 0 595 0 cm").text(100, 347, 16, "横排的页面");
        sample.current().setRotation(90);

        ExtractedText text = extract(sample);

        assertThat(text.pages().get(0).width()).isEqualTo(842);
        assertThat(paragraphs(text)).containsExactly("横排的页面");
        Box box = ((Paragraph) text.blocks().get(0)).lines().get(0).box();
        assertThat(box).isNotNull();
        assertThat(box.width()).isCloseTo(80, offset(0.5));
        assertThat(box.height()).isCloseTo(16, offset(0.5));
        assertThat(box.x()).isCloseTo(100, offset(0.5));
        assertThat(box.y()).isCloseTo(100, offset(0.5));
    }

    @Test
    void readsVerticalLinesOfATurnedTableInTheirOwnDirection() throws IOException {
        PdfSample sample = new PdfSample()
                .page()
                .draw("q 0 1 -1 0 595 0 cm")
                .text(100, 300, 16, "第一行文字")
                .text(100, 330, 16, "第二行文字")
                .draw("Q");

        ExtractedText text = extract(sample);

        assertThat(paragraphs(text)).containsExactly("第一行文字", "第二行文字");
        Box box = ((Paragraph) text.blocks().get(0)).lines().get(0).box();
        assertThat(box).isNotNull();
        assertThat(box.height()).isGreaterThan(box.width());
    }

    @Test
    void saysWhereEveryLineStands() throws IOException {
        ExtractedText text = extract(new PdfSample().page().text(77, 100, 16, "各县人民政府："));

        Line line = ((Paragraph) text.blocks().get(0)).lines().get(0);
        assertThat(line.page()).isEqualTo(1);
        Box box = line.box();
        assertThat(box).isNotNull();
        assertThat(box.x()).isCloseTo(77, offset(0.1));
        assertThat(box.y()).isCloseTo(100, offset(0.1));
        assertThat(box.width()).isCloseTo(112, offset(0.1));
        assertThat(line.confidence()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatNoReaderSeesAndQuotesIt() throws IOException {
        ExtractedText text = extract(new PdfSample()
                .page()
                .text(77, 100, 16, "看得见的文字")
                .draw("1 g")
                .text(77, 150, 16, "白字")
                .draw("0 g")
                .text(77, 200, 0.5, "极小的字")
                .text(700, 250, 16, "页外的字")
                .draw("3 Tr")
                .text(77, 300, 16, "隐形的字"));

        assertThat(paragraphs(text)).containsExactly("看得见的文字");
        assertThat(text.findings().stream().map(Finding::quote)).contains("白字", "极小的字", "页外的字", "隐形的字");
    }

    @Test
    void keepsWhiteTextOnAColouredField() throws IOException {
        ExtractedText text = extract(new PdfSample()
                .page()
                .draw("0 0 1 rg")
                .bar(70, 90, 300, 40)
                .draw("1 g")
                .text(77, 100, 16, "反白标题"));

        assertThat(paragraphs(text)).containsExactly("反白标题");
        assertThat(findings(text, "pdf.text-hidden")).isEmpty();
    }

    @Test
    void readsCharactersPrintedTwiceOnceAndAsBold() throws IOException {
        ExtractedText text =
                extract(new PdfSample().page().text(77, 100, 16, "重要提示").text(77.3, 100, 16, "重要提示"));

        assertThat(paragraphs(text)).containsExactly("重要提示");
        assertThat(((Paragraph) text.blocks().get(0)).style().bold()).isTrue();
    }

    @Test
    void leavesOutAWatermarkAtAnAngle() throws IOException {
        ExtractedText text = extract(new PdfSample()
                .page()
                .text(77, 100, 16, "正文内容")
                .draw("q 0.7 0.7 -0.7 0.7 300 100 cm")
                .text(0, 600, 30, "征求意见稿")
                .draw("Q"));

        assertThat(paragraphs(text)).containsExactly("正文内容");
        assertThat(findings(text, "pdf.text-askew")).hasSize(1);
    }

    @Test
    void marksAPageWithoutTextAndHasItRecognised() throws IOException {
        PdfSample sample = new PdfSample().page().text(77, 100, 16, "第一页有文字").page();
        sample.draw("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u00ff\nEI Q");
        Path file = sample.save(folder.resolve("scan.pdf"));

        ExtractedText without = new PdfExtractor(null).extract(file, "application/pdf", ExtractionLimits.DEFAULT);
        PageRecogniser recogniser =
                (BufferedImage image, int page, double width, double height) -> new PageRecogniser.Recognised(
                        List.of(new Line("识别出的文字", page, new Box(77, 100, 96, 16), 0.9)), List.of());
        ExtractedText with = new PdfExtractor(recogniser).extract(file, "application/pdf", ExtractionLimits.DEFAULT);

        assertThat(findings(without, "pdf.page-without-text"))
                .extracting(Finding::page)
                .containsExactly(2);
        assertThat(findings(with, "pdf.page-without-text")).isEmpty();
        assertThat(with.pages()).extracting(Page::recognisedByOcr).containsExactly(false, true);
        assertThat(paragraphs(with)).containsExactly("第一页有文字", "识别出的文字");
        assertThat(((Paragraph) with.blocks().get(1)).lines().get(0).confidence())
                .isEqualTo(0.9);
    }

    @Test
    void usesATextLayerOverAScanAndSaysSo() throws IOException {
        ExtractedText text = extract(new PdfSample()
                .page()
                .draw("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u00ff\nEI Q 3 Tr")
                .prose(77, 200, 16, 28, PROSE));

        assertThat(paragraphs(text)).containsExactly(PROSE);
        assertThat(findings(text, "pdf.text-layer-over-image")).hasSize(1);
    }

    @Test
    void namesAFontThatIsNotInTheFile() throws IOException {
        ExtractedText text = extract(new PdfSample().page().text(77, 100, 16, "正文"));

        assertThat(findings(text, "pdf.font-substituted"))
                .extracting(Finding::quote)
                .containsExactly("STSong-Light");
    }

    @Test
    void givesTheSameCharactersAsTheBareLibrary() throws IOException {
        Path file = new PdfSample()
                .page()
                .text(165, 100, 22, "关于ABC的通知")
                .prose(77, 218, 16, 28, PROSE)
                .save(folder.resolve("same.pdf"));
        String bare;
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            bare = new PDFTextStripper().getText(document);
        }

        ExtractedText text = new PdfExtractor(null).extract(file, "application/pdf", ExtractionLimits.DEFAULT);

        assertThat(String.join("", paragraphs(text)).replaceAll("\\s", "")).isEqualTo(bare.replaceAll("\\s", ""));
    }

    private ExtractedText extract(PdfSample sample) throws IOException {
        Path file = sample.save(folder.resolve("sample.pdf"));
        return new PdfExtractor(null).extract(file, "application/pdf", ExtractionLimits.DEFAULT);
    }

    static List<String> paragraphs(ExtractedText text) {
        return text.blocks().stream()
                .filter(Paragraph.class::isInstance)
                .map(block -> ((Paragraph) block).text())
                .toList();
    }

    private static List<Paragraph.Align> styles(ExtractedText text) {
        return text.blocks().stream()
                .map(block -> ((Paragraph) block).style().align())
                .toList();
    }

    static List<Finding> findings(ExtractedText text, String code) {
        return text.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .toList();
    }
}
