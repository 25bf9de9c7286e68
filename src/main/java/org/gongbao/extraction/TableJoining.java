package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts together the parts of a table that goes on over page breaks (续表), without header rows that are repeated; a row
 * that was split over the break is one.
 */
final class TableJoining {

    /** Column borders of two parts may differ by this much, in points. */
    private static final double NEAR = 3;

    private static final int MOST_HEADER_ROWS = 3;

    /** The items of all pages; parts of one table are one item. */
    List<PageItem> join(List<PageText> pages) {
        List<PageItem> items = new ArrayList<>();
        for (PageText page : pages) {
            for (PageItem item : page.items()) {
                PageTable joined = joined(items.isEmpty() ? null : items.get(items.size() - 1), item);
                if (joined == null) {
                    items.add(item);
                } else {
                    items.set(items.size() - 1, joined);
                }
            }
        }
        return items;
    }

    private static @Nullable PageTable joined(@Nullable PageItem before, PageItem item) {
        if (!(before instanceof PageTable upper)
                || !(item instanceof PageTable lower)
                || lower.page() != upper.lastPage() + 1
                || !sameColumns(upper.edges(), lower.edges())) {
            return null;
        }
        List<List<Grid.Cell>> above = upper.grid().rows();
        List<List<Grid.Cell>> below = lower.grid().rows();
        int header = repeatedRows(above, below);
        List<List<Grid.Cell>> rows = SplitRow.joined(above, Math.max(1, header), below.subList(header, below.size()));
        return new PageTable(new Grid(rows, true), upper.page(), lower.lastPage(), upper.box(), upper.edges());
    }

    private static boolean sameColumns(List<Double> upper, List<Double> lower) {
        if (upper.size() != lower.size()) {
            return false;
        }
        for (int i = 0; i < upper.size(); i++) {
            double difference = (upper.get(i) - upper.get(0)) - (lower.get(i) - lower.get(0));
            if (Math.abs(difference) > NEAR) {
                return false;
            }
        }
        return true;
    }

    private static int repeatedRows(List<List<Grid.Cell>> upper, List<List<Grid.Cell>> lower) {
        int count = 0;
        while (count < MOST_HEADER_ROWS
                && count + 1 < lower.size()
                && count < upper.size()
                && hasText(lower.get(count))
                && texts(upper.get(count)).equals(texts(lower.get(count)))) {
            count++;
        }
        return count;
    }

    private static boolean hasText(List<Grid.Cell> row) {
        return row.stream().anyMatch(cell -> !cell.text().isBlank());
    }

    private static List<String> texts(List<Grid.Cell> row) {
        return row.stream().map(Grid.Cell::text).toList();
    }
}
