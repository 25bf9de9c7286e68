package org.gongbao.publication;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Counts working days (工作日). */
public interface WorkingDays {

    /** The same time of day on the last of so many working days that follow. */
    Instant after(Instant from, int workingDays);

    /** Monday to Friday, without holidays: where no calendar is kept. */
    static WorkingDays weekdays(ZoneId zone) {
        return (from, workingDays) -> {
            ZonedDateTime day = from.atZone(zone);
            for (int left = workingDays; left > 0; ) {
                day = day.plusDays(1);
                left -= isFree(day) ? 0 : 1;
            }
            return day.toInstant();
        };
    }

    private static boolean isFree(ZonedDateTime day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
