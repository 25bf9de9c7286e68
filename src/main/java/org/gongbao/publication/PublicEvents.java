package org.gongbao.publication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of the publication log as everybody may read them, by what is asked for. */
public interface PublicEvents {

    /** Events behind a position, at most so many: older ones behind it where the newest come first. */
    List<Event> after(Asked asked, @Nullable Long position, int most);

    /** The true number of events that are asked for. */
    long count(Asked asked);

    /** Number of events there are. */
    long position();

    /**
     * Which events are wanted; null is not asked. Moments are compared to the second and both belong to what is asked for.
     *
     * @param isNewestFirst else the oldest comes first
     */
    record Asked(
            LogEvent.@Nullable Type type,
            @Nullable Uid document,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean isNewestFirst) {

        /** All events, the oldest first. */
        public static final Asked EVERYTHING = new Asked(null, null, null, null, false);
    }

    /**
     * An event.
     *
     * @param reason public reason of a correction or withdrawal; null where none was given
     */
    record Event(LogEvent event, @Nullable String reason) {}
}
