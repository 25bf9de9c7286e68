package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Real and hostile documents from a folder that the system property {@code gongbao.corpus} names. */
class PdfCorpusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void givesTheCharactersOfTheBareLibraryForRealDocuments() throws IOException {
        int compared = 0;
        for (Path file : files("zh-pdf")) {
            ExtractedText text = new PdfExtractor(null).extract(file, "application/pdf", ExtractionLimits.DEFAULT);
            boolean complete = text.findings().stream()
                    .noneMatch(finding -> finding.code().startsWith("pdf.text-")
                            || finding.code().equals("pdf.page-without-text"));
            if (complete) {
                assertThat(characters(read(file))).as(file.toString()).isEqualTo(characters(bare(file)));
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    @Test
    void givesAResultOrARefusalForEveryHostileFile() throws IOException {
        int refused = 0;
        for (Path file : files("hostile")) {
            refused += Assertions.assertTimeoutPreemptively(PATIENCE, () -> isRefused(file), file.toString()) ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    private static boolean isRefused(Path file) {
        try {
            new PdfExtractor(null).extract(file, "application/pdf", ExtractionLimits.DEFAULT);
            return false;
        } catch (UnreadableFileException e) {
            return true;
        }
    }

    private static List<Path> files(String kind) throws IOException {
        String corpus = System.getProperty("gongbao.corpus", "");
        Path folder = Path.of(corpus, kind);
        Assumptions.assumeTrue(
                !corpus.isBlank() && Files.isDirectory(folder), "no folder " + kind + " under gongbao.corpus");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(pdf|fuzz)"))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (PdfPages pages = PdfPages.open(file, ExtractionLimits.DEFAULT)) {
            PdfPageReader reader = new PdfPageReader(new PdfFonts(), PdfLayers.of(pages.document()));
            for (int number = 1; number <= pages.count(); number++) {
                reader.read(pages.page(number), number).glyphs.forEach(glyph -> text.append(glyph.text));
            }
        }
        return text.toString();
    }

    private static String bare(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** How often each character occurs; order, blanks and forms of a character do not count. */
    private static Map<Integer, Integer> characters(String text) {
        Map<Integer, Integer> counts = new TreeMap<>();
        Normalizer.normalize(new Radicals().unify(text), Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Character.isISOControl(c))
                .forEach(c -> counts.merge(c, 1, Integer::sum));
        return counts;
    }
}
