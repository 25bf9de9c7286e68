package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;

/** Tells the lines above and below a table on a sheet, such as {@code 附件2}, its title and {@code 注：}, from its rows. */
final class SheetCaptions {

    private SheetCaptions() {}

    /** Paragraphs of the lines above, the table, paragraphs of the lines below. */
    static List<Block> blocks(List<List<Grid.Cell>> rows, int columns) {
        int from = 0;
        while (from < rows.size() && isLine(rows.get(from), columns)) {
            from++;
        }
        int to = rows.size();
        while (to > from && isLine(rows.get(to - 1), columns)) {
            to--;
        }
        List<Block> blocks = new ArrayList<>();
        rows.subList(0, from).forEach(row -> addLines(row, blocks));
        if (from < to) {
            blocks.add(new Grid(rows.subList(from, to), true));
        }
        rows.subList(to, rows.size()).forEach(row -> addLines(row, blocks));
        return blocks;
    }

    /** One text in the first cell, merged over the table's width or with nothing beside it. */
    private static boolean isLine(List<Grid.Cell> row, int columns) {
        boolean single = row.stream().filter(cell -> !cell.text().isEmpty()).count() == 1;
        boolean spansRows = row.stream().anyMatch(cell -> cell.rowSpan() > 1);
        return columns == 1 || (single && !spansRows && !row.get(0).text().isEmpty());
    }

    private static void addLines(List<Grid.Cell> row, List<Block> blocks) {
        row.stream()
                .flatMap(cell -> cell.text().lines())
                .filter(line -> !line.isBlank())
                .forEach(line -> blocks.add(Paragraph.of(line)));
    }
}
