package org.gongbao.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.access.AuditTrail;
import org.gongbao.access.Person;
import org.gongbao.notification.ReaderReport.Closing;
import org.gongbao.notification.ReaderReport.Outcome;
import org.gongbao.notification.ReaderReport.Place;
import org.gongbao.publication.ErasedTraces;
import org.gongbao.publication.Uid;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/**
 * What readers reported as mistakes, until somebody at the desk has closed it. A correction of the document closes nothing
 * by itself. Contacts are deleted {@link #KEPT} after the report came, closed reports that long after they were closed; how many
 * led to what is kept as long as the document.
 */
public final class ReaderReports implements ErasedTraces, ReportOutcomes {

    /** How long personal data is kept. */
    public static final Duration KEPT = Duration.ofDays(180);

    private final Database database;
    private final AuditTrail trail;
    private final Clock clock;

    ReaderReports(Database database, AuditTrail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /** Keeps a report; the same form again changes nothing. */
    void receive(Uid uid, int version, @Nullable Place place, String token, String text, String contact) {
        database.write(sql -> sql.sql("insert into reader_report"
                        + " (id, uid, version, form, receipt, text, place, quote, contact, received_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (form) do nothing")
                .params(Uid.mint().value(), uid.value(), version, Receipts.digest(token))
                .params(Receipts.digest(Receipts.number(token)), text)
                .param(place == null ? null : place.code())
                .param(place == null ? null : place.quote())
                .param(contact.isEmpty() ? null : contact)
                .param(now().toString())
                .update());
    }

    /** Open reports the oldest first, closed ones the newest first, behind a number of them. */
    public List<ReaderReport> list(boolean open, int from, int count) {
        return database.read()
                .sql("select * from reader_report where " + which(open) + " limit ? offset ?")
                .params(count, from)
                .query(ReaderReports::report)
                .list();
    }

    private static String which(boolean open) {
        return open
                ? "closed_at is null order by received_at, id"
                : "closed_at is not null order by closed_at desc, id";
    }

    public long count(boolean open) {
        return database.read()
                .sql("select count(*) from reader_report where closed_at is " + (open ? "null" : "not null"))
                .query(Long.class)
                .single();
    }

    public Optional<ReaderReport> find(String id) {
        return database.read()
                .sql("select * from reader_report where id = ?")
                .param(id)
                .query(ReaderReports::report)
                .optional();
    }

    /** Closes a report; false where it is not open. */
    public boolean close(Person person, String id, Outcome outcome, String note) {
        return database.write(sql -> {
            int closed = sql.sql("update reader_report set outcome = ?, note = ?, closed_at = ?, closed_by = ?"
                            + " where id = ? and closed_at is null")
                    .params(outcome.code(), note, now().toString(), person.id(), id)
                    .update();
            if (closed == 1) {
                sql.sql("insert into reader_report_sum (uid, outcome, reports)"
                                + " select uid, outcome, 1 from reader_report where id = ?"
                                + " on conflict (uid, outcome) do update set reports = reader_report_sum.reports + 1")
                        .param(id)
                        .update();
                trail.append(sql, person.id(), "reader-report.close", id, Map.of("outcome", outcome.code()));
            }
            return closed == 1;
        });
    }

    @Override
    public Optional<Receipt> receipt(String number) {
        return database.read()
                .sql("select * from reader_report where receipt = ?")
                .param(Receipts.digest(number))
                .query(ReaderReports::report)
                .optional()
                .map(Receipt::of);
    }

    @Override
    public Map<Outcome, Integer> sums(Uid uid) {
        Map<Outcome, Integer> sums = new EnumMap<>(Outcome.class);
        database.read()
                .sql("select outcome, reports from reader_report_sum where uid = ?")
                .param(uid.value())
                .query(row -> {
                    sums.put(Outcome.of(row.getString(1)), row.getInt(2));
                });
        return sums;
    }

    /** Deletes what is kept no longer. */
    void tidy() {
        String bound = now().minus(KEPT).toString();
        database.write(sql -> {
            sql.sql("delete from reader_report where closed_at < ?")
                    .param(bound)
                    .update();
            return sql.sql("update reader_report set contact = null where contact is not null and received_at < ?")
                    .param(bound)
                    .update();
        });
    }

    @Override
    public List<String> destroy(Uid uid) {
        database.write(sql -> {
            sql.sql("delete from reader_report_sum where uid = ?")
                    .param(uid.value())
                    .update();
            return sql.sql("delete from reader_report where uid = ?")
                    .param(uid.value())
                    .update();
        });
        return List.of();
    }

    private static ReaderReport report(ResultSet row, int number) throws SQLException {
        @Nullable String place = row.getString("place");
        @Nullable String closedAt = row.getString("closed_at");
        return new ReaderReport(
                row.getString("id"),
                new Uid(row.getString("uid")),
                row.getInt("version"),
                place == null ? null : new Place(place, row.getString("quote")),
                row.getString("text"),
                row.getString("contact"),
                Instant.parse(row.getString("received_at")),
                closedAt == null
                        ? null
                        : new Closing(
                                Outcome.of(row.getString("outcome")),
                                row.getString("note"),
                                Instant.parse(closedAt),
                                row.getString("closed_by")));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
