package org.gongbao.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongbao.access.Person;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The departments' monthly report on what they handed in and what was published of it. It is counted from the histories of
 * the submissions, so that the report of a month that is over never changes. A department sees itself alone.
 */
public final class MonthlyReports {

    private final Database database;
    private final WorkingCalendar calendar;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone in which a month begins and ends */
    MonthlyReports(Database database, WorkingCalendar calendar, ZoneId zone, Clock clock) {
        this.database = database;
        this.calendar = calendar;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * A report.
     *
     * @param departments those of which there is anything to tell, by name
     * @param total of all of them
     */
    public record Report(YearMonth month, List<DepartmentMonth> departments, DepartmentMonth total) {
        public Report {
            departments = List.copyOf(departments);
        }
    }

    /** The month that is over. */
    public YearMonth last() {
        return YearMonth.now(clock.withZone(zone)).minusMonths(1);
    }

    /** The report of a month; of one that is not over, up to now. */
    public Report of(YearMonth month, Person person) {
        if (person.department() == null && !person.isOfOffice()) {
            throw new IllegalArgumentException(person.id() + " is neither of a department nor of the gazette office");
        }
        Map<String, Tally> tallies = new TreeMap<>();
        Tally total = new Tally();
        for (Row row : moved(month, person.department())) {
            List.of(total, tallies.computeIfAbsent(row.department(), key -> new Tally()))
                    .forEach(tally -> tally.moved(row));
        }
        for (String department : overdue(month, person.department())) {
            total.overdue++;
            tallies.computeIfAbsent(department, key -> new Tally()).overdue++;
        }
        List<DepartmentMonth> departments = new ArrayList<>();
        tallies.forEach((department, tally) -> departments.add(tally.of(department)));
        return new Report(month, departments, total.of(null));
    }

    /** A submission and what of interest was done to it in the month, once for each kind of move. */
    private record Row(
            String department,
            Move move,
            Instant at,
            @Nullable Instant handedIn,
            @Nullable LocalDate dueOn) {}

    private List<Row> moved(YearMonth month, @Nullable String department) {
        JdbcClient sql = database.read();
        return sql.sql(
                        "select s.department, s.due_on, t.move, min(t.at) as at, (select min(e.at) from submission_step e"
                                + " where e.submission = s.id and e.move = 'endorse') as handed_in"
                                + " from submission s join submission_step t on t.submission = s.id"
                                + " where t.at >= ? and t.at < ? and (t.move in ('endorse', 'return', 'decline')"
                                + " or t.move = 'release' and t.from_state = 'scheduled')"
                                + " and s.department = coalesce(cast(? as text), s.department)"
                                + " group by s.id, s.department, s.due_on, t.move")
                .params(bound(month), bound(month.plusMonths(1)))
                .param(department)
                .query(MonthlyReports::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        @Nullable String handedIn = row.getString("handed_in");
        @Nullable String dueOn = row.getString("due_on");
        return new Row(
                row.getString("department"),
                Move.of(row.getString("move")),
                Instant.parse(row.getString("at")),
                handedIn == null ? null : Instant.parse(handedIn),
                dueOn == null ? null : LocalDate.parse(dueOn));
    }

    /** The department of each submission that is past its last day at the end of the month. */
    private List<String> overdue(YearMonth month, @Nullable String department) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        LocalDate after = month.plusMonths(1).atDay(1);
        JdbcClient sql = database.read();
        return sql.sql("select s.department from submission s where s.due_on < ?"
                        + " and s.department = coalesce(cast(? as text), s.department)"
                        + " and exists (select 1 from submission_step t where t.submission = s.id and t.move = 'endorse'"
                        + " and t.at < ?)"
                        + " and not exists (select 1 from submission_step t where t.submission = s.id"
                        + " and t.move in ('release', 'decline', 'cancel') and t.at < ?)")
                .param((after.isAfter(today) ? today : after).toString())
                .param(department)
                .params(bound(month.plusMonths(1)), bound(month.plusMonths(1)))
                .query(String.class)
                .list();
    }

    /** The first moment of a month as text that every moment from it on is not less than: without its Z. */
    private String bound(YearMonth month) {
        String text = month.atDay(1).atStartOfDay(zone).toInstant().toString();
        return text.substring(0, text.length() - 1);
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** What is counted of one department, or of all. */
    private final class Tally {

        private int submitted;
        private int returned;
        private int declined;
        private int late;
        private int overdue;
        private int published;
        private final List<Integer> days = new ArrayList<>();

        void moved(Row row) {
            switch (row.move()) {
                case ENDORSE -> submitted++;
                case RETURN -> returned++;
                case DECLINE -> declined++;
                default -> released(row);
            }
        }

        private void released(Row row) {
            published++;
            Instant handedIn = row.handedIn();
            if (handedIn != null) {
                days.add(calendar.between(day(handedIn), day(row.at())));
            }
            if (row.dueOn() != null && day(row.at()).isAfter(row.dueOn())) {
                late++;
            }
        }

        DepartmentMonth of(@Nullable String department) {
            return new DepartmentMonth(
                    department, submitted, returned, published, declined, DepartmentMonth.median(days), late, overdue);
        }
    }
}
