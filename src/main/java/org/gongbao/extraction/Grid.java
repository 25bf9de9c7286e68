package org.gongbao.extraction;

import java.util.List;
import org.gongbao.record.Box;
import org.jspecify.annotations.Nullable;

/**
 * A table as it stands in the file: rows of cells, merged cells once with their spans.
 *
 * @param ruled whether lines or markup say that it is a table, not only the place of its text
 */
public record Grid(List<List<Cell>> rows, boolean ruled) implements Block {

    public Grid {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * A cell.
     *
     * @param text its paragraphs, separated by one line break
     * @param page page number from 1, null for unpaged formats
     */
    public record Cell(
            String text,
            int rowSpan,
            int columnSpan,
            @Nullable Integer page,
            @Nullable Box box,
            double confidence) {

        public static Cell of(String text) {
            return new Cell(text, 1, 1, null, null, 1);
        }
    }
}
