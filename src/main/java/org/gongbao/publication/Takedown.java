package org.gongbao.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An emergency takedown (紧急撤下).
 *
 * @param seq position of the withdrawal in the log
 * @param reason as the public reads it
 * @param by identifier of the chief editor who took it down
 * @param confirmBy until when another one has to confirm it
 * @param reversedBy who released the document again
 */
public record Takedown(
        long seq,
        Uid uid,
        String reason,
        Instant at,
        String by,
        Instant confirmBy,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy,
        @Nullable Instant reversedAt,
        @Nullable String reversedBy) {

    /** Whether it still waits for the second chief editor. */
    public boolean isOpen() {
        return confirmedAt == null && reversedAt == null;
    }
}
