package org.gongbao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gongbao.review.WorkingCalendar.Count;
import org.gongbao.review.WorkingCalendar.Day;
import org.gongbao.review.WorkingCalendar.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines in working days are counted by the notices on holidays, and the count can be shown. */
class WorkingCalendarTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final WorkingCalendar calendar = WorkingCalendar.over(null, ZONE);

    @TempDir
    Path own;

    @ParameterizedTest
    @CsvSource({
        "2025-09-25, 1, 2025-09-26",
        "2025-09-26, 1, 2025-09-28",
        "2025-09-30, 1, 2025-10-09",
        "2025-09-30, 3, 2025-10-11",
        "2025-01-24, 3, 2025-02-05",
        "2026-02-13, 2, 2026-02-24",
        "2026-01-02, 1, 2026-01-04",
        "2022-12-30, 1, 2023-01-03",
        "2025-03-03, 20, 2025-03-31",
        "2025-03-03, 0, 2025-03-03"
    })
    void holidaysDoNotCountAndWorkThatIsMadeUpDoes(LocalDate from, int days, LocalDate until) {
        assertThat(calendar.plus(from, days)).isEqualTo(until);
    }

    @Test
    void aCountShowsEachDayWithItsReason() {
        Count count = calendar.count(LocalDate.parse("2025-09-26"), 4);

        assertThat(count.isCertain()).isTrue();
        assertThat(count.workingDays()).isEqualTo(4);
        assertThat(count.until()).isEqualTo("2025-10-09");
        assertThat(count.days())
                .extracting(Day::date, Day::why, Day::number, Day::name)
                .startsWith(
                        tuple(LocalDate.parse("2025-09-27"), Why.WEEKEND, 0, null),
                        tuple(LocalDate.parse("2025-09-28"), Why.MADE_UP, 1, "国庆节、中秋节"),
                        tuple(LocalDate.parse("2025-09-29"), Why.WEEKDAY, 2, null),
                        tuple(LocalDate.parse("2025-09-30"), Why.WEEKDAY, 3, null),
                        tuple(LocalDate.parse("2025-10-01"), Why.HOLIDAY, 0, "国庆节、中秋节"))
                .endsWith(tuple(LocalDate.parse("2025-10-09"), Why.WEEKDAY, 4, null))
                .hasSize(13);
    }

    @Test
    void aYearWithoutACalendarCountsAsWeekdaysAndSaysSo() {
        Count count = calendar.count(LocalDate.parse("2034-09-29"), 5);

        assertThat(count.isCertain()).isFalse();
        assertThat(count.until()).isEqualTo("2034-10-06");
        assertThat(calendar.count(LocalDate.parse("2025-12-30"), 1).isCertain()).isTrue();
    }

    @Test
    void countingForthAndBackAgree() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            LocalDate from = LocalDate.parse("2022-12-01").plusDays(random.nextInt(1_500));
            int days = random.nextInt(60);
            LocalDate until = calendar.plus(from, days);
            assertThat(calendar.between(from, until)).as(from + " + " + days).isEqualTo(days);
            assertThat(calendar.between(until, from))
                    .isEqualTo(calendar.upTo(from, until).workingDays() * -1);
            assertThat(days == 0 || calendar.isWorking(until)).isTrue();
        }
    }

    @Test
    void theTimeOfDayStays() {
        assertThat(calendar.after(Instant.parse("2025-09-30T16:30:00Z"), 1))
                .as("in Shanghai it is the first of October already")
                .isEqualTo("2025-10-08T16:30:00Z");
    }

    @Test
    void aCalendarOfOnesOwnTakesThePlaceOfThePackedOne() throws IOException {
        Files.createDirectories(own.resolve("calendars"));
        Files.writeString(own.resolve("calendars/2027.tsv"), "# a notice\nholiday\t2027-01-01\t2027-01-04\t元旦\n");

        WorkingCalendar mine = WorkingCalendar.over(own, ZONE);
        assertThat(mine.plus(LocalDate.parse("2026-12-31"), 1)).isEqualTo("2027-01-05");
        assertThat(mine.count(LocalDate.parse("2026-12-31"), 1).isCertain()).isTrue();
        assertThat(mine.isWorking(LocalDate.parse("2025-10-01"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "free,2025-01-01,2025-01-01,元旦 | expected holiday or work",
                "holiday,2025-01-01,元旦 | expected holiday or work",
                "holiday,2025-13-01,2025-01-02,元旦 | 2025-13-01 is no day",
                "holiday,2025-01-02,2025-01-01,元旦 | is no holiday"
            })
    void aMistakeIsToldWithItsLine(String line, String said) {
        assertThatThrownBy(() -> CalendarYears.parse("2025.tsv", "# notice\n" + line.replace(',', '\t')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2025.tsv, line 2")
                .hasMessageContaining(said);
    }

    /** Whoever makes up work does so at a weekend, near a holiday; a slip of the pen would not. */
    @Test
    void thePackedCalendarsAreSoundAndAllNamedInTheReadme() throws IOException {
        Path folder = Path.of("ingest/calendars");
        String readme = Files.readString(folder.resolve("README.md"));
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
        assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
        for (String name : names) {
            CalendarYears.parse(name, Files.readString(folder.resolve(name))).forEach((date, special) -> {
                assertThat(Math.abs(date.getYear() - Integer.parseInt(name.substring(0, 4))))
                        .isLessThanOrEqualTo(1);
                if (special.works()) {
                    assertThat(date.getDayOfWeek().getValue())
                            .as(date.toString())
                            .isGreaterThan(5);
                }
            });
        }
    }
}
