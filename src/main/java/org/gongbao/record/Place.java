package org.gongbao.record;

import org.jspecify.annotations.Nullable;

/**
 * A place in a file (原文位置), as a person points at it.
 *
 * @param page page number from 1, null for unpaged formats
 * @param box where on the page, null where nobody drew or read one
 * @param read what a machine read there, by which the place is known again in a later reading; null for a place that is only
 *     pointed at
 */
public record Place(
        @Nullable Integer page, @Nullable Box box, @Nullable Read read) {

    public Place {
        if (page != null && page < 1) {
            throw new IllegalArgumentException("page is " + page + ", expected 1 or more");
        }
    }

    /** A box on a page. */
    public static Place on(int page, Box box) {
        return new Place(page, box, null);
    }

    /**
     * What was read at a place.
     *
     * @param seen the characters
     * @param order how many lines, of a cell how many tables with the same header, come before it in the file
     * @param cell which cell of its table, null for a line
     */
    public record Read(String seen, int order, @Nullable Cell cell) {}

    /**
     * A cell as it stands in its file.
     *
     * @param header the first row of its table
     * @param row from 0
     * @param column from 0 among the cells of its row
     */
    public record Cell(String header, int row, int column) {}
}
