package org.gongbao.extraction;

import org.gongbao.record.Box;
import org.jspecify.annotations.Nullable;

/** Something that has its place on a page: a run of text or a table. */
interface Placed {

    /** Its place in the reading frame, in points. */
    Box box();

    /** The run of text, or null for a table. */
    default @Nullable TextRun run() {
        return null;
    }
}
