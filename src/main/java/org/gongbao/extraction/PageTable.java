package org.gongbao.extraction;

import java.util.List;
import org.gongbao.record.Box;

/**
 * A table, or the part of one that stands on one page.
 *
 * @param edges the x of the borders between its columns, from left to right
 * @param lastPage where it ends; tables that go on over a page break have been joined
 */
record PageTable(Grid grid, int page, int lastPage, Box box, List<Double> edges) implements PageItem, Placed {}
