package org.gongbao.linkeddata;

import java.time.Duration;
import org.gongbao.linkeddata.SparqlService.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What one query may use; whatever goes beyond ends it. It begins to run when it is made.
 *
 * <p>It remembers that a bound was met: where Jena evaluates ahead it takes any exception for an answer of no.
 */
final class QueryBounds {

    /** Longest value that a query may make, in characters: more than any document has. */
    static final int LONGEST_TEXT = 5_000_000;

    private final long start = System.nanoTime();
    private final Duration time;
    private final int rows;
    private @Nullable Exceeded met;

    QueryBounds(Duration time, int rows) {
        this.time = time;
        this.rows = rows;
    }

    /** Asked for where no iterator of Jena's looks at the time. */
    void checkTime() {
        if (System.nanoTime() - start > time.toNanos()) {
            throw met(Reason.TIME, time.toSeconds());
        }
    }

    void checkRows(long count) {
        if (count > rows) {
            throw met(Reason.ROWS, rows);
        }
    }

    void checkText(long characters) {
        if (characters > LONGEST_TEXT) {
            throw met(Reason.TEXT, LONGEST_TEXT);
        }
    }

    private Exceeded met(Reason reason, long bound) {
        Exceeded now = new Exceeded(reason, bound);
        met = now;
        return now;
    }

    /** Throws again what was thrown before. */
    void checkAll() {
        Exceeded before = met;
        if (before != null) {
            throw before;
        }
    }

    /** A bound is met. No error of evaluation, which SPARQL would pass over as if nothing had been found. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Reason reason;

        Exceeded(Reason reason, long bound) {
            super(Long.toString(bound), null, false, false);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }
}
