package org.gongbao.command;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The yardstick: PDFBox as its manual says, one file after the other in this process, and nothing else. */
final class BarePdf {

    private BarePdf() {}

    static String text(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    static void strip(List<Path> files) throws IOException {
        for (Path file : files) {
            text(file);
        }
    }

    static int pages(List<Path> files) throws IOException {
        int pages = 0;
        for (Path file : files) {
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                pages += document.getNumberOfPages();
            }
        }
        return pages;
    }

    /** How often each character occurs. Blanks, order and compatibility forms do not count. */
    static Map<Integer, Integer> characters(String text) {
        Map<Integer, Integer> counts = new TreeMap<>();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Character.isISOControl(c))
                .forEach(c -> counts.merge(c, 1, Integer::sum));
        return counts;
    }
}
