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

    private static final int MOST_HEAD = 3;

    private GridRows() {}

    /** The texts of all places. */
    static List<List<String>> filled(Grid grid) {
        return covering(grid).stream()
                .map(row -> row.stream()
                        .map(place -> place == NONE
                                ? ""
                                : grid.rows()
                                        .get(place.row())
                                        .get(place.cell())
                                        .text()
                                        .strip()
                                        .replace('\n', ' '))
                        .toList())
                .toList();
    }

    /** A cell by its row and its index there. */
    record Place(int row, int cell) {}

    /** Stands where no cell covers a place. */
    static final Place NONE = new Place(-1, -1);

    /** Which cell covers each place. */
    static List<List<Place>> covering(Grid grid) {
        List<List<Place>> rows = new ArrayList<>();
        for (int row = 0; row < grid.rows().size(); row++) {
            rows.add(new ArrayList<>());
        }
        for (int row = 0; row < grid.rows().size(); row++) {
            int column = 0;
            for (int cell = 0; cell < grid.rows().get(row).size(); cell++) {
                while (column < rows.get(row).size() && rows.get(row).get(column) != NONE) {
                    column++;
                }
                Grid.Cell spans = grid.rows().get(row).get(cell);
                cover(rows, column, new Place(row, cell), spans);
                column += Math.min(MOST, Math.max(1, spans.columnSpan()));
            }
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        rows.forEach(row -> pad(row, width));
        return rows;
    }

    private static void cover(List<List<Place>> rows, int column, Place place, Grid.Cell cell) {
        int right = column + Math.min(MOST, Math.max(1, cell.columnSpan()));
        int bottom = Math.min(rows.size(), place.row() + Math.max(1, cell.rowSpan()));
        for (int down = place.row(); down < bottom; down++) {
            List<Place> target = rows.get(down);
            pad(target, right);
            for (int at = column; at < right; at++) {
                target.set(at, place);
            }
        }
    }

    private static void pad(List<Place> row, int width) {
        while (row.size() < width) {
            row.add(NONE);
        }
    }

    /** Rows at the top whose one cell is as wide as the table: its title, or its unit of measure. */
    static int titleRows(Grid grid) {
        int width = grid.rows().isEmpty()
                ? 0
                : covering(new Grid(
                                grid.rows()
                                        .subList(
                                                0,
                                                Math.min(MOST_HEAD, grid.rows().size())),
                                true))
                        .get(0)
                        .size();
        int count = 0;
        while (count < MOST_HEAD
                && count + 2 < grid.rows().size()
                && isTitle(grid.rows().get(count), width)) {
            count++;
        }
        return count;
    }

    private static boolean isTitle(List<Grid.Cell> row, int width) {
        return row.size() == 1 && width > 1 && row.get(0).columnSpan() >= width;
    }

    /**
     * How many rows the header takes, below the rows of a title: as many as its tallest cell, if the first row holds words
     * only; one more where a head stands over several others.
     */
    static int headerRows(Grid grid) {
        List<List<Grid.Cell>> rows =
                grid.rows().subList(titleRows(grid), grid.rows().size());
        if (rows.size() < 2 || rows.get(0).isEmpty()) {
            return 0;
        }
        List<Grid.Cell> first = rows.get(0);
        boolean full = first.stream().filter(cell -> !cell.text().isBlank()).count() >= Math.max(2, first.size() - 1);
        int height = first.stream().mapToInt(Grid.Cell::rowSpan).max().orElse(1);
        boolean over = height == 1 && rows.size() > 2 && first.stream().anyMatch(cell -> cell.columnSpan() > 1);
        if (over && isWords(rows.get(1)) && rows.get(1).size() > first.size()) {
            height = 2;
        }
        return isWords(first) && full ? Math.min(Math.max(1, height), rows.size() - 1) : 0;
    }

    private static boolean isWords(List<Grid.Cell> row) {
        return row.stream()
                .allMatch(cell -> cell.text().length() <= 30 && !cell.text().matches("[\\d.,%－-]+"));
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
