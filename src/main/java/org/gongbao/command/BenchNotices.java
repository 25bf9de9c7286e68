package org.gongbao.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Makes notices (通知) of an invented city as born-digital PDFs of four pages. Where nothing else is asked for they have an
 * embedded subset of the packaged TrueType font, as office programs embed it. Four layouts take turns: a notice, a decree in articles, a bulletin in two
 * columns, a notice with a ruled task table. The same seed gives the same words.
 */
final class BenchNotices {

    /** Pages of each notice. */
    static final int PAGES = 4;

    private static final String FONT = "/fonts/NotoSerifSC-subset.ttf.gz";

    private final Random random;

    BenchNotices(long seed) {
        this.random = new Random(seed);
    }

    /** How the fonts of notices are held. */
    enum Fonts {
        EMBEDDED,
        DRAWN,
        NAMED;

        BenchType type(PDDocument document, TrueTypeFont file) throws IOException {
            return switch (this) {
                case EMBEDDED -> new EmbeddedType(document, file);
                case DRAWN -> new DrawnType(document, file);
                case NAMED -> new NamedType();
            };
        }
    }

    /** With an embedded TrueType font. */
    List<Path> write(Path folder, int count) throws IOException {
        return write(folder, count, Fonts.EMBEDDED);
    }

    /** With fonts held in the given ways, in turns. */
    List<Path> write(Path folder, int count, Fonts... fonts) throws IOException {
        List<Path> files = new ArrayList<>();
        try (TrueTypeFont font = font()) {
            for (int i = 0; i < count; i++) {
                Path file = folder.resolve(String.format("notice-%04d.pdf", i));
                try (PDDocument document = new PDDocument()) {
                    try (BenchType type = fonts[i / 4 % fonts.length].type(document, font)) {
                        notice(document, type, i);
                    }
                    document.save(file.toFile());
                }
                files.add(file);
            }
        }
        return files;
    }

    private static TrueTypeFont font() throws IOException {
        try (InputStream packed = Objects.requireNonNull(BenchNotices.class.getResourceAsStream(FONT), FONT);
                InputStream in = new GZIPInputStream(packed)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        }
    }

    private void notice(PDDocument document, BenchType type, int number) throws IOException {
        BenchWords words = new BenchWords(random, number);
        try (BenchSheet sheet = new BenchSheet(document, type, number % 4 == 2)) {
            sheet.centred(words.title(number % 4 == 1), 22);
            sheet.centred(words.number(), 16);
            if (number % 4 != 1) {
                sheet.paragraph(words.addressees(), false);
            }
            body(sheet, words, number % 4);
            sheet.right(BenchWords.OFFICE);
            sheet.right(words.date());
        }
    }

    private static void body(BenchSheet sheet, BenchWords words, int layout) throws IOException {
        if (layout == 3) {
            sheet.paragraph(words.opening(), true);
            sheet.table(words.taskTable(14));
        }
        for (int part = 1; !sheet.isAlmostFull(PAGES); part++) {
            if (layout == 1) {
                sheet.paragraph(BenchWords.article(part) + "\u3000" + words.sentences(2), true);
            } else {
                sheet.paragraph(BenchWords.heading(part) + words.aim(), true);
                sheet.paragraph(words.sentences(3), true);
            }
        }
    }
}
