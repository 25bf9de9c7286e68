package org.gongbao.notification;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** How often digests go out. */
public enum Rhythm {
    DAILY,
    /** On Mondays. */
    WEEKLY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Rhythm> of(String code) {
        return code.equals("daily")
                ? Optional.of(DAILY)
                : code.equals("weekly") ? Optional.of(WEEKLY) : Optional.empty();
    }

    /** The next moment after another one. */
    Instant next(Instant after, LocalTime at, ZoneId zone) {
        ZonedDateTime day = after.atZone(zone).with(at);
        if (this == WEEKLY) {
            day = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        }
        if (!day.toInstant().isAfter(after)) {
            day = this == WEEKLY ? day.plusWeeks(1) : day.plusDays(1);
        }
        return day.toInstant();
    }
}
