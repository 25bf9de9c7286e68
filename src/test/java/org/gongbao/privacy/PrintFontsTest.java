package org.gongbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintFontsTest {

    @TempDir
    Path folder;

    /** Writes a font that has these characters only. */
    private Path font(String name, String characters) throws IOException {
        Path file = folder.resolve(name);
        try (TrueTypeFont whole = new TTFParser()
                        .parse(new RandomAccessReadBuffer(PrintFont.packaged().open()));
                OutputStream out = Files.newOutputStream(file)) {
            TTFSubsetter subset = new TTFSubsetter(whole);
            characters.codePoints().forEach(subset::add);
            subset.writeToStream(out);
        }
        return file;
    }

    private static DocumentRecord record(String text) {
        return DocumentRecord.builder(new Source("a.txt", "ab", "text/plain", 1, "UTF-8", null, false))
                .text(text)
                .build();
    }

    @Test
    void whatOneFontLacksIsSetInTheNext() throws IOException {
        PrintFonts fonts =
                new PrintFonts(List.of(PrintFont.of(font("a.ttf", "公— 0123456789")), PrintFont.of(font("b.ttf", "报"))));
        Path target = folder.resolve("out.pdf");

        RecordPdf.Made made = new RecordPdf(fonts).write(record("公报"), target);

        assertThat(made.findings()).isEmpty();
        try (PDDocument document = Loader.loadPDF(target.toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("公报");
        }
    }

    @Test
    void whatNoFontHasIsAFinding() throws IOException {
        PrintFonts fonts = new PrintFonts(List.of(PrintFont.of(font("a.ttf", "公〓— 0123456789"))));

        assertThat(new RecordPdf(fonts)
                        .write(record("公报"), folder.resolve("out.pdf"))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.quote()).isEqualTo("报"));
    }

    @Test
    void everyFontOfTheFolderIsTakenBehindThePackagedOne() throws IOException {
        font("b.ttf", "报");
        font("A.TTF", "公");

        assertThat(PrintFonts.of(folder).families()).isEqualTo("'Noto Serif SC', 'Own A.TTF', 'Own b.ttf'");
    }

    @Test
    void aFileThatIsNoFontIsNamed() throws IOException {
        Files.writeString(folder.resolve("c.ttf"), "no font");

        assertThatThrownBy(() -> PrintFonts.of(folder))
                .hasMessageContaining("c.ttf")
                .hasMessageContaining("expected a TrueType font");
    }
}
