package org.gongbao.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link DutyRequest}.
 *
 * @param total the true number of duties asked for, wherever the list begins
 * @param withheld duties that only an open request left out
 * @param next the place behind the last one, null where nothing follows
 */
public record DutyResult(
        long total,
        long withheld,
        List<Duty> duties,
        Map<Facet, List<Count>> facets,
        @Nullable DutyCursor next) {

    /** What is counted by. */
    public enum Facet {
        UNIT,
        CATEGORY,
        THEME
    }

    /**
     * A value and the number of duties that have it.
     *
     * @param value what to filter by
     * @param label what to call it
     */
    public record Count(String value, String label, long duties) {}
}
