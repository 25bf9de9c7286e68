package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongbao.extraction.Grid;

/** A grid as rows of equal length (表格补齐): a merged cell's text stands in every place that it covers. */
final class GridRows {

    /** More columns or rows than any table has; a wild span is cut here. */
    private static final int MOST = 2_000;

    private GridRows() {}

    static List<List<String>> filled(Grid grid) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < grid.rows().size(); row++) {
            rows.add(new ArrayList<>());
        }
        for (int row = 0; row < grid.rows().size(); row++) {
            int column = 0;
            for (Grid.Cell cell : grid.rows().get(row)) {
                while (column < rows.get(row).size() && rows.get(row).get(column) != EMPTY) {
                    column++;
                }
                cover(rows, row, column, cell);
                column += Math.min(MOST, Math.max(1, cell.columnSpan()));
            }
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        return rows.stream().map(row -> padded(row, width)).toList();
    }

    /** Marks a place that no cell covers yet; compared by identity, so an empty cell is not taken for it. */
    @SuppressWarnings("StringOperationCanBeSimplified")
    private static final String EMPTY = new String("");

    private static void cover(List<List<String>> rows, int row, int column, Grid.Cell cell) {
        String text = cell.text().strip().replace('\n', ' ');
        for (int down = row; down < Math.min(rows.size(), row + Math.max(1, cell.rowSpan())); down++) {
            List<String> target = rows.get(down);
            int right = column + Math.min(MOST, Math.max(1, cell.columnSpan()));
            while (target.size() < right) {
                target.add(EMPTY);
            }
            for (int place = column; place < right; place++) {
                target.set(place, text);
            }
        }
    }

    private static List<String> padded(List<String> row, int width) {
        List<String> padded = new ArrayList<>(row);
        while (padded.size() < width) {
            padded.add("");
        }
        return padded;
    }

    /** How many rows the header takes: as many as its tallest cell, if the first row holds words only. */
    static int headerRows(Grid grid) {
        if (grid.rows().size() < 2 || grid.rows().get(0).isEmpty()) {
            return 0;
        }
        List<Grid.Cell> first = grid.rows().get(0);
        boolean words = first.stream()
                .allMatch(cell -> cell.text().length() <= 30 && !cell.text().matches("[\\d.,%－-]+"));
        boolean full = first.stream().filter(cell -> !cell.text().isBlank()).count() >= Math.max(2, first.size() - 1);
        int height = first.stream().mapToInt(Grid.Cell::rowSpan).max().orElse(1);
        return words && full ? Math.min(Math.max(1, height), grid.rows().size() - 1) : 0;
    }

    /** The names of the columns; where the header has several rows, different words are joined by a slash. */
    static List<String> header(List<List<String>> rows, int count) {
        List<String> header = new ArrayList<>();
        for (int column = 0; count > 0 && column < rows.get(0).size(); column++) {
            Set<String> words = new LinkedHashSet<>();
            for (int row = 0; row < count; row++) {
                words.add(Blanks.joined(rows.get(row).get(column)));
            }
            header.add(String.join("/", words));
        }
        return header;
    }
}
