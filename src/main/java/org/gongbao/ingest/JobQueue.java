package org.gongbao.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The durable queue. A job is claimed under a lease, by one worker of one process; when that process ends, the job is
 * claimed again. Two jobs on the same bytes never run at the same time.
 */
final class JobQueue {

    private final Database database;
    private final Clock clock;
    private final Object added = new Object();

    JobQueue(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds jobs as one transaction, in order, and wakes the workers of this process. */
    void add(long batch, List<NewJob> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        database.write(client -> {
            long last = Counter.JOB.next(client, jobs.size());
            long id = last - jobs.size();
            for (NewJob job : jobs) {
                insert(client, ++id, batch, job);
            }
            return last;
        });
        synchronized (added) {
            added.notifyAll();
        }
    }

    private void insert(JdbcClient client, long id, long batch, NewJob job) {
        client.sql(
                        "INSERT INTO job (id, batch, name, receipt, sha256, claimed, purpose, part, release_at, state, tries,"
                                + " starts, due, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)")
                .param(id)
                .param(batch)
                .param(job.name())
                .param(job.receipt())
                .param(job.sha256())
                .param(job.claimed())
                .param(job.purpose().code())
                .param(job.part())
                .param(job.releaseAt() == null ? null : job.releaseAt().toString())
                .param(job.receipt() == null ? "done" : "queued")
                .param(clock.millis())
                .param(job.error())
                .update();
        if (job.error() != null) {
            JobOutcomes.insertUnreadable(client, id, job.error());
        }
    }

    /** Waits until jobs were added by this process, or for a while. */
    void awaitJobs(Duration longest) throws InterruptedException {
        synchronized (added) {
            added.wait(Math.max(1, longest.toMillis()));
        }
    }

    /** Whether a job could be claimed now. */
    boolean hasWork() {
        return !database.read()
                .sql("SELECT id FROM job WHERE state IN ('queued', 'running')"
                        + " AND ((state = 'queued' AND due <= ?) OR lease_until < ?) LIMIT 1")
                .param(clock.millis())
                .param(clock.millis())
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** Whether any job is not done yet, now or later. */
    boolean hasOpen() {
        return !database.read()
                .sql("SELECT id FROM job WHERE state IN ('queued', 'running') LIMIT 1")
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** Claims the oldest job that is due; also one whose lease has run out. */
    Optional<Job> claim(String owner, Duration lease) {
        long now = clock.millis();
        return database.write(client -> {
            Counter.CLAIM.next(client, 1); // claims are made one after the other, on every node
            return client.sql("UPDATE job SET state = 'running', starts = starts + 1, lease_owner = ?, lease_until = ?"
                            + " WHERE id = (SELECT j.id FROM job j WHERE j.state IN ('queued', 'running')"
                            + " AND ((j.state = 'queued' AND j.due <= ?) OR j.lease_until < ?)"
                            + " AND NOT EXISTS (SELECT 1 FROM job other WHERE other.sha256 = j.sha256"
                            + " AND other.state = 'running' AND other.lease_until >= ?)"
                            + " ORDER BY j.id LIMIT 1)"
                            + " RETURNING id, name, receipt, sha256, claimed, purpose, part, release_at, tries, starts")
                    .param(owner)
                    .param(now + lease.toMillis())
                    .param(now)
                    .param(now)
                    .param(now)
                    .query((row, number) -> job(row))
                    .optional();
        });
    }

    private static Job job(ResultSet row) throws SQLException {
        int part = row.getInt("part");
        @Nullable Integer only = row.wasNull() ? null : part;
        @Nullable String claimed = row.getString("claimed");
        @Nullable String releaseAt = row.getString("release_at");
        return new Job(
                row.getLong("id"),
                row.getString("name"),
                row.getString("receipt"),
                row.getString("sha256"),
                claimed,
                Purpose.of(row.getString("purpose")),
                only,
                releaseAt == null ? null : Instant.parse(releaseAt),
                row.getInt("tries"),
                row.getInt("starts"));
    }

    /** Ends a job with what became of its documents; does nothing when its lease was lost. */
    void finish(Job job, String owner, List<DocumentOutcome> outcomes) {
        database.write(client -> {
            if (leave(client, job, owner, "done", 0, null)) {
                JobOutcomes.write(client, job.id(), outcomes);
            }
            return job;
        });
    }

    /** Gives a job back, to be tried again later. */
    void retry(Job job, String owner, Duration delay, String error) {
        database.write(client -> leave(client, job, owner, "queued", clock.millis() + delay.toMillis(), error));
    }

    private static boolean leave(
            JdbcClient client, Job job, String owner, String state, long due, @Nullable String error) {
        return client.sql("UPDATE job SET state = ?, due = ?, error = ?, tries = tries + ?, lease_owner = NULL,"
                                + " lease_until = NULL"
                                + " WHERE id = ? AND state = 'running' AND lease_owner = ? AND starts = ?")
                        .param(state)
                        .param(due)
                        .param(error)
                        .param(error == null ? 0 : 1)
                        .param(job.id())
                        .param(owner)
                        .param(job.starts())
                        .update()
                == 1;
    }

    /** Ends a job that the machine cannot do, until the next start. */
    void park(Job job, String owner, String error) {
        database.write(client -> {
            if (leave(client, job, owner, "parked", 0, error)) {
                JobOutcomes.write(
                        client,
                        job.id(),
                        List.of(new DocumentOutcome(
                                job.name(),
                                job.part() == null ? 0 : job.part(),
                                OutcomeKind.FAILED,
                                null,
                                null,
                                List.of(error))));
            }
            return job;
        });
    }

    /** Ends older jobs that would put the release of a document off to a moment: it was taken back since. */
    void endSchedules(Job cancel, int part, List<DocumentOutcome> outcomes) {
        database.write(client -> {
            List<Long> open = client.sql("UPDATE job SET state = 'done' WHERE sha256 = ? AND part = ? AND id < ?"
                            + " AND purpose = ? AND state IN ('queued', 'parked') RETURNING id")
                    .params(cancel.sha256(), part, cancel.id(), Purpose.SCHEDULE.code())
                    .query(Long.class)
                    .list();
            open.forEach(job -> JobOutcomes.write(client, job, outcomes));
            return open;
        });
    }

    /** Puts parked jobs into the queue again, save those with which the process ended so many times; how many. */
    int requeueParked(int starts) {
        return database.write(client -> requeue(client, "starts <= ?", starts));
    }

    /** Puts every parked job on an original into the queue again. */
    void requeueParked(String sha256) {
        database.write(client -> requeue(client, "sha256 = ?", sha256));
    }

    private static int requeue(JdbcClient client, String which, Object value) {
        client.sql("UPDATE job_document SET outcome = NULL, reasons = NULL WHERE outcome = ? AND job IN"
                        + " (SELECT id FROM job WHERE state = 'parked' AND " + which + ")")
                .params(OutcomeKind.FAILED.code(), value)
                .update();
        return client.sql("UPDATE job SET state = 'queued', tries = 0, starts = 0, due = 0"
                        + " WHERE state = 'parked' AND " + which)
                .param(value)
                .update();
    }

    /** Prolongs the leases of an owner on these jobs. */
    void renew(String owner, Duration lease, Collection<Long> jobs) {
        database.write(client -> {
            for (Long job : jobs) {
                client.sql("UPDATE job SET lease_until = ? WHERE id = ? AND state = 'running' AND lease_owner = ?")
                        .param(clock.millis() + lease.toMillis())
                        .param(job)
                        .param(owner)
                        .update();
            }
            return jobs;
        });
    }

    /** Takes back what an owner held that no longer lives. */
    void release(String owner) {
        database.write(client -> client.sql("UPDATE job SET state = 'queued', lease_owner = NULL, lease_until = NULL"
                        + " WHERE state = 'running' AND lease_owner = ?")
                .param(owner)
                .update());
    }

    /** What the queue knows of arrivals. */
    ArrivalJobs arrivals() {
        return new ArrivalJobs(database);
    }
}
