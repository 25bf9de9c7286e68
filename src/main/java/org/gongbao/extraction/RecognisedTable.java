package org.gongbao.extraction;

import java.util.List;
import org.gongbao.record.Box;

/**
 * A table recognised on the image of a page (扫描表格).
 *
 * @param rows of cells, merged cells once with their spans
 * @param edges the x of the borders between its columns in points, from left to right
 */
public record RecognisedTable(List<List<Grid.Cell>> rows, Box box, List<Double> edges) {

    public RecognisedTable {
        rows = rows.stream().map(List::copyOf).toList();
        edges = List.copyOf(edges);
    }

    PageTable on(int page) {
        return new PageTable(new Grid(rows, true), page, page, box, edges);
    }
}
