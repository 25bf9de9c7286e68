package org.gongbao.privacy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongbao.recognition.SecrecyMarks;
import org.gongbao.record.Finding;

/**
 * Reads a finished copy of pages once more (成品复查), as any reader may: with the PDF library alone, so that running heads,
 * watermarks and whatever our own reading passed over count too. Files set anew hold the text of their record and nothing else.
 */
final class PublicFileCheck {

    /** First part of the codes of its findings. */
    static final String CODE = "public-file.";

    private static final String SECRECY = CODE + "secrecy";
    private static final String BEARS = "the pages of the public file bear the mark ";

    /** Lines at either end of a page where marks stand. */
    private static final int HEAD = 4;

    private static final int FOOT = 2;

    private static final String PAGE_END = "\f";

    private final SecrecyMarks marks;
    private final PersonalDataFinder finder;

    PublicFileCheck(SecrecyMarks marks, PersonalDataFinder finder) {
        this.marks = marks;
        this.finder = finder;
    }

    /**
     * What the file shows that must not go out, by kind and without the values.
     *
     * @param allowed bare values of personal data that may be read
     */
    List<Finding> findings(Path file, Set<String> allowed) throws IOException {
        List<Finding> findings = new ArrayList<>();
        String text;
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            PDFTextStripper stripper = new PDFTextStripper();
            // Figures in neighbouring cells are not one number.
            stripper.setWordSeparator("\t");
            stripper.setPageEnd(PAGE_END);
            text = stripper.getText(document);
        }
        String[] pages = text.split(PAGE_END, -1);
        for (int i = 0; i < pages.length && findings.isEmpty(); i++) {
            mark(pages[i].lines().filter(line -> !line.isBlank()).toList(), i + 1, findings);
        }
        findings.addAll(shown(text, allowed));
        return findings;
    }

    /** What a text of pages shows that must not go out. */
    List<Finding> shown(String text, Set<String> allowed) {
        return finder.kindsShown(text, allowed).stream()
                .map(kind -> Finding.error(CODE + kind, "the pages of the public file show " + finder.reason(kind)))
                .toList();
    }

    /** Whether a finding is of one of these marks. */
    static boolean isOfMark(Finding finding, Set<String> marks) {
        return finding.code().equals(SECRECY)
                && marks.stream().anyMatch(mark -> finding.message().equals(BEARS + mark));
    }

    private void mark(List<String> lines, int page, List<Finding> findings) {
        for (int i = 0; i < lines.size(); i++) {
            boolean atEnd = i < HEAD || i >= lines.size() - FOOT;
            (atEnd ? marks.onLine(lines.get(i)) : marks.withStar(lines.get(i)))
                    .ifPresent(mark ->
                            findings.add(Finding.error(SECRECY, BEARS + mark).onPage(page)));
            if (!findings.isEmpty()) {
                return;
            }
        }
    }
}
