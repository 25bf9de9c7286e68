package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDJavascriptNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HostilePdfTest {

    @TempDir
    Path folder;

    @Test
    void refusesAFileThatNeedsAPassword() throws IOException {
        assertRefused(protectedWith("secret"), "file.encrypted");
    }

    @Test
    void readsAFileThatOnlyItsOwnerMayChange() throws IOException {
        ExtractedText text = extract(protectedWith(""));

        assertThat(PdfExtractorTest.paragraphs(text)).containsExactly("受保护的正文");
        assertThat(PdfExtractorTest.findings(text, "pdf.owner-password")).hasSize(1);
    }

    @Test
    void refusesMorePagesThanTheLimitAndSaysHowManyCame() throws IOException {
        PdfSample sample = new PdfSample();
        for (int page = 0; page < 12; page++) {
            sample.page();
        }
        Path file = sample.save(folder.resolve("many.pdf"));

        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(
                        () -> new PdfExtractor(null).extract(file, "application/pdf", new ExtractionLimits(10, 1, 1)))
                .withMessageContaining("12 pages")
                .withMessageContaining("at most 10");
    }

    @Test
    void readsTheHonestPagesOfAPageTreeThatContainsItself() throws IOException {
        PdfSample sample = new PdfSample().page().text(77, 100, 16, "唯一的一页");
        COSDictionary root = sample.finished().getPages().getCOSObject();
        COSArray kids = root.getCOSArray(COSName.KIDS);
        COSDictionary loop = new COSDictionary();
        loop.setItem(COSName.TYPE, COSName.PAGES);
        COSArray inner = new COSArray();
        inner.add(loop);
        loop.setItem(COSName.KIDS, inner);
        kids.add(loop);
        loop.setDirect(false);

        PdfPageList pages = PdfPageList.of(sample.document, 10);

        assertThat(pages.pages()).hasSize(1);
        sample.document.close();
    }

    @Test
    void drawsAFormThatDrawsItselfOnce() throws IOException {
        PdfSample sample = new PdfSample().page().text(77, 100, 16, "正文");
        PDFormXObject form = form(sample.document, "/X Do /X Do");
        form.getResources().put(COSName.getPDFName("X"), form);
        sample.current().getResources().put(COSName.getPDFName("X"), form);
        sample.draw("/X Do");

        ExtractedText text = extract(sample.save(folder.resolve("self.pdf")));

        assertThat(PdfExtractorTest.paragraphs(text)).containsExactly("正文");
        assertThat(PdfExtractorTest.findings(text, "pdf.xobject-recursion")).hasSize(1);
    }

    @Test
    void stopsAtFormsThatMultiply() throws IOException {
        PdfSample sample = new PdfSample().page().text(77, 100, 16, "正文");
        PDFormXObject inner = form(sample.document, "");
        for (int depth = 0; depth < 24; depth++) {
            PDFormXObject outer = form(sample.document, "/X Do /X Do");
            outer.getResources().put(COSName.getPDFName("X"), inner);
            inner = outer;
        }
        sample.current().getResources().put(COSName.getPDFName("X"), inner);
        sample.draw("/X Do").page().text(77, 100, 16, "第二页");

        ExtractedText text = extract(sample.save(folder.resolve("multiply.pdf")));

        assertThat(PdfExtractorTest.findings(text, "pdf.page-too-costly")).hasSize(1);
        assertThat(PdfExtractorTest.paragraphs(text)).containsExactly("正文", "第二页");
    }

    @Test
    void leavesAPageWhoseContentUnpacksToTooMuch() throws IOException {
        PdfSample sample = new PdfSample().page();
        sample.draw(" ".repeat(70 << 20)).page().text(77, 100, 16, "第二页");

        ExtractedText text = extract(sample.save(folder.resolve("bomb.pdf")));

        assertThat(PdfExtractorTest.findings(text, "pdf.page-too-costly")).hasSize(1);
        assertThat(PdfExtractorTest.paragraphs(text)).containsExactly("第二页");
    }

    @Test
    void readsTheOtherPagesWhenOneIsDamaged() throws IOException {
        PdfSample sample = new PdfSample().page().text(77, 100, 16, "第一页").page();
        sample.draw("BT /F 12 Tf (x) Tj [ (y) << /A ] >> TJ (((").page().text(77, 100, 16, "第三页");
        PDPage damaged = sample.finished().getPage(1);
        damaged.getCOSObject().setItem(COSName.CONTENTS, garbage(sample.document));

        ExtractedText text = extract(sample.save(folder.resolve("damaged.pdf")));

        assertThat(PdfExtractorTest.paragraphs(text)).contains("第一页", "第三页");
        assertThat(text.pages()).hasSize(3);
    }

    @Test
    void namesScriptsWithoutRunningThem() throws IOException {
        PdfSample sample = new PdfSample().page().text(77, 100, 16, "正文");
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(sample.document.getDocumentCatalog());
        PDJavascriptNameTreeNode scripts = new PDJavascriptNameTreeNode();
        scripts.setNames(java.util.Map.of("open", new PDActionJavaScript("app.alert('x')")));
        names.setJavascript(scripts);
        sample.document.getDocumentCatalog().setNames(names);

        ExtractedText text = extract(sample.save(folder.resolve("script.pdf")));

        assertThat(PdfExtractorTest.findings(text, "pdf.javascript")).hasSize(1);
    }

    @Test
    void refusesWhatIsNoPdf() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pdf"));
        Path html = Files.writeString(folder.resolve("html.pdf"), "<html><body>404</body></html>");

        assertRefused(empty, "file.damaged");
        assertRefused(html, "file.damaged");
    }

    @Test
    void givesAResultOrARefusalForEveryMutilatedFile() throws IOException {
        long seed = 20231208;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path whole = new PdfSample()
                .page()
                .prose(77, 100, 16, 28, "政府信息公开".repeat(30))
                .save(folder.resolve("whole.pdf"));
        byte[] bytes = Files.readAllBytes(whole);
        int read = 0;
        for (int i = 0; i < 150; i++) {
            byte[] mutilated = i % 3 == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
            for (int n = 0; n < 8 && mutilated.length > 0; n++) {
                mutilated[random.nextInt(mutilated.length)] = (byte) random.nextInt(256);
            }
            read += readable(Files.write(folder.resolve("mutilated.pdf"), mutilated)) ? 1 : 0;
        }
        assertThat(read).isBetween(1, 149);
    }

    @Test
    void readsFiveThousandPagesWhole() throws IOException {
        PdfSample sample = new PdfSample();
        for (int page = 1; page <= 5_000; page++) {
            sample.page().text(109, 100, 16, "第" + page + "页的正文").text(280, 790, 14, "— " + page + " —");
        }

        ExtractedText text = extract(sample.save(folder.resolve("long.pdf")));

        assertThat(text.pages()).hasSize(5_000);
        assertThat(PdfExtractorTest.paragraphs(text)).hasSize(5_000).last().isEqualTo("第5000页的正文");
    }

    private boolean readable(Path file) {
        try {
            extract(file);
            return true;
        } catch (UnreadableFileException e) {
            assertThat(e.getMessage()).isNotBlank();
            return false;
        }
    }

    private Path protectedWith(String userPassword) throws IOException {
        PdfSample sample = new PdfSample().page().text(77, 100, 16, "受保护的正文");
        sample.finished().protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
        return sample.save(folder.resolve("protected.pdf"));
    }

    private static PDFormXObject form(PDDocument document, String content) throws IOException {
        PDFormXObject form = new PDFormXObject(document);
        form.setResources(new PDResources());
        form.setBBox(new org.apache.pdfbox.pdmodel.common.PDRectangle(595, 842));
        try (var out = form.getContentStream().createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return form;
    }

    private static PDStream garbage(PDDocument document) throws IOException {
        PDStream stream = new PDStream(document);
        try (var out = stream.getCOSObject().createRawOutputStream()) {
            out.write(new byte[] {1, 2, 3, 4, 5});
        }
        stream.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
        return stream;
    }

    private static void assertRefused(Path file, String code) {
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> extract(file))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static ExtractedText extract(Path file) {
        return new PdfExtractor(null).extract(file, "application/pdf", ExtractionLimits.DEFAULT);
    }
}
