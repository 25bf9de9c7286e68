package org.gongbao.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the trail are meant; what is null does not matter.
 *
 * @param action a whole action such as {@code account.lock}, or its beginning such as {@code account}
 * @param from first moment
 * @param until moment after the last
 */
public record TrailFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String object,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final TrailFilter ALL = new TrailFilter(null, null, null, null, null);

    /** Conditions with a place for each of {@link #values}. */
    String conditions() {
        return (actor == null ? "" : " and actor = ?")
                + (action == null ? "" : " and (action = ? or substr(action, 1, length(?) + 1) = ? || '.')")
                + (object == null ? "" : " and object = ?")
                + (from == null ? "" : " and at >= ?")
                + (until == null ? "" : " and at < ?");
    }

    List<Object> values() {
        List<Object> values = new ArrayList<>();
        add(values, actor);
        add(values, action);
        add(values, action);
        add(values, action);
        add(values, object);
        add(values, from == null ? null : text(from));
        add(values, until == null ? null : text(until));
        return values;
    }

    /** Without its Z it sorts before the same second with a fraction and without one. */
    private static String text(Instant at) {
        return at.toString().replace("Z", "");
    }

    private static void add(List<Object> values, @Nullable String value) {
        if (value != null) {
            values.add(value);
        }
    }
}
