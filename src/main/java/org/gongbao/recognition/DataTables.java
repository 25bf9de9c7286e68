package org.gongbao.recognition;

import java.util.List;
import java.util.Set;
import org.gongbao.extraction.Grid;

/**
 * Tells a table of data (数据表) from the metadata block of a page and from a frame around text: it has a head over its columns
 * and no labels down its first one.
 */
final class DataTables {

    private final Set<String> labels;

    DataTables(Profiles profiles) {
        labels = Set.copyOf(profiles.labels().keySet());
    }

    /** The first line of the first table of data, -1 where there is none. */
    int first(Flow flow) {
        return flow.tables().stream()
                .filter(place -> place.to() > place.from() && isData(place.grid()))
                .mapToInt(Flow.TablePlace::from)
                .findFirst()
                .orElse(-1);
    }

    /** Whether the grid has at least three even rows of at least three cells, the first of them a head. */
    boolean isData(Grid grid) {
        List<List<Grid.Cell>> rows = grid.rows();
        return rows.size() > 2
                && rows.get(0).size() > 2
                && rows.stream().allMatch(row -> row.size() == rows.get(0).size())
                && GridRows.headerRows(grid) > 0
                && rows.stream().skip(1).noneMatch(row -> isLabel(row.get(0)));
    }

    private boolean isLabel(Grid.Cell cell) {
        String text = Blanks.remove(cell.text());
        int colon = Math.max(text.indexOf('：'), text.indexOf(':'));
        return labels.contains(colon > 0 ? text.substring(0, colon) : text);
    }
}
