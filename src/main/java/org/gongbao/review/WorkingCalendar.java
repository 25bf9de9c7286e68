package org.gongbao.review;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gongbao.publication.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * Working days (工作日) by the yearly notices of the State Council on holidays: public holidays are none, Saturdays and Sundays
 * on which work is made up are. Every count can be shown day by day, with the reason of each. A year whose notice is not
 * known counts as Monday to Friday, and says so. Safe for use by several threads.
 */
public final class WorkingCalendar implements WorkingDays {

    /** Most working days that are counted at once: far beyond any term of law. */
    private static final int MOST = 5_000;

    private final @Nullable Path folder;
    private final ZoneId zone;
    private final Map<Integer, Optional<Map<LocalDate, CalendarYears.Special>>> years = new ConcurrentHashMap<>();

    private WorkingCalendar(@Nullable Path folder, ZoneId zone) {
        this.folder = folder;
        this.zone = zone;
    }

    /**
     * The packed calendars, with those of a folder in their place, where it has some.
     *
     * @param zone in which a day begins and ends
     */
    public static WorkingCalendar over(@Nullable Path folder, ZoneId zone) {
        return new WorkingCalendar(folder, zone);
    }

    /** Why a day counts or does not. */
    public enum Why {
        /** Monday to Friday. */
        WEEKDAY,
        /** Saturday or Sunday. */
        WEEKEND,
        /** A day off by the notice of the year. */
        HOLIDAY,
        /** 调休: a Saturday or Sunday on which work is made up. */
        MADE_UP;

        public boolean counts() {
            return this == WEEKDAY || this == MADE_UP;
        }
    }

    /**
     * A day of a count.
     *
     * @param number which working day of the count it is, 0 where it is none
     * @param name of the holiday that it belongs to or makes up for, null for none
     * @param known whether the holidays of its year are known
     */
    public record Day(
            LocalDate date, Why why, int number, @Nullable String name, boolean known) {}

    /**
     * A count, to be shown.
     *
     * @param from the day from which is counted; it does not count itself
     * @param days all days after it, up to the last one
     */
    public record Count(LocalDate from, List<Day> days) {

        public Count {
            days = List.copyOf(days);
        }

        /** The last day; the first one where none was counted. */
        public LocalDate until() {
            return days.isEmpty() ? from : days.get(days.size() - 1).date();
        }

        public int workingDays() {
            return (int) days.stream().filter(day -> day.why().counts()).count();
        }

        /** Whether the holidays of all its years are known. */
        public boolean isCertain() {
            return days.stream().allMatch(Day::known);
        }
    }

    public boolean isWorking(LocalDate date) {
        return day(date, 0).why().counts();
    }

    /** The last of so many working days after a day; that day itself where it is none. */
    public LocalDate plus(LocalDate from, int workingDays) {
        return count(from, workingDays).until();
    }

    /** How the last of so many working days after a day is found. */
    public Count count(LocalDate from, int workingDays) {
        if (workingDays < 0 || workingDays > MOST) {
            throw new IllegalArgumentException(workingDays + " working days came, expected 0 to " + MOST);
        }
        List<Day> days = new ArrayList<>();
        LocalDate date = from;
        for (int counted = 0; counted < workingDays; ) {
            date = date.plusDays(1);
            Day day = day(date, counted + 1);
            counted += day.why().counts() ? 1 : 0;
            days.add(day);
        }
        return new Count(from, days);
    }

    /** The working days after a day, up to and with another; negative where that is earlier. */
    public int between(LocalDate from, LocalDate to) {
        return to.isBefore(from)
                ? -upTo(to, from).workingDays()
                : upTo(from, to).workingDays();
    }

    /** How the working days after a day are counted, up to and with another that is not earlier. */
    public Count upTo(LocalDate from, LocalDate to) {
        List<Day> days = new ArrayList<>();
        int counted = 0;
        for (LocalDate date = from.plusDays(1); !date.isAfter(to); date = date.plusDays(1)) {
            Day day = day(date, counted + 1);
            counted += day.why().counts() ? 1 : 0;
            days.add(day);
        }
        return new Count(from, days);
    }

    private Day day(LocalDate date, int number) {
        CalendarYears.Special special = special(date);
        DayOfWeek ofWeek = date.getDayOfWeek();
        boolean weekend = ofWeek == DayOfWeek.SATURDAY || ofWeek == DayOfWeek.SUNDAY;
        Why why = special == null
                ? weekend ? Why.WEEKEND : Why.WEEKDAY
                : special.works() ? weekend ? Why.MADE_UP : Why.WEEKDAY : Why.HOLIDAY;
        return new Day(
                date,
                why,
                why.counts() ? number : 0,
                special == null ? null : special.name(),
                year(date.getYear()).isPresent());
    }

    /** A New Year's holiday may begin in December, by the notice of the year that follows. */
    private CalendarYears.@Nullable Special special(LocalDate date) {
        CalendarYears.Special own =
                year(date.getYear()).map(days -> days.get(date)).orElse(null);
        return own != null || date.getMonthValue() != 12
                ? own
                : year(date.getYear() + 1).map(days -> days.get(date)).orElse(null);
    }

    private Optional<Map<LocalDate, CalendarYears.Special>> year(int year) {
        return years.computeIfAbsent(year, number -> CalendarYears.of(number, folder));
    }

    @Override
    public Instant after(Instant from, int workingDays) {
        ZonedDateTime local = from.atZone(zone);
        return local.with(plus(local.toLocalDate(), workingDays)).toInstant();
    }
}
