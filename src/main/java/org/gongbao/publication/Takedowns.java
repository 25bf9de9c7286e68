package org.gongbao.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Emergency takedown (紧急撤下): one chief editor takes a document out of the public at once, a second one confirms that
 * within a working day or releases the document again. Each step stands in the audit trail in its own transaction.
 */
public final class Takedowns {

    private static final int WORKING_DAYS = 1;

    private final Database database;
    private final RegisterPublisher publisher;
    private final EventAppender events;
    private final PackageStore packages;
    private final Audit audit;
    private final WorkingDays workingDays;
    private final Clock clock;

    Takedowns(
            Database database,
            RegisterPublisher publisher,
            EventAppender events,
            PackageStore packages,
            Audit audit,
            WorkingDays workingDays,
            Clock clock) {
        this.database = database;
        this.publisher = publisher;
        this.events = events;
        this.packages = packages;
        this.audit = audit;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * Withdraws a document at once; the projections drop it as soon as they see the log, which they do at once.
     *
     * @throws IllegalArgumentException where the person is no chief editor
     * @throws IllegalStateException where the document is not public
     */
    public Takedown takeDown(Uid uid, Person chiefEditor, String publicReason) {
        requireChief(chiefEditor);
        LogEvent event = events.append(sql -> {
            LogEvent withdrawn = Withdrawal.append(sql, uid, publicReason, events.now());
            sql.sql("insert into takedown (seq, uid, reason, taken_down_at, taken_down_by, confirm_by)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            withdrawn.seq(),
                            uid.value(),
                            publicReason,
                            withdrawn.time().toString())
                    .param(chiefEditor.id())
                    .param(workingDays.after(withdrawn.time(), WORKING_DAYS).toString())
                    .update();
            audit.append(sql, chiefEditor.id(), "document.takedown", uid, Map.of("seq", "" + withdrawn.seq()));
            return withdrawn;
        });
        return list("where seq = " + event.seq()).get(0);
    }

    /**
     * Confirms an open takedown; also after its time, for a late answer is better than none.
     *
     * @throws IllegalArgumentException where it is the same person, or no chief editor
     * @throws IllegalStateException where no takedown of the document is open
     */
    public Takedown confirm(Uid uid, Person second) {
        requireChief(second);
        Takedown open = open(uid);
        if (open.by().equals(second.id())) {
            throw new IllegalArgumentException("a takedown is confirmed by another chief editor than who made it");
        }
        database.write(sql -> {
            requireChanged(
                    sql.sql("update takedown set confirmed_at = ?, confirmed_by = ? where seq = ?"
                                    + " and confirmed_at is null and reversed_at is null")
                            .params(clock.instant().toString(), second.id(), open.seq())
                            .update(),
                    uid);
            audit.append(sql, second.id(), "document.takedown.confirm", uid, Map.of("seq", "" + open.seq()));
            return open;
        });
        return list("where seq = " + open.seq()).get(0);
    }

    /**
     * Releases a document again that was taken down by mistake, as it was; every gate is asked.
     *
     * @throws IllegalStateException where no takedown of the document is open
     */
    public Publisher.Outcome reverse(Uid uid, Person chiefEditor) {
        requireChief(chiefEditor);
        Takedown open = open(uid);
        Register.Row row = new Register(database.read()).find(uid).orElseThrow();
        PublicPackage last = packages.load(uid, row.packageVersion(), row.manifestSha256());
        return publisher.publish(
                last.record(),
                new RegisterPublisher.Request(uid, PackageStore.content(last), LogEvent.Type.RELEASED, null, sql -> {
                    requireChanged(
                            sql.sql("update takedown set reversed_at = ?, reversed_by = ? where seq = ?"
                                            + " and confirmed_at is null and reversed_at is null")
                                    .params(clock.instant().toString(), chiefEditor.id(), open.seq())
                                    .update(),
                            uid);
                    audit.append(
                            sql, chiefEditor.id(), "document.takedown.reverse", uid, Map.of("seq", "" + open.seq()));
                }));
    }

    /** Takedowns that nobody confirmed or reversed, the most urgent first. */
    public List<Takedown> open() {
        return list("where confirmed_at is null and reversed_at is null");
    }

    /** Open takedowns whose time to be confirmed is over. They stay in force. */
    public List<Takedown> overdue() {
        Instant now = clock.instant();
        return open().stream()
                .filter(takedown -> takedown.confirmBy().isBefore(now))
                .toList();
    }

    /** All takedowns of a document, oldest first. */
    public List<Takedown> of(Uid uid) {
        return list("where uid = '" + uid.value() + "'");
    }

    private Takedown open(Uid uid) {
        Optional<Takedown> open = of(uid).stream().filter(Takedown::isOpen).findFirst();
        return open.orElseThrow(() -> new IllegalStateException("no takedown of " + uid + " waits to be confirmed"));
    }

    private static void requireChief(Person person) {
        if (!person.has(Role.CHIEF_EDITOR)) {
            throw new IllegalArgumentException("the roles are " + person.roles() + ", expected " + Role.CHIEF_EDITOR);
        }
    }

    private static void requireChanged(int rows, Uid uid) {
        if (rows != 1) {
            throw new IllegalStateException("the takedown of " + uid + " was answered meanwhile");
        }
    }

    private List<Takedown> list(String where) {
        JdbcClient sql = database.read();
        return sql.sql("select * from takedown " + where + " order by confirm_by, seq")
                .query((row, number) -> takedown(row))
                .list();
    }

    private static Takedown takedown(ResultSet row) throws SQLException {
        return new Takedown(
                row.getLong("seq"),
                new Uid(row.getString("uid")),
                row.getString("reason"),
                Instant.parse(row.getString("taken_down_at")),
                row.getString("taken_down_by"),
                Instant.parse(row.getString("confirm_by")),
                instant(row.getString("confirmed_at")),
                row.getString("confirmed_by"),
                instant(row.getString("reversed_at")),
                row.getString("reversed_by"));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
