package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as its maker knows it, from which files are made and against which they are read.
 *
 * @param rows cells where they begin, a merged cell once; the header first
 * @param headerRows how many rows the header has
 * @param widths of the columns, as parts of the whole
 */
record MadeTable(List<List<MadeTable.Cell>> rows, int headerRows, List<Double> widths) {

    /** A cell; paragraphs are parted by a line break. */
    record Cell(String text, int rowSpan, int columnSpan) {

        static Cell of(String text) {
            return new Cell(text, 1, 1);
        }

        Cell down(int rows) {
            return new Cell(text, rows, columnSpan);
        }

        Cell across(int columns) {
            return new Cell(text, rowSpan, columns);
        }
    }

    /** A cell with the row and the column that it begins in. */
    record Placed(int row, int column, Cell cell) {}

    /** Rows as {@code 一|二|三}, without merged cells, columns of equal width. */
    static MadeTable of(int headerRows, String... rows) {
        List<List<Cell>> cells = new ArrayList<>();
        for (String row : rows) {
            cells.add(List.of(row.split("\\|", -1)).stream().map(Cell::of).toList());
        }
        return of(headerRows, cells);
    }

    static MadeTable of(int headerRows, List<List<Cell>> rows) {
        int columns = rows.get(0).stream().mapToInt(Cell::columnSpan).sum();
        return new MadeTable(rows, headerRows, java.util.Collections.nCopies(columns, 1.0 / columns));
    }

    MadeTable wide(Double... parts) {
        return new MadeTable(rows, headerRows, List.of(parts));
    }

    int columns() {
        return widths.size();
    }

    List<Placed> placed() {
        List<Placed> placed = new ArrayList<>();
        boolean[][] taken = new boolean[rows.size()][columns()];
        for (int row = 0; row < rows.size(); row++) {
            int column = 0;
            for (Cell cell : rows.get(row)) {
                while (taken[row][column]) {
                    column++;
                }
                for (int r = row; r < row + cell.rowSpan(); r++) {
                    for (int c = column; c < column + cell.columnSpan(); c++) {
                        taken[r][c] = true;
                    }
                }
                placed.add(new Placed(row, column, cell));
                column += cell.columnSpan();
            }
        }
        return placed;
    }

    /** Every place with the text that covers it, header rows too; paragraphs joined by a blank. */
    List<List<String>> filled() {
        String[][] filled = new String[rows.size()][columns()];
        for (Placed place : placed()) {
            for (int r = place.row(); r < place.row() + place.cell().rowSpan(); r++) {
                for (int c = place.column(); c < place.column() + place.cell().columnSpan(); c++) {
                    filled[r][c] = place.cell().text().replace('\n', ' ');
                }
            }
        }
        return java.util.Arrays.stream(filled).map(List::of).toList();
    }

    /** The names of the columns; those of several rows joined by a slash. */
    List<String> header() {
        List<List<String>> filled = filled();
        List<String> header = new ArrayList<>();
        for (int column = 0; column < columns(); column++) {
            List<String> words = new ArrayList<>();
            for (int row = 0; row < headerRows; row++) {
                String word = filled.get(row).get(column);
                if (!words.contains(word)) {
                    words.add(word);
                }
            }
            header.add(String.join("/", words));
        }
        return header;
    }

    List<List<String>> body() {
        return filled().subList(headerRows, rows.size());
    }
}
