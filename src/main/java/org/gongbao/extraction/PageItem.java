package org.gongbao.extraction;

import org.gongbao.record.Box;

/** A line or a table of one page, in reading order. */
sealed interface PageItem permits TextLine, PageTable {

    int page();

    /** Its place in the reading frame of the page. */
    Box box();
}
