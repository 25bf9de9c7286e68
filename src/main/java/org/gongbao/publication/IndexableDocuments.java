package org.gongbao.publication;

import java.time.Instant;
import java.util.List;

/**
 * Public documents whose terms let search engines list them, in shelves (网站地图分卷) by the position at which they were first
 * released: a document stays on its shelf for ever, and a shelf never holds more than {@link #SHELF}.
 */
public interface IndexableDocuments {

    /** Most documents of a shelf, which is also the most that a sitemap may hold. */
    int SHELF = 50_000;

    /** A document and when its page changed last, as the log says. */
    record Entry(Uid uid, Instant changedAt) {}

    /** Position of the log that the answers are of. */
    long position();

    /** Number of shelves, of which some may be empty. */
    default int shelves() {
        return (int) ((position() + SHELF - 1) / SHELF);
    }

    /** What stands on a shelf, counted from 1. */
    List<Entry> shelf(int number);
}
