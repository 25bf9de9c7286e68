package org.gongbao.extraction;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.gongbao.record.Box;

/**
 * The part of a page that its text fills, and the usual size of its characters.
 *
 * @param left where full lines begin, in points
 * @param right where full lines end
 * @param em width of a character
 * @param size usual height of a line's box
 * @param pitch usual distance from one line to the next
 */
record TextArea(double left, double right, double em, double size, double pitch) {

    private static final int LONG_LINE = 12;

    static TextArea of(List<Line> lines, Page page) {
        List<Line> full =
                lines.stream().filter(line -> line.text().length() >= LONG_LINE).toList();
        if (full.size() < 3) {
            full = lines;
        }
        double size = median(full, line -> box(line).height());
        double em = median(full, line -> box(line).width() / width(line.text()));
        double left = full.stream().mapToDouble(line -> box(line).x()).min().orElse(0);
        double right = quantile(full, line -> box(line).right(), 0.8);
        return new TextArea(left, Math.max(right, 0.7 * page.width()), em, size, pitch(lines, size));
    }

    private static double pitch(List<Line> lines, double size) {
        double[] steps = new double[lines.size() - 1];
        for (int i = 1; i < lines.size(); i++) {
            steps[i - 1] = box(lines.get(i)).y() - box(lines.get(i - 1)).y();
        }
        double[] down =
                java.util.Arrays.stream(steps).filter(step -> step > 0).sorted().toArray();
        return down.length == 0 ? 2 * size : down[down.length / 2];
    }

    private static Box box(Line line) {
        return Objects.requireNonNull(line.box(), "a recognised line has a box");
    }

    private static double median(List<Line> lines, ToDoubleFunction<Line> value) {
        return quantile(lines, value, 0.5);
    }

    private static double quantile(List<Line> lines, ToDoubleFunction<Line> value, double share) {
        double[] sorted = lines.stream().mapToDouble(value).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    /** Width of a text in characters: Latin letters and digits are half as wide as Chinese ones. */
    private static double width(String text) {
        double width = text.chars().mapToDouble(c -> c < 0x2000 ? 0.5 : 1).sum();
        return Math.max(0.5, width);
    }

    boolean isIndented(Line line) {
        return box(line).x() > left + 1.2 * em;
    }

    boolean isFull(Line line) {
        return box(line).right() > right - 2.2 * em;
    }

    boolean isLarge(Line line) {
        return box(line).height() > 1.15 * size;
    }

    /** Whether more than the usual distance is between two lines of one page. */
    boolean isApart(Line above, Line below) {
        return Objects.equals(above.page(), below.page())
                && box(below).y() - box(above).y() > 1.6 * pitch;
    }

    Paragraph.Style style(Line line) {
        Box box = box(line);
        double before = box.x() - left;
        double after = right - box.right();
        boolean centred = before > 2.5 * em && after > 2.5 * em && Math.abs(before - after) < 2.5 * em;
        boolean toRight = before > 4 * em && before > 2 * Math.max(after, em) && after < 6 * em;
        Paragraph.Align align =
                centred ? Paragraph.Align.CENTRE : toRight ? Paragraph.Align.RIGHT : Paragraph.Align.LEFT;
        return new Paragraph.Style(align, 0, Math.round(box.height() * 10) / 10.0, false, false);
    }
}
