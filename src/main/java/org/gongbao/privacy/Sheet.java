package org.gongbao.privacy;

import java.util.List;

/**
 * A table with the places of its cells in the text (表格).
 *
 * @param start where its head begins
 * @param heads what its columns are called
 * @param rows the cells of every row
 */
record Sheet(int start, List<String> heads, List<List<Cell>> rows) {

    /** Where the last cell ends. */
    int end() {
        return rows.stream()
                .filter(row -> !row.isEmpty())
                .mapToInt(row -> row.get(row.size() - 1).end())
                .max()
                .orElse(start);
    }

    /** A cell of a column, and where it stands. */
    record Cell(int column, int start, int end) {}
}
