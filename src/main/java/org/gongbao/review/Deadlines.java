package org.gongbao.review;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Until when documents are to be published (发布期限): within so many working days of the day on which they were made
 * (政府信息公开条例 art. 26), of the day on which they were handed in where that is not known.
 */
public final class Deadlines {

    private final WorkingCalendar calendar;
    private final DeskSettings settings;
    private final ZoneId zone;

    Deadlines(WorkingCalendar calendar, DeskSettings settings, ZoneId zone) {
        this.calendar = calendar;
        this.settings = settings;
        this.zone = zone;
    }

    /**
     * How the last day is found.
     *
     * @param madeOn 成文日期 of the document, null where it is not known
     */
    public WorkingCalendar.Count of(Submission submission, @Nullable LocalDate madeOn) {
        LocalDate from = madeOn == null ? submission.createdAt().atZone(zone).toLocalDate() : madeOn;
        return calendar.count(from, settings.dueDays());
    }
}
