package org.gongbao.recognition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the cells of a table (单元格) stand in the text, so that the evidence of a value is its own cell. */
final class TableCells {

    private final Flow flow;
    private final Flow.TablePlace table;
    private final List<List<GridRows.Place>> covering;

    /** First and last segment of each cell. */
    private final Map<GridRows.Place, int[]> segments = new HashMap<>();

    TableCells(Flow flow, Flow.TablePlace table) {
        this.flow = flow;
        this.table = table;
        this.covering = GridRows.covering(table.grid());
        for (int index = table.from(); index < table.to(); index++) {
            Segment.CellPlace place = flow.segment(index).cell();
            if (place != null) {
                int segment = index;
                segments.computeIfAbsent(
                                new GridRows.Place(place.row(), place.column()), key -> new int[] {segment, segment})[
                        1] = index;
            }
        }
    }

    /** The first line of the cell that covers a place; that of the table where the cell is empty. */
    Segment first(int row, int column) {
        return flow.segment(range(row, column)[0]);
    }

    /** The whole cell that covers a place as evidence for a value. */
    Seen seen(int row, int column, String value, String rule) {
        int[] range = range(row, column);
        Segment first = flow.segment(range[0]);
        Segment last = flow.segment(range[1]);
        return new Seen(value, flow.between(range[0], range[1]), first.start(), last.end(), rule, 1, false);
    }

    private int[] range(int row, int column) {
        int[] range = segments.get(covering.get(row).get(column));
        return range == null ? new int[] {table.from(), table.from()} : range;
    }
}
