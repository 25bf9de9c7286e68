package org.gongbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongbao.publication.PackageContent;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.gongbao.record.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicCopiesTest {

    private final PublicCopies copies = InThisProcess.copies();

    @TempDir
    Path folder;

    @Test
    void aCleanCopyShowsTheSamePagesAndNothingBeside() throws IOException {
        Path original = pdfWithSecrets();

        PackageContent content = copies.make(
                original, record("application/pdf", "Public text"), Decided.NONE, Portion.WHOLE_FILE, target());

        Path copy = content.files().get(PackageContent.PDF);
        String bytes = Files.readString(copy, StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("secret-author", "secretScript", "secret-note", "secret-metadata");
        try (PDDocument document = Loader.loadPDF(copy.toFile())) {
            assertThat(new PDFTextStripper().getText(document).strip()).isEqualTo("Public text");
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
            assertThat(document.getDocumentCatalog().getCOSObject().containsKey(COSName.OPEN_ACTION))
                    .isFalse();
        }
        assertThat(content.record().source().name()).isEqualTo(PackageContent.PDF);
    }

    @Test
    void anEarlierRevisionIsNotInTheCopy() throws IOException {
        Path original = pdfWithSecrets();
        Path revised = folder.resolve("revised.pdf");
        try (PDDocument document = Loader.loadPDF(original.toFile())) {
            document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, new org.apache.pdfbox.cos.COSArray());
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            try (var out = Files.newOutputStream(revised)) {
                document.saveIncremental(out);
            }
        }

        PackageContent content =
                copies.make(revised, record("application/pdf", ""), Decided.NONE, Portion.WHOLE_FILE, target());

        try (PDDocument document =
                Loader.loadPDF(content.files().get(PackageContent.PDF).toFile())) {
            assertThat(document.getDocument().getXrefTable().keySet().stream()
                            .map(key -> document.getDocument()
                                    .getObjectFromPool(key)
                                    .getObject())
                            .filter(org.apache.pdfbox.cos.COSStream.class::isInstance)
                            .map(org.apache.pdfbox.cos.COSStream.class::cast)
                            .filter(stream -> stream.getCOSName(COSName.TYPE) == null))
                    .as("streams that draw something")
                    .isEmpty();
        }
    }

    @Test
    void otherFormatsAreSetAnewWithTheirTables() throws IOException {
        DocumentRecord record = record("text/html", "关于印发方案的通知\n各县人民政府：\n序号\t任务\n1\t编制目录\n特此通知。").toBuilder()
                .title("关于印发方案的通知")
                .tables(List.of(new Table(null, List.of("序号", "任务"), List.of(List.of("1", "编制目录")), List.of())))
                .build();

        PackageContent content =
                copies.make(folder.resolve("absent"), record, Decided.NONE, Portion.WHOLE_FILE, target());

        assertThat(textOf(content).replaceAll("\\s+", " ")).isEqualTo("关于印发方案的通知 各县人民政府： 序号 任务 1 编制目录 特此通知。");
        assertThat(PublicText.of(record))
                .filteredOn(PublicText.Part.Ruled.class::isInstance)
                .hasSize(1);
    }

    @Test
    void theSameRecordGivesTheSameBytes() throws IOException {
        DocumentRecord record = record("text/plain", "公开的正文");

        byte[] first =
                Files.readAllBytes(pdfOf(copies.make(folder, record, Decided.NONE, Portion.WHOLE_FILE, target())));
        byte[] second =
                Files.readAllBytes(pdfOf(copies.make(folder, record, Decided.NONE, Portion.WHOLE_FILE, target())));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void aCharacterWithoutGlyphIsAFindingAndStaysInTheText() {
        PackageContent content =
                copies.make(folder, record("text/plain", "村名𠮷田"), Decided.NONE, Portion.WHOLE_FILE, target());

        assertThat(content.record().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("font.missing-glyph"))
                .satisfies(finding -> assertThat(finding.quote()).isEqualTo("𠮷"));
        assertThat(content.record().text()).isEqualTo("村名𠮷田");
    }

    private static DocumentRecord record(String mediaType, String text) {
        return DocumentRecord.builder(new Source("original.pdf", "00", mediaType, 1, null, 1, false))
                .text(text)
                .build();
    }

    private static Path pdfOf(PackageContent content) {
        return java.util.Objects.requireNonNull(content.files().get(PackageContent.PDF));
    }

    private static String textOf(PackageContent content) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdfOf(content).toFile())) {
            return new PDFTextStripper()
                    .getText(document)
                    .replaceAll("\\s*— \\d+ —", "")
                    .strip();
        }
    }

    private Path target() {
        try {
            return Files.createTempDirectory(folder, "copy");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path pdfWithSecrets() throws IOException {
        Path file = folder.resolve("original.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText("Public text");
                content.endText();
            }
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("secret-note");
            page.setAnnotations(List.of(note));
            document.getDocumentInformation().setAuthor("secret-author");
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("secretScript()"));
            PDMetadata metadata = new PDMetadata(document);
            metadata.importXMPMetadata("<x>secret-metadata</x>".getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(metadata);
            document.save(file.toFile(), org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
        }
        return file;
    }
}
