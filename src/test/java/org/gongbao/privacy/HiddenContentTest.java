package org.gongbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.gongbao.publication.PackageContent;
import org.gongbao.record.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a PDF holds but does not show is in nothing that goes out. */
class HiddenContentTest {

    private static final String SHOWN = "BT /F 12 Tf 72 700 Td (Words for everyone to read.) Tj ET\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "pdf.text-hidden, BT 1 g /F 12 Tf 72 600 Td (canary) Tj ET",
        "pdf.text-hidden, BT 3 Tr /F 12 Tf 72 600 Td (canary) Tj ET",
        "pdf.text-tiny, BT /F 0.4 Tf 72 600 Td (canary) Tj ET",
        "pdf.text-outside-page, BT /F 12 Tf 72 -600 Td (canary) Tj ET"
    })
    void textThatNobodySeesIsNotInThePackage(String code, String operators) throws IOException {
        Path file = pdf(SHOWN + operators, document -> {});

        PackageContent content = PublicPackage.of(file);

        assertThat(PublicPackage.working(file).findings())
                .filteredOn(finding -> finding.code().equals(code))
                .extracting(Finding::quote)
                .as("the desk sees what was hidden")
                .containsExactly("canary");
        assertThat(content.record().findings())
                .filteredOn(finding -> finding.code().equals(code))
                .extracting(Finding::quote)
                .containsOnlyNulls()
                .hasSize(1);
        assertThat(PublicPackage.pages(content)).contains("Words for everyone to read.");
        assertThat(PublicPackage.everything(content)).doesNotContain("canary");
    }

    @Test
    void theWordsOfANoteAreNotInThePackage() throws IOException {
        Path file = pdf(SHOWN, document -> {
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("canary");
            document.getPage(0).setAnnotations(List.of(note));
        });

        PackageContent content = PublicPackage.of(file);

        assertThat(content.record().findings()).extracting(Finding::code).contains("pdf.annotation");
        assertThat(PublicPackage.everything(content)).doesNotContain("canary");
    }

    private Path pdf(String operators, Further further) throws IOException {
        Path file = folder.resolve("notice.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("F"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            page.setResources(resources);
            PDStream stream = new PDStream(document);
            try (OutputStream out = stream.createOutputStream()) {
                out.write(operators.getBytes(StandardCharsets.ISO_8859_1));
            }
            page.setContents(stream);
            document.addPage(page);
            further.add(document);
            document.save(file.toFile());
        }
        return file;
    }

    /** What else the document holds. */
    private interface Further {
        void add(PDDocument document) throws IOException;
    }
}
