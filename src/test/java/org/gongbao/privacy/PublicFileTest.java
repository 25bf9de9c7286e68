package org.gongbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.gongbao.publication.PackageContent;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A copy of pages is read once more before it goes out, since pages show more than the text of a record holds. */
class PublicFileTest {

    private static final PublicFileGate GATE = new PublicFileGate();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "经办人身份证11010519491231002X, identity number",
        "卡号4111111111111111, bank card",
        "内部资料　注意保存, 内部资料",
        "秘密★3年, 秘密★3年"
    })
    void whatOnlyThePagesShowIsHeld(String head, String reason) throws IOException {
        Path file = pdf(3, head);
        DocumentRecord working = PublicPackage.working(file);
        assertThat(working.text()).as("it is a running head").doesNotContain(head);

        PackageContent content = PublicPackage.of(file, working, Portion.WHOLE_FILE);

        assertThat(GATE.obstacles(working, content))
                .singleElement()
                .asString()
                .contains(reason)
                .doesNotContain("1949", "4111");
    }

    @Test
    void whatMayBeSeenPasses() throws IOException {
        Path file = pdf(3, "云州市人民政府公报");

        PackageContent content = PublicPackage.of(file);

        assertThat(content.record().source().pages()).isEqualTo(3);
        assertThat(PublicPackage.pages(content)).contains("云州市人民政府公报");
        assertThat(GATE.obstacles(content.record(), content)).isEmpty();
        assertThat(content.record().findings()).extracting(Finding::code).containsOnly("pdf.running-head");
    }

    @Test
    void figuresInNeighbouringCellsAreNotOneNumber() throws IOException {
        Path file = folder.resolve("cells.pdf");
        try (PDDocument document = new PDDocument()) {
            PDFont font = PDType0Font.load(document, PrintFont.packaged().open(), true);
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                float x = 72;
                for (String cell : List.of("110105", "19491231", "002X")) {
                    text(content, font, x, 600, cell);
                    x += 120;
                }
            }
            document.save(file.toFile());
        }

        assertThat(GATE.obstacles(PublicPackage.working(file), PublicPackage.of(file)))
                .isEmpty();
    }

    private Path pdf(int pages, String head) throws IOException {
        Path file = folder.resolve("notice.pdf");
        try (PDDocument document = new PDDocument()) {
            PDFont font = PDType0Font.load(document, PrintFont.packaged().open(), true);
            for (int number = 0; number < pages; number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    text(content, font, 220, 800, head);
                    for (int line = 0; line < 6; line++) {
                        text(content, font, 72, 600 - 22 * line, "各级各部门要做好第" + number + line + "项工作，及时报告有关情况。");
                    }
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static void text(PDPageContentStream content, PDFont font, float x, float y, String words)
            throws IOException {
        content.beginText();
        content.setFont(font, 12);
        content.newLineAtOffset(x, y);
        content.showText(words);
        content.endText();
    }
}
