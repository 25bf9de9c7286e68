package org.gongbao.review;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a submission (流转记录): a move, a change, or a comment.
 *
 * @param person identifier of who did it
 * @param name of the person, as the desk shows it
 * @param move null where it is none
 * @param review the number of the review in which it was done
 * @param note the reason, the comment, or what was changed
 */
public record Step(
        int number,
        Instant at,
        String person,
        String name,
        Kind kind,
        @Nullable Move move,
        State from,
        State to,
        int review,
        String note) {

    /** What kind of thing was done. */
    public enum Kind {
        MOVE,
        /** A field, a decision on personal data, or the statement was changed. */
        EDIT,
        COMMENT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
