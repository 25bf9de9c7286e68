package org.gongbao.notification;

import java.time.Instant;
import java.util.Locale;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/**
 * A notice to one target with its receipt (回执). It holds nothing of what was sent.
 *
 * @param id goes with every try, so that who is told twice can know it
 * @param seq position of the event in the log
 * @param attempts tries begun
 * @param triedAt when the last try ended, null before the first
 * @param answer code of the last try, such as {@code 250}, {@code 200} or {@code unreachable}
 */
public record Delivery(
        String id,
        long seq,
        Uid uid,
        LogEvent.Type event,
        String channel,
        String target,
        State state,
        int attempts,
        Instant dueAt,
        @Nullable Instant triedAt,
        @Nullable String answer) {

    /** What became of it. */
    public enum State {
        PENDING,
        DELIVERED,
        /** Things moved on before it could be told. */
        DROPPED,
        /** All tries failed. */
        FAILED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
