package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of a DOC. The format knows only the edges of cells, in twentieths of a point: a cell spans the columns
 * between the edges of other rows that lie within it.
 */
final class DocTable {

    /** Edges nearer than this are one: rows are often drawn by hand. */
    private static final int SAME_EDGE = 60;

    private static final int WIDEST_SPAN = 1000;

    private DocTable() {}

    /** The table; a table of a single cell is a frame, and gives its lines as paragraphs. */
    static List<Block> read(Table table, DocBody body) {
        NavigableSet<Integer> edges = edges(table);
        List<List<Grid.Cell>> grid = new ArrayList<>();
        Map<Integer, Place> merged = new HashMap<>();
        for (int i = 0; i < table.numRows(); i++) {
            grid.add(row(table.getRow(i), body, edges, grid, merged));
        }
        List<Grid.Cell> cells = grid.stream().flatMap(List::stream).toList();
        if (cells.stream().allMatch(cell -> cell.text().isEmpty())) {
            return List.of();
        }
        if (cells.size() == 1) {
            return cells.get(0).text().lines().<Block>map(Paragraph::of).toList();
        }
        return List.of(new Grid(grid, true));
    }

    private static List<Grid.Cell> row(
            TableRow row,
            DocBody body,
            NavigableSet<Integer> edges,
            List<List<Grid.Cell>> above,
            Map<Integer, Place> merged) {
        List<Grid.Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.numCells(); i++) {
            TableCell cell = row.getCell(i);
            String text = body.text(cell);
            int left = snapped(edges, cell.getLeftEdge());
            int span = Math.max(
                    1,
                    edges.subSet(left, false, snapped(edges, cell.getLeftEdge() + cell.getWidth()), true)
                            .size());
            Place first = merged.get(left);
            if (cell.isMerged() && !cell.isFirstMerged() && !cells.isEmpty()) {
                cells.set(cells.size() - 1, grown(cells.get(cells.size() - 1), 0, span, text));
            } else if (cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged() && first != null) {
                List<Grid.Cell> owner = above.get(first.row());
                owner.set(first.index(), grown(owner.get(first.index()), 1, 0, text));
            } else {
                cells.add(new Grid.Cell(text, 1, Math.min(span, WIDEST_SPAN), null, null, 1));
                remember(cell, left, new Place(above.size(), cells.size() - 1), merged);
            }
        }
        return cells;
    }

    private static void remember(TableCell cell, int left, Place place, Map<Integer, Place> merged) {
        if (cell.isFirstVerticallyMerged()) {
            merged.put(left, place);
        } else {
            merged.remove(left);
        }
    }

    private static Grid.Cell grown(Grid.Cell cell, int rows, int columns, String text) {
        String joined = cell.text() + (text.isEmpty() || cell.text().isEmpty() ? "" : "\n") + text;
        return new Grid.Cell(joined, cell.rowSpan() + rows, cell.columnSpan() + columns, null, null, 1);
    }

    private static NavigableSet<Integer> edges(Table table) {
        NavigableSet<Integer> edges = new TreeSet<>();
        for (int i = 0; i < table.numRows(); i++) {
            TableRow row = table.getRow(i);
            for (int j = 0; j < row.numCells(); j++) {
                TableCell cell = row.getCell(j);
                add(edges, cell.getLeftEdge());
                add(edges, cell.getLeftEdge() + cell.getWidth());
            }
        }
        return edges;
    }

    private static void add(NavigableSet<Integer> edges, int edge) {
        if (Math.abs(snapped(edges, edge) - edge) > SAME_EDGE || edges.isEmpty()) {
            edges.add(edge);
        }
    }

    /** The known edge that is nearest. */
    private static int snapped(NavigableSet<Integer> edges, int edge) {
        @Nullable Integer below = edges.floor(edge);
        @Nullable Integer above = edges.ceiling(edge);
        if (below == null || above == null) {
            return below == null ? (above == null ? edge : above) : below;
        }
        return edge - below <= above - edge ? below : above;
    }

    /** Where in the table a cell stands. */
    private record Place(int row, int index) {}
}
