package org.gongbao.extraction;

import org.gongbao.record.Box;
import org.jspecify.annotations.Nullable;

/** Characters that follow each other closely on one line; the smallest piece that is never taken apart again. */
final class TextRun implements Placed {

    /** A gap wider than this part of an em ends a run. */
    private static final float BREAK = 0.95f;

    /** A gap wider than this part of an em parts two Latin words. */
    private static final float WORD = 0.2f;

    /** A blank beside a Han character says something only from this width in em on. */
    private static final float WIDE_BLANK = 0.5f;

    private final StringBuilder text = new StringBuilder();
    private float left;
    private float top;
    private float right;
    private float bottom;
    private double sizes;
    private int letters;
    private int bold;
    private int red;
    private double confidence = 1;
    private boolean blankPending;
    private float firstWidth;

    static TextRun of(Glyph glyph) {
        TextRun run = new TextRun();
        run.left = glyph.left;
        run.top = glyph.top;
        run.bottom = glyph.bottom;
        run.right = glyph.left;
        run.firstWidth = glyph.right - glyph.left;
        run.append(glyph);
        return run;
    }

    /** A line recognised from an image, whose characters are of a size in points that its box alone does not tell. */
    static TextRun of(Line line, Box box, double size) {
        TextRun run = new TextRun();
        run.text.append(line.text());
        run.left = (float) box.x();
        run.top = (float) box.y();
        run.right = (float) box.right();
        run.bottom = (float) box.bottom();
        run.letters = Math.max(1, line.text().length());
        run.sizes = size * run.letters;
        run.confidence = line.confidence();
        run.firstWidth = (float) Math.min(box.height(), box.width());
        return run;
    }

    /** Takes the next character drawn, when it continues this run. */
    boolean take(Glyph glyph) {
        float size = Math.max(glyph.size, (float) size());
        float gap = glyph.left - right;
        if (gap > size * BREAK || gap < -size * 0.6f || overlap(glyph) < 0.5f) {
            return false;
        }
        if (glyph.isBlank()) {
            blankPending = true;
            return glyph.right - right <= size * BREAK;
        }
        if (text.length() > 0 && needsBlank(glyph.text, gap, size)) {
            text.append(' ');
        }
        append(glyph);
        return true;
    }

    /** A drawn blank counts between two ideographs; between an ideograph and a number it is but spacing. */
    private boolean needsBlank(String next, float gap, float size) {
        char before = text.charAt(text.length() - 1);
        char after = next.charAt(0);
        if (Character.isIdeographic(before) && Character.isIdeographic(after)) {
            return blankPending && gap >= size * WORD;
        }
        if (isWide(before) || isWide(after)) {
            return blankPending && gap >= size * WIDE_BLANK;
        }
        return blankPending || gap > size * WORD;
    }

    /** Han characters and full-width signs, which are set without blanks. */
    static boolean isWide(char c) {
        return c >= '\u2e80' || c >= '\u2010' && c <= '\u2027';
    }

    private void append(Glyph glyph) {
        text.append(glyph.text);
        left = Math.min(left, glyph.left);
        right = Math.max(right, glyph.right);
        top = Math.min(top, glyph.top);
        bottom = Math.max(bottom, glyph.bottom);
        sizes += glyph.size;
        letters++;
        bold += glyph.bold ? 1 : 0;
        red += glyph.red ? 1 : 0;
        blankPending = false;
    }

    private float overlap(Glyph glyph) {
        float shared = Math.min(bottom, glyph.bottom) - Math.max(top, glyph.top);
        return shared / Math.max(0.01f, Math.min(bottom - top, glyph.bottom - glyph.top));
    }

    /** Puts a run that stands to the right on the same line behind this one. */
    void join(TextRun next) {
        float gap = next.left - right;
        boolean wide = isWide(text.charAt(text.length() - 1)) || isWide(next.text.charAt(0));
        if (gap > size() * (wide ? WIDE_BLANK : WORD)) {
            text.append(' ');
        }
        text.append(next.text);
        right = Math.max(right, next.right);
        top = Math.min(top, next.top);
        bottom = Math.max(bottom, next.bottom);
        sizes += next.sizes;
        letters += next.letters;
        bold += next.bold;
        red += next.red;
        confidence = Math.min(confidence, next.confidence);
    }

    @Override
    public Box box() {
        return new Box(left, top, right - left, bottom - top);
    }

    String text() {
        return text.toString().strip();
    }

    boolean endsWith(char c) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == c;
    }

    /** Font size in points, the mean of its characters. */
    double size() {
        return sizes / letters;
    }

    boolean isBold() {
        return bold * 2 > letters;
    }

    boolean isRed() {
        return red * 2 > letters;
    }

    double confidence() {
        return confidence;
    }

    float firstWidth() {
        return firstWidth;
    }

    /** Its line, once its place on the page is known. */
    TextLine line(int page, ReadingFrame frame, Column column) {
        return new TextLine(
                text(), page, box(), frame.out(box()), size(), isBold(), isRed(), confidence, firstWidth, column);
    }

    @Override
    public @Nullable TextRun run() {
        return this;
    }
}
