package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/** Reads one sheet after the other as it is shown: formatted values, merged cells once, hidden rows and columns left out. */
final class SheetReader {

    /** A larger sheet is a database, not an annex; all sheets of a workbook count together. */
    private static final int MOST_CELLS = 500_000;

    /** Cells of a table with its blank ones. */
    private static final int MOST_PLACES = 2_000_000;

    private final List<Finding> findings;
    private final Characters characters = new Characters();
    private final SheetValues formatter = new SheetValues();
    private int cells;

    SheetReader(List<Finding> findings) {
        this.findings = findings;
    }

    List<Finding> characters() {
        return characters.findings();
    }

    /** The sheet's captions, its table, and the notes below it. */
    List<Block> read(Sheet sheet) {
        Map<CellAddress, String> values = values(sheet);
        NavigableSet<Integer> rows = new TreeSet<>();
        NavigableSet<Integer> columns = new TreeSet<>();
        values.keySet().forEach(address -> {
            rows.add(address.getRow());
            columns.add(address.getColumn());
        });
        if (values.isEmpty()) {
            return List.of();
        }
        Map<CellAddress, CellRangeAddress> merges = new HashMap<>();
        Set<CellAddress> covered = new HashSet<>();
        merges(sheet, values, rows, columns, merges, covered);
        List<List<Grid.Cell>> grid = new ArrayList<>();
        if ((long) rows.size() * columns.size() > MOST_PLACES) {
            findings.add(Finding.warning(
                    "sheet.scattered",
                    values.size() + " values are scattered over " + rows.size() + " rows and " + columns.size()
                            + " columns; expected a table of at most " + MOST_PLACES
                            + " places, so that blank cells were left out"));
            return List.of(scattered(values));
        }
        for (int row : rows) {
            List<Grid.Cell> cellsOfRow = new ArrayList<>();
            for (int column : columns) {
                CellAddress address = new CellAddress(row, column);
                if (!covered.contains(address)) {
                    cellsOfRow.add(cell(values.getOrDefault(address, ""), merges.get(address), rows, columns));
                }
            }
            grid.add(cellsOfRow);
        }
        return SheetCaptions.blocks(grid, columns.size());
    }

    /** The rows with nothing but their values. */
    private static Grid scattered(Map<CellAddress, String> values) {
        Map<Integer, List<Grid.Cell>> rows = new TreeMap<>();
        new TreeMap<>(values)
                .forEach((address, text) -> rows.computeIfAbsent(address.getRow(), row -> new ArrayList<>())
                        .add(Grid.Cell.of(text)));
        return new Grid(List.copyOf(rows.values()), true);
    }

    private Map<CellAddress, String> values(Sheet sheet) {
        Map<CellAddress, String> values = new HashMap<>();
        int hidden = 0;
        for (Row row : sheet) {
            for (Cell cell : row) {
                String text = formatted(cell);
                if (text.isEmpty()) {
                    continue;
                }
                if (row.getZeroHeight() || sheet.isColumnHidden(cell.getColumnIndex())) {
                    hidden++;
                } else if (++cells <= MOST_CELLS) {
                    values.put(cell.getAddress(), text);
                }
            }
        }
        report(sheet, hidden);
        return values;
    }

    private void report(Sheet sheet, int hidden) {
        if (hidden > 0) {
            findings.add(
                    Finding.warning("sheet.hidden-cells", hidden + " cells of hidden rows or columns were left out"));
        }
        if (cells > MOST_CELLS) {
            findings.add(Finding.error(
                    "sheet.too-large",
                    cells + " cells came; expected at most " + MOST_CELLS + ", and the others were not read"));
        }
        if (!sheet.getCellComments().isEmpty()) {
            findings.add(
                    Finding.warning("sheet.comments", sheet.getCellComments().size() + " comments were left out"));
        }
    }

    private String formatted(Cell cell) {
        try {
            String text = formatter.shown(cell).replace("\r\n", "\n").replace('\r', '\n');
            return WrappedLines.strip(characters.clean(text));
        } catch (RuntimeException e) {
            findings.add(Finding.warning(
                    "sheet.unreadable-cell", "the value of cell " + cell.getAddress() + " cannot be read"));
            return "";
        }
    }

    private static void merges(
            Sheet sheet,
            Map<CellAddress, String> values,
            NavigableSet<Integer> rows,
            NavigableSet<Integer> columns,
            Map<CellAddress, CellRangeAddress> merges,
            Set<CellAddress> covered) {
        for (CellRangeAddress region : sheet.getMergedRegions()) {
            CellAddress first = new CellAddress(region.getFirstRow(), region.getFirstColumn());
            for (int row : rows.subSet(region.getFirstRow(), true, region.getLastRow(), true)) {
                for (int column : columns.subSet(region.getFirstColumn(), true, region.getLastColumn(), true)) {
                    CellAddress address = new CellAddress(row, column);
                    if (!address.equals(first) && !values.containsKey(address)) {
                        covered.add(address);
                    }
                }
            }
            merges.put(first, region);
        }
    }

    private static Grid.Cell cell(
            String text, @Nullable CellRangeAddress merge, Set<Integer> rows, Set<Integer> columns) {
        if (merge == null) {
            return Grid.Cell.of(text);
        }
        long rowSpan = rows.stream()
                .filter(row -> row >= merge.getFirstRow() && row <= merge.getLastRow())
                .count();
        long columnSpan = columns.stream()
                .filter(column -> column >= merge.getFirstColumn() && column <= merge.getLastColumn())
                .count();
        return new Grid.Cell(text, (int) Math.max(1, rowSpan), (int) Math.max(1, columnSpan), null, null, 1);
    }
}
