package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Reads real scans whose true text is known, and says how well. Needs {@code -Dgongbao.corpus}. */
class ScanCorpusTest {

    /** Mean share of wrong characters; 0.009 was measured. */
    private static final double MOST_ERRORS = 0.02;

    @Test
    void scansAreReadWithFewErrors() throws IOException {
        String corpus = System.getProperty("gongbao.corpus", "");
        Assumptions.assumeFalse(corpus.isEmpty(), "the corpus is not there: set -Dgongbao.corpus=FOLDER");
        List<Double> rates = new ArrayList<>();
        for (Path truth : truths(Path.of(corpus, "zh-scan"))) {
            String name = truth.getFileName().toString();
            Path scan = truth.resolveSibling(name.substring(0, name.length() - ".truth.txt".length()));
            long started = System.nanoTime();
            List<PageRecogniser.Recognised> pages = pages(scan);
            double seconds = (System.nanoTime() - started) / 1e9 / pages.size();
            String read = text(pages);
            double rate = errorRate(Files.readString(truth), read);
            rates.add(rate);
            System.out.printf(Locale.ROOT, "%.4f  %.1f s a page  %s%n", rate, seconds, scan.getFileName());
        }
        double mean = rates.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        System.out.printf(Locale.ROOT, "mean %.4f%n", mean);
        assertThat(mean).isLessThan(MOST_ERRORS);
    }

    private static List<Path> truths(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".truth.txt"))
                    .sorted()
                    .toList();
        }
    }

    private static List<PageRecogniser.Recognised> pages(Path scan) throws IOException {
        OcrPages recognition = OcrPages.with(WorkerTask.Pages.NONE);
        List<PageRecogniser.Recognised> pages = new ArrayList<>();
        if (!scan.toString().endsWith(".pdf")) {
            try (ImageFile images = ImageFile.open(scan, "image/tiff", ExtractionLimits.DEFAULT)) {
                for (int number = 1; number <= images.count(); number++) {
                    int image = number;
                    Page page = images.page(number);
                    pages.add(recognition.page(number, page.width(), page.height(), () -> images.image(image)));
                }
            }
            return pages;
        }
        try (PDDocument document = Loader.loadPDF(scan.toFile())) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int number = 1; number <= document.getNumberOfPages(); number++) {
                PDRectangle size = document.getPage(number - 1).getCropBox();
                int page = number;
                pages.add(recognition.page(
                        number, size.getWidth(), size.getHeight(), () -> rendered(renderer, page - 1)));
            }
        }
        return pages;
    }

    private static BufferedImage rendered(PDFRenderer renderer, int page) {
        try {
            return renderer.renderImageWithDPI(page, 200, ImageType.RGB);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(List<PageRecogniser.Recognised> pages) {
        return pages.stream()
                .flatMap(page -> page.lines().stream())
                .map(Line::text)
                .collect(Collectors.joining("\n"));
    }

    private static double errorRate(String truth, String read) {
        String expected = comparable(truth);
        return (double) distance(expected, comparable(read)) / expected.length();
    }

    /** Without widths, blanks and page numbers. */
    private static String comparable(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return plain.replaceAll("(?m)^\\s*[-—–]?\\s*\\d+\\s*[-—–]?\\s*$", "").replaceAll("\\s+", "");
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int other = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.min(other, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
