package org.gongbao.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.access.AuditTrail;
import org.gongbao.access.Person;
import org.gongbao.notification.ReaderReport.Closing;
import org.gongbao.notification.ReaderReport.Outcome;
import org.gongbao.publication.ErasedTraces;
import org.gongbao.publication.Uid;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/**
 * What readers reported as mistakes, until somebody at the desk has closed it. A correction of the document closes nothing
 * by itself. Contacts are deleted {@link #KEPT} after the report came, closed reports that long after they were closed.
 */
public final class ReaderReports implements ErasedTraces {

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
    void receive(Uid uid, int version, String token, String text, String contact) {
        database.write(sql -> sql.sql("insert into reader_report (id, uid, version, form, text, contact, received_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (form) do nothing")
                .params(Uid.mint().value(), uid.value(), version, digest(token), text)
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
                trail.append(sql, person.id(), "reader-report.close", id, Map.of("outcome", outcome.code()));
            }
            return closed == 1;
        });
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
        database.write(sql -> sql.sql("delete from reader_report where uid = ?")
                .param(uid.value())
                .update());
        return List.of();
    }

    private static ReaderReport report(ResultSet row, int number) throws SQLException {
        @Nullable String closedAt = row.getString("closed_at");
        return new ReaderReport(
                row.getString("id"),
                new Uid(row.getString("uid")),
                row.getInt("version"),
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

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
