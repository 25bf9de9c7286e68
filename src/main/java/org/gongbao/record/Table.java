package org.gongbao.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table with merged cells filled in. Every row has as many cells as the header, where there is a header. */
public record Table(@Nullable String caption, List<String> header, List<List<String>> rows, List<Integer> pages) {

    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        pages = List.copyOf(pages);
    }
}
