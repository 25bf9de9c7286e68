package org.gongbao.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a projection is.
 *
 * @param position up to which it has applied the log
 * @param lag events that it has not applied yet
 * @param error the latest failure, null when the last step went well
 * @param parked documents it refuses
 */
public record ProjectionStatus(
        String name,
        State state,
        long position,
        long lag,
        @Nullable String error,
        List<ParkedDocument> parked) {

    /** What a projection is doing. */
    public enum State {
        STOPPED,
        OPENING,
        FOLLOWING,
        REBUILDING,
        FAILING
    }
}
