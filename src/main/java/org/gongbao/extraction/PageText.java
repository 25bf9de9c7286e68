package org.gongbao.extraction;

import java.util.List;

/** The lines and tables of one page in reading order. */
record PageText(Page page, List<PageItem> items) {

    PageText {
        items = List.copyOf(items);
    }
}
