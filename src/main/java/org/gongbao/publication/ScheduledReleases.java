package org.gongbao.publication;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.record.DocumentRecord;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what waits for its release in a row of the database and a folder that nothing public reads. */
public final class ScheduledReleases implements TimedReleases {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledReleases.class);

    /** How long a release that failed waits for its next try. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final String WAITING = "select uid, release_at, problem from scheduled_release";

    private final Database database;
    private final RegisterPublisher publisher;
    private final Clock clock;
    private final ScheduledFiles files;
    private final Map<Uid, Instant> notBefore = new HashMap<>();

    ScheduledReleases(Database database, RegisterPublisher publisher, Clock clock, DataFolder data) {
        this.database = database;
        this.publisher = publisher;
        this.clock = clock;
        this.files = new ScheduledFiles(data.folder("scheduled"));
    }

    /** What became of a release whose moment came. */
    public record Released(Uid uid, Publisher.Outcome outcome) {}

    @Override
    public List<Obstacle> schedule(
            Uid uid, DocumentRecord working, PackageContent content, LogEvent.Type event, Instant releaseAt) {
        List<Obstacle> obstacles = publisher.obstacles(uid, working, content);
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        put(uid, working, content, event, releaseAt);
        return List.of();
    }

    /** What is there stays in force until all of the new is kept, and one row puts the new in its place. */
    private synchronized void put(
            Uid uid, DocumentRecord working, PackageContent content, LogEvent.Type event, Instant releaseAt) {
        Path kept = files.keep(uid, working, content, mark(event.code(), sortable(releaseAt)));
        database.write(sql -> sql.sql("insert into scheduled_release (uid, event, release_at) values (?, ?, ?)"
                        + " on conflict (uid) do update set event = excluded.event, release_at = excluded.release_at,"
                        + " problem = null")
                .params(uid.value(), event.code(), sortable(releaseAt))
                .update());
        notBefore.remove(uid);
        files.deleteOthers(kept);
    }

    /** What the row and the folder of a release both say. */
    private static String mark(String event, String releaseAt) {
        return event + " " + releaseAt + "\n";
    }

    /** Removes what is kept of releases that wait no longer: a kill or a withdrawal leaves it. */
    synchronized void tidy() {
        List<String> waiting = database.read()
                .sql("select uid from scheduled_release")
                .query(String.class)
                .list();
        files.retain(waiting);
    }

    @Override
    public synchronized boolean cancel(Uid uid) {
        int waited = database.write(sql -> drop(sql, uid));
        files.delete(uid);
        return waited > 0;
    }

    /** Takes a waiting release back as part of a transaction; how many waited. Its files go later. */
    static int drop(JdbcClient sql, Uid uid) {
        return sql.sql("delete from scheduled_release where uid = ?")
                .param(uid.value())
                .update();
    }

    @Override
    public Optional<Waiting> waiting(Uid uid) {
        return database.read()
                .sql(WAITING + " where uid = ?")
                .param(uid.value())
                .query(ScheduledReleases::row)
                .optional();
    }

    @Override
    public List<Waiting> waiting() {
        return database.read()
                .sql(WAITING + " order by release_at, uid")
                .query(ScheduledReleases::row)
                .list();
    }

    private static Waiting row(ResultSet row, int number) throws SQLException {
        return new Waiting(
                new Uid(row.getString("uid")), Instant.parse(row.getString("release_at")), row.getString("problem"));
    }

    /**
     * Releases whatever has come due; to be called by a scheduler, and at start. One that fails keeps no other waiting, and
     * is tried again a while later.
     */
    public synchronized List<Released> releaseDue() {
        List<Due> due = database.read()
                .sql("select uid, event, release_at from scheduled_release where release_at <= ? and problem is null"
                        + " order by release_at, uid")
                .param(sortable(clock.instant()))
                .query(Due.class)
                .list();
        List<Released> released = new ArrayList<>();
        for (Due each : due) {
            Uid uid = new Uid(each.uid());
            if (notBefore.getOrDefault(uid, Instant.MIN).isAfter(clock.instant())) {
                continue;
            }
            try {
                released.add(release(uid, each));
                notBefore.remove(uid);
            } catch (TakenBack e) {
                LOG.info("The release of {} was taken back at its moment", uid);
            } catch (RuntimeException | Error e) {
                notBefore.put(uid, clock.instant().plus(PAUSE));
                LOG.error("The release of {} failed and is tried again in {} seconds", uid, PAUSE.toSeconds(), e);
            }
        }
        return released;
    }

    /** A row whose moment has come. */
    private record Due(String uid, String event, String releaseAt) {}

    /** Its row goes in the transaction that publishes it, so that it is released once and never after a withdrawal. */
    private Released release(Uid uid, Due due) {
        ScheduledFiles.Kept kept = files.find(uid, mark(due.event(), due.releaseAt()));
        Publisher.Outcome outcome = publisher.publish(
                kept.working(),
                new RegisterPublisher.Request(uid, kept.content(), LogEvent.Type.of(due.event()), null, sql -> {
                    if (drop(sql, uid) == 0) {
                        throw new TakenBack();
                    }
                }));
        if (outcome instanceof Publisher.Outcome.Held held) {
            String problem = String.join(
                    "; ", held.obstacles().stream().map(Obstacle::reason).toList());
            database.write(sql -> sql.sql("update scheduled_release set problem = ? where uid = ?")
                    .params(problem, uid.value())
                    .update());
        } else {
            cancel(uid);
        }
        return new Released(uid, outcome);
    }

    /** The release was taken back, or the document withdrawn, while it was being released. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** ISO 8601 of one length, so that text order is time order. */
    private static String sortable(Instant instant) {
        return java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
                .withZone(java.time.ZoneOffset.UTC)
                .format(instant);
    }
}
