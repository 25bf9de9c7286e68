package org.gongbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongbao.publication.IssueContents;
import org.gongbao.publication.IssueContents.Entry;
import org.gongbao.publication.IssueContents.Imprint;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.gongbao.record.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class IssuePdfTest {

    private static final Uid ISSUE = new Uid("0123456789abcdef");

    @TempDir
    Path folder;

    private static DocumentRecord paper(String title, String text) {
        return DocumentRecord.builder(new Source("document.pdf", "ab".repeat(32), "application/pdf", 9, null, 1, false))
                .title(title)
                .text(title + "\n" + text)
                .build();
    }

    private static Entry entry(String column, String title) {
        return new Entry(column, Uid.mint(), 1, title, "云府发〔2024〕7号", List.of());
    }

    private static IssueSheets sheets() {
        Imprint imprint =
                new Imprint("云州市人民政府公报", "云州市人民政府", "云内资字001号", "", "", 2024, 3, 88, LocalDate.of(2024, 3, 20));
        List<@Nullable DocumentRecord> texts = new ArrayList<>();
        texts.add(paper("关于节约用水的通知", "各县区人民政府：\n" + "要做好节约用水工作落实责任按期完成".repeat(100)));
        texts.add(null);
        texts.add(paper("关于印发补助标准的通知", "标准如下。\n类别\t金额\n甲\t100").toBuilder()
                .tables(List.of(new Table(null, List.of("类别", "金额"), List.of(List.of("甲", "100")), List.of())))
                .build());
        return new IssueSheets(
                ISSUE,
                new IssueContents(
                        imprint,
                        List.of(
                                entry("市政府文件", "关于节约用水的通知"),
                                new Entry("市政府文件", Uid.mint(), 1, "", null, List.of()),
                                entry("市府办文件", "关于印发补助标准的通知"))),
                texts,
                "https://gazette.example");
    }

    private IssuePdf.Made write(Path target) {
        return new IssuePdf(PrintFonts.of(null)).write(sheets(), target);
    }

    @Test
    void itIsPdfA2u() throws Exception {
        Path file = folder.resolve("issue.pdf");
        write(file);

        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance()
                        .createParser(new FileInputStream(file.toFile()), PDFAFlavour.PDFA_2_U);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
            ValidationResult result = validator.validate(parser);

            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void everyDocumentHasItsBookmarkAndThePagesThatTheContentsName() throws IOException {
        Path file = folder.resolve("issue.pdf");
        IssuePdf.Made made = write(file);

        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            List<String> names = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                names.add(item.getTitle());
                item.children().forEach(child -> names.add("- " + child.getTitle()));
            }
            assertThat(names)
                    .containsExactly("目录", "市政府文件", "- 关于节约用水的通知", "- （本件已依法撤回，不再刊载）", "市府办文件", "- 关于印发补助标准的通知", "版权页");
            assertThat(made.pages()).isEqualTo(document.getNumberOfPages());
        }
        List<Entry> entries = made.contents().entries();
        assertThat(entries.get(0).pages()).startsWith(3, 4);
        int last = entries.get(0).pages().get(entries.get(0).pages().size() - 1);
        assertThat(entries.get(1).pages()).containsExactly(last + 1);
        assertThat(entries.get(2).pages()).containsExactly(last + 2);
        assertThat(text(file, 2)).contains("关于印发补助标准的通知（云府发〔2024〕7号）").containsPattern("·+\\s*" + (last + 2));
        assertThat(text(file, last + 2)).contains("关于印发补助标准的通知", "— " + (last + 2) + " —", "2024年第3期（总第88期）");
    }

    @Test
    void aFullPageHasTwentyTwoLinesOfTwentyEightCharacters() throws IOException {
        Path file = folder.resolve("issue.pdf");
        write(file);

        List<String> lines = text(file, 4).lines().map(String::strip).toList();
        assertThat(lines.stream().filter(line -> line.length() == 28).count()).isBetween(20L, 22L);
        assertThat(lines).noneMatch(line -> line.length() > 28);
    }

    @Test
    void theQrCodeLeadsToTheVerificationOfTheIssueAndTheCodeIsItsIdentifier() throws Exception {
        Path file = folder.resolve("issue.pdf");
        int pages = write(file).pages();

        assertThat(text(file, pages))
                .contains(
                        "验证码：0123-4567-89AB-CDEF",
                        "核验地址：https://gazette.example/verify",
                        "https://gazette.example/doc/0123456789abcdef/proof",
                        "准印证号：云内资字001号");
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            var image = new PDFRenderer(document).renderImageWithDPI(pages - 1, 150);
            int[] dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var read = new QRCodeReader()
                    .decode(new BinaryBitmap(
                            new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots))));
            assertThat(read.getText()).isEqualTo("https://gazette.example/verify?code=0123-4567-89AB-CDEF");
        }
    }

    @Test
    void theSameSheetsGiveTheSameBytes() throws IOException {
        IssuePdf pdf = new IssuePdf(PrintFonts.of(null));
        IssueSheets sheets = sheets();
        pdf.write(sheets, folder.resolve("one.pdf"));
        pdf.write(sheets, folder.resolve("two.pdf"));

        assertThat(folder.resolve("one.pdf")).hasSameBinaryContentAs(folder.resolve("two.pdf"));
        assertThat(Files.size(folder.resolve("one.pdf"))).isLessThan(500_000);
    }

    private static String text(Path file, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        }
    }
}
