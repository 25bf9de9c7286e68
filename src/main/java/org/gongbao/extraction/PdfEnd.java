package org.gongbao.extraction;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.gongbao.record.Finding;

/** The end mark of a PDF (ISO 32000-1, 7.5.5): where it is not last, the file was cut off or something was put behind it. */
final class PdfEnd {

    private static final int TAIL = 2048;
    private static final String MARK = "%%EOF";

    /** What follows the mark in files that nobody means to be odd: line ends, a few stray bytes. */
    private static final int STRAY = 64;

    private PdfEnd() {}

    static Optional<Finding> finding(Path file) throws IOException {
        String tail = tail(file);
        int mark = tail.lastIndexOf(MARK);
        int after = mark < 0 ? -1 : tail.substring(mark + MARK.length()).strip().length();
        return after >= 0 && after <= STRAY
                ? Optional.empty()
                : Optional.of(
                        Finding.warning(
                                "pdf.end-missing",
                                "The PDF does not end with its end mark " + MARK
                                        + "; it may have been cut off, or something else put behind it, and was read as far as possible."));
    }

    private static String tail(Path file) throws IOException {
        try (RandomAccessFile pdf = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(TAIL, pdf.length())];
            pdf.seek(pdf.length() - bytes.length);
            pdf.readFully(bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
