package org.gongbao.recognition;

import org.gongbao.extraction.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * A logical line (逻辑行) of a document: a paragraph, a cell, or a part of a paragraph where a source ran lines together.
 *
 * @param index place in {@link Flow#segments()}
 * @param text without blanks at either end
 * @param start index of its first UTF-16 unit in the text of the document
 * @param cell its place in a table, null outside tables
 */
record Segment(
        int index,
        String text,
        int start,
        @Nullable Integer page,
        Paragraph.Style style,
        @Nullable CellPlace cell) {

    int end() {
        return start + text.length();
    }

    boolean isCell() {
        return cell != null;
    }

    /** The text without any blanks, as labels and letter-spaced titles are compared. */
    String squeezed() {
        return Blanks.remove(text);
    }

    /** A cell's place: which table of the document, which row, which cell of the row, all from 0. */
    record CellPlace(int grid, int row, int column) {}
}
