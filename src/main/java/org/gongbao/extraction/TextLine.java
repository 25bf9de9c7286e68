package org.gongbao.extraction;

import org.gongbao.record.Box;

/**
 * A line of text with its place and look, in reading order.
 *
 * @param box its place in the reading frame, by which lines are joined
 * @param shown its place on the page as it is shown
 * @param size font size in points
 * @param firstWidth width of its first character
 * @param column the column that it stands in
 */
record TextLine(
        String text,
        int page,
        Box box,
        Box shown,
        double size,
        boolean bold,
        boolean red,
        double confidence,
        double firstWidth,
        Column column)
        implements PageItem {

    Line line() {
        return new Line(text, page, shown, confidence);
    }

    TextLine in(Column other) {
        return new TextLine(text, page, box, shown, size, bold, red, confidence, firstWidth, other);
    }

    double indent() {
        return box.x() - column.left();
    }

    /** Free space to the right of the line. */
    double rest() {
        return column.right() - box.right();
    }
}
