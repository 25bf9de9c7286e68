package org.gongbao.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gongbao.record.CanonicalJson;
import org.gongbao.system.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The audit trail in the database. Nothing of it is ever deleted, so that it is kept longer than any rule asks (180 days at
 * least); each entry's hash covers the entry and the hash before, and the head keeps the number and hash of the last one.
 */
public final class Trail implements AuditTrail {

    /** The hash before the first entry. */
    static final String START = "0".repeat(64);

    private static final int BATCH = 500;

    private final Database database;
    private final Clock clock;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();

    public Trail(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void append(JdbcClient sql, String actor, String action, String object, Map<String, String> details) {
        TrailEntry entry = sql.sql("update audit_head set size = size + 1 where id = 1 returning size, hash")
                .query((row, number) -> TrailEntry.of(
                        row.getLong("size"),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        actor,
                        action,
                        object,
                        new TreeMap<>(details),
                        row.getString("hash")))
                .single();
        sql.sql("insert into audit_entry (number, at, actor, action, object, details, previous, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.number(),
                        entry.at().toString(),
                        actor,
                        action,
                        object,
                        CanonicalJson.write(entry.details()),
                        entry.previous(),
                        entry.hash())
                .update();
        sql.sql("update audit_head set hash = ? where id = 1")
                .param(entry.hash())
                .update();
        tellAfterCommit();
    }

    private void tellAfterCommit() {
        if (!followers.isEmpty() && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    followers.forEach(Runnable::run);
                }
            });
        }
    }

    /** Runs something, which must be quick, after each commit with entries. */
    void follow(Runnable follower) {
        followers.add(follower);
    }

    /** Appends an entry as a transaction of its own, for what changes nothing else. */
    public void append(String actor, String action, String object, Map<String, String> details) {
        database.write(sql -> {
            append(sql, actor, action, object, details);
            return true;
        });
    }

    /** Entries after a number, oldest first. */
    public List<TrailEntry> after(long number, int most) {
        return after(TrailFilter.ALL, number, most);
    }

    /** Entries after a number that a filter lets through, oldest first. */
    public List<TrailEntry> after(TrailFilter filter, long number, int most) {
        return read(filter, "number > ?", number, "number", most);
    }

    /** Entries before a number that a filter lets through, newest first. */
    public List<TrailEntry> before(TrailFilter filter, long number, int most) {
        return read(filter, "number < ?", number, "number desc", most);
    }

    private List<TrailEntry> read(TrailFilter filter, String bound, long number, String order, int most) {
        return database.read()
                .sql("select * from audit_entry where " + bound + filter.conditions() + " order by " + order + " limit "
                        + most)
                .param(number)
                .params(filter.values())
                .query(TrailEntry::of)
                .list();
    }

    public long size() {
        return database.read()
                .sql("select size from audit_head")
                .query(Long.class)
                .single();
    }

    /** What differs, one sentence each; empty when all is well. */
    public List<String> verify() {
        List<String> differences = new ArrayList<>();
        String hash = START;
        long number = 0;
        for (List<TrailEntry> batch = after(0, BATCH); !batch.isEmpty(); batch = after(number, BATCH)) {
            for (TrailEntry entry : batch) {
                if (entry.number() != number + 1) {
                    differences.add("audit trail: entry " + (number + 1) + " is missing");
                } else if (!entry.previous().equals(hash)) {
                    differences.add("audit trail: entry " + entry.number() + " does not follow the one before");
                }
                if (!entry.isWhole()) {
                    differences.add("audit trail: entry " + entry.number() + " differs from its hash");
                }
                number = entry.number();
                hash = entry.hash();
            }
        }
        checkHead(number, hash, differences);
        return differences;
    }

    private void checkHead(long number, String hash, List<String> differences) {
        boolean fits = database.read()
                .sql("select count(*) from audit_head where size = ? and hash = ?")
                .params(number, hash)
                .query(Integer.class)
                .single()
                .equals(1);
        if (!fits) {
            differences.add("audit trail: it ends with entry " + number + ", which is not the last one written");
        }
    }
}
