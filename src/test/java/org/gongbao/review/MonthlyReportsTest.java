package org.gongbao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.gongbao.system.Database;
import org.gongbao.system.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The departments' monthly report, counted on both databases. */
class MonthlyReportsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final YearMonth MARCH = YearMonth.of(2024, 3);

    @TempDir
    Path folder;

    private int batch;

    private void on(String vendor, Consumer<Database> test) {
        String url =
                vendor.equals("sqlite") ? "jdbc:sqlite:" + folder.resolve("gongbao.db") : TestPostgres.newDatabase();
        try (Database database = Database.open(url)) {
            test.accept(database);
        }
    }

    private static MonthlyReports reports(Database database, String now) {
        return new MonthlyReports(
                database, WorkingCalendar.over(null, ZONE), ZONE, Clock.fixed(Instant.parse(now), ZONE));
    }

    /** A submission with moves, each as {@code endorse 2024-03-01T08:00:00Z}. */
    private void submission(Database database, String department, @Nullable String dueOn, String... moves) {
        String id = "submission-" + ++batch;
        database.write(sql -> {
            SubmissionRows rows = new SubmissionRows(sql);
            rows.insert(
                    new Submission(
                            id,
                            department,
                            State.SUBMITTED,
                            0,
                            null,
                            0,
                            batch,
                            null,
                            Statement.EMPTY,
                            "p-submitter",
                            Instant.parse("2024-01-02T08:00:00Z"),
                            dueOn == null ? null : LocalDate.parse(dueOn),
                            null,
                            null,
                            null,
                            null),
                    null);
            int number = 0;
            for (String move : moves) {
                Move made = Move.of(move.split(" ")[0]);
                State from = made == Move.RELEASE ? State.SCHEDULED : State.SUBMITTED;
                rows.append(
                        id,
                        new Step(
                                number++,
                                Instant.parse(move.split(" ")[1]),
                                "p",
                                "某",
                                Step.Kind.MOVE,
                                made,
                                from,
                                State.SUBMITTED,
                                0,
                                ""));
            }
            return id;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void eachDepartmentFindsWhatBecameOfItsSubmissionsInTheMonth(String vendor) {
        on(vendor, database -> {
            String water = Cases.DEPARTMENT;
            // Friday to Monday is one working day; to the Wednesday after, three.
            submission(database, water, "2024-03-20", "endorse 2024-03-01T08:00:00Z", "release 2024-03-04T08:00:00Z");
            submission(database, water, "2024-03-05", "endorse 2024-03-01T08:00:00Z", "release 2024-03-06T08:00:00Z");
            submission(
                    database,
                    water,
                    "2024-04-20",
                    "endorse 2024-03-07T08:00:00Z",
                    "return 2024-03-08T08:00:00Z",
                    "endorse 2024-03-11T08:00:00Z",
                    "return 2024-03-12T08:00:00Z");
            submission(database, "云州市教育局", "2024-03-29", "endorse 2024-03-01T08:00:00Z");
            submission(database, "云州市教育局", null, "endorse 2024-02-01T08:00:00Z", "decline 2024-03-04T08:00:00Z");

            MonthlyReports.Report report =
                    reports(database, "2024-05-01T08:00:00Z").of(MARCH, Cases.EDITOR);

            assertThat(report.departments())
                    .containsExactlyInAnyOrder(
                            new DepartmentMonth(water, 3, 1, 2, 0, 2.0, 1, 0),
                            new DepartmentMonth("云州市教育局", 1, 0, 0, 1, null, 0, 1));
            assertThat(report.total()).isEqualTo(new DepartmentMonth(null, 4, 1, 2, 1, 2.0, 1, 1));
            assertThat(reports(database, "2024-05-01T08:00:00Z")
                            .of(MARCH, Cases.APPROVER)
                            .departments())
                    .extracting(DepartmentMonth::department)
                    .containsExactly(water);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aMonthBeginsAtMidnightOfTheGazetteOffice(String vendor) {
        on(vendor, database -> {
            submission(database, "甲", null, "endorse 2024-02-29T15:59:59.999Z");
            submission(database, "乙", null, "endorse 2024-02-29T16:00:00Z");
            submission(database, "丙", null, "endorse 2024-02-29T16:00:00.001Z");
            submission(database, "丁", null, "endorse 2024-03-31T15:59:59.999Z");
            submission(database, "戊", null, "endorse 2024-03-31T16:00:00Z");

            List<DepartmentMonth> march = reports(database, "2024-05-01T08:00:00Z")
                    .of(MARCH, Cases.CHIEF)
                    .departments();

            assertThat(march).extracting(DepartmentMonth::department).containsExactlyInAnyOrder("乙", "丙", "丁");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void whatIsOverdueInTheRunningMonthIsPastItsDayToday(String vendor) {
        on(vendor, database -> {
            submission(database, "甲", "2024-03-14", "endorse 2024-03-01T08:00:00Z");
            submission(database, "乙", "2024-03-15", "endorse 2024-03-01T08:00:00Z");
            submission(database, "丙", "2024-03-14", "endorse 2024-03-01T08:00:00Z", "cancel 2024-03-02T08:00:00Z");
            submission(database, "丁", "2024-03-14");

            List<DepartmentMonth> march = reports(database, "2024-03-15T08:00:00Z")
                    .of(MARCH, Cases.CHIEF)
                    .departments();

            assertThat(march)
                    .filteredOn(row -> row.overdue() == 1)
                    .extracting(DepartmentMonth::department)
                    .containsExactly("甲");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite"})
    void whoIsOfNoDepartmentAndNotOfTheOfficeGetsNone(String vendor) {
        on(
                vendor,
                database -> assertThatThrownBy(
                                () -> reports(database, "2024-05-01T08:00:00Z").of(MARCH, Cases.KEEPER))
                        .isInstanceOf(IllegalArgumentException.class));
    }
}
