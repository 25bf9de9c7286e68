package org.gongbao.publication;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What happened to published documents, as people who follow them are told of it (关注): what the log says of a document itself,
 * and what a document said of another one when it was published.
 */
public interface FollowedEvents {

    /** Everything after one position of the log up to and including another, in the order of the log. */
    List<Event> between(long after, long upTo);

    /** Everything that happened to a document, oldest first; empty for an identifier that was never published. */
    List<Event> of(Uid uid);

    /**
     * Something that happened to a document.
     *
     * @param seq position in the log of the event that did it
     * @param by the document that repeals or cites this one, else null
     * @param reason public reason of a correction or withdrawal; null where none was given
     */
    record Event(
            long seq,
            Instant at,
            Type type,
            Uid uid,
            @Nullable Uid by,
            @Nullable String reason) {

        /** A name that stays: of this event and no other. */
        public String name() {
            return uid + ":" + seq + ":" + type.code() + (by == null ? "" : ":" + by);
        }
    }

    /** What can happen. */
    enum Type {
        NEW,
        /** A new version that describes the same document better. */
        REVISED,
        CORRECTED,
        /** Another document says that the whole of it is repealed (废止) or no longer valid (宣布失效). */
        REPEALED,
        /** Another document cites it that did not before. */
        CITED,
        /** Withdrawn or erased. */
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Type of(LogEvent.Type type) {
            return switch (type) {
                case RELEASED -> NEW;
                case REVISED -> REVISED;
                case CORRECTED -> CORRECTED;
                case WITHDRAWN, ERASED -> WITHDRAWN;
            };
        }
    }
}
