package org.gongbao.extraction;

import java.util.List;
import java.util.Objects;
import org.gongbao.record.Box;

/**
 * Font sizes of lines recognised from an image, as the width of their characters. The height of a box will not do: it
 * depends on which characters a line holds and how askew it stands, and lines of one size differ by a fifth in it.
 */
final class RecognisedSizes {

    /** Widths in em from which on a line tells its size. */
    private static final int LONG = 8;

    /** How much of an em the ends of a box may be off, since ink ends within a mark and detectors add a margin. */
    private static final double ENDS = 0.7;

    private final double usual;

    RecognisedSizes(List<Line> lines) {
        double[] sizes = lines.stream()
                .filter(line -> line.box() != null && widths(line.text()) >= LONG)
                .mapToDouble(line -> own(line.text(), Objects.requireNonNull(line.box())))
                .sorted()
                .toArray();
        usual = sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    }

    /** Points; for a short line the usual size of the page, where that may be its own. */
    double of(String text, Box box) {
        double own = own(text, box);
        return Math.abs(own - usual) * widths(text) <= ENDS * usual ? usual : own;
    }

    /** Letter-spaced lines are bounded by their height. */
    private static double own(String text, Box box) {
        return Math.min(box.height(), box.width() / widths(text));
    }

    /** Widths of the characters together, in em. */
    private static double widths(String text) {
        return Math.max(
                0.5,
                text.chars()
                        .mapToDouble(c -> TextRun.isWide((char) c) ? 1 : 0.5)
                        .sum());
    }
}
