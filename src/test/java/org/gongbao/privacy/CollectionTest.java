package org.gongbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicationGate;
import org.gongbao.record.Disclosure;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is held of a file of several documents, and how the others go out without it. */
class CollectionTest {

    private static final List<PublicationGate> GATES = List.of(
            new SecrecyGate(),
            new DisclosureModeGate(),
            new PersonalDataGate(new PersonalDataFinder(null), TreatmentPolicy.over(null)),
            new UnreadablePagesGate());

    @TempDir
    Path folder;

    private static List<String> obstacles(DocumentRecord working, PackageContent content) {
        return GATES.stream()
                .flatMap(gate -> gate.obstacles(working, content).stream())
                .toList();
    }

    private static List<String> obstacles(DocumentRecord working) {
        return obstacles(working, new PackageContent(working, Map.of()));
    }

    private static DocumentRecord.Builder document() {
        return DocumentRecord.builder(new Source("a.pdf", "00", "application/pdf", 1, null, 1, false))
                .title("关于工作的通知")
                .text("请执行。");
    }

    /** Set as documents are: short lines in the middle, paragraphs of running text set in and over the whole width. */
    private Path pdf(String... pages) throws IOException {
        Path file = folder.resolve("collection.pdf");
        try (PDDocument document = new PDDocument()) {
            PDFont font = PDType0Font.load(document, PrintFont.packaged().open(), true);
            for (String text : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    float y = 740;
                    for (String line : text.lines().toList()) {
                        y = set(content, font, line, y) - 14;
                    }
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static float set(PDPageContentStream content, PDFont font, String line, float top) throws IOException {
        boolean prose = line.endsWith("。");
        float y = top;
        for (int from = 0; from < line.length(); ) {
            int to = Math.min(line.length(), from + (prose && from == 0 ? 34 : 36));
            float x = !prose ? 297.5f - line.length() * 6 : from == 0 ? 96 : 72;
            content.beginText();
            content.setFont(font, 12);
            content.newLineAtOffset(line.endsWith("：") ? 72 : x, y);
            content.showText(line.substring(from, to));
            content.endText();
            from = to;
            y -= 22;
        }
        return y;
    }

    @Test
    void theWordsOfAHeldDocumentAreInNoByteOfTheOthersOfACollection() throws IOException {
        String prose = "各级各部门要提高认识，落实责任，加强值班值守，做好物资储备和队伍准备，发现险情及时报告，确保人民群众生命财产安全，有关情况每月报送。";
        Path file = pdf(
                "云州市文件汇编\n目录\n防汛工作\n救助工作",
                "云州市人民政府关于防汛工作的通知\n云政发〔2023〕5号\n各县区人民政府：\n请做好防汛，" + prose,
                "云州市民政局关于救助工作的通知\n云民字〔2023〕7号\n各县区民政局：\n请救助张三，身份证号11010519491231002X，" + prose);
        DocumentRecord whole = PublicPackage.working(file);
        assertThat(whole.gazette()).isNull();
        assertThat(whole.items()).as(whole.text()).hasSize(2);

        DocumentRecord open = Portion.within(whole, whole.items().get(0));
        PackageContent content = PublicPackage.of(file, open, Portion.PART_OF_FILE);

        assertThat(obstacles(open, content)).isEmpty();
        assertThat(PublicPackage.pages(content)).contains("请做好防汛");
        assertThat(PublicPackage.everything(content)).doesNotContain("救助", "张三", "11010519491231002X");
        assertThat(obstacles(whole)).isNotEmpty();
        assertThat(obstacles(whole.items().get(1))).isNotEmpty();
    }

    @Test
    void whatKeepsTheWholeFromThePublicKeepsEachDocumentInIt() {
        DocumentRecord item = document()
                .disclosure(new Disclosure(Disclosure.PROACTIVE, null, null, null, null))
                .build();
        DocumentRecord internal = document().secrecy("内部刊物").build();
        DocumentRecord onRequest = document()
                .disclosure(new Disclosure("依申请公开", null, null, null, null))
                .build();
        DocumentRecord damaged = document()
                .finding(Finding.error("pdf.damaged", "it ends too early"))
                .build();

        assertThat(obstacles(item)).isEmpty();
        assertThat(obstacles(Portion.within(document().build(), item))).isEmpty();
        assertThat(obstacles(Portion.within(internal, item)))
                .singleElement()
                .asString()
                .contains("内部刊物");
        assertThat(obstacles(Portion.within(onRequest, item)))
                .singleElement()
                .asString()
                .contains("依申请公开");
        assertThat(obstacles(Portion.within(damaged, item))).hasSize(1);
    }
}
