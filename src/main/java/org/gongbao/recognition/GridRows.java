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
