package org.gongbao.access;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gongbao.system.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the trail to a syslog server, after the commit and on a thread of its own, so that a server that is away holds
 * nothing up. How far it came is kept; what could not be sent is sent later.
 */
final class TrailForwarder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrailForwarder.class);

    private static final int BATCH = 100;
    private static final long RETRY_SECONDS = 10;

    private final Database database;
    private final Trail trail;
    private final Syslog syslog;
    private final Semaphore news = new Semaphore(1);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "audit-syslog");

    TrailForwarder(Database database, Trail trail, Syslog syslog) {
        this.database = database;
        this.trail = trail;
        this.syslog = syslog;
    }

    void start() {
        trail.follow(() -> {
            if (news.availablePermits() == 0) {
                news.release();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (stop.getCount() > 0) {
                if (news.tryAcquire(RETRY_SECONDS, TimeUnit.SECONDS)) {
                    news.drainPermits();
                }
                forward();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forward() {
        try {
            while (stop.getCount() > 0 && sendBatch()) {
                // until all is sent
            }
        } catch (IOException | RuntimeException e) {
            syslog.close();
            LOG.warn("The audit trail could not be sent to the syslog server: {}. It is tried again.", e.getMessage());
        }
    }

    private boolean sendBatch() throws IOException {
        List<TrailEntry> entries = trail.after(forwarded(), BATCH);
        long sent = 0;
        try {
            for (TrailEntry entry : entries) {
                syslog.send(entry);
                sent = entry.number();
            }
        } finally {
            if (sent > 0) {
                keep(sent);
            }
        }
        return !entries.isEmpty();
    }

    private long forwarded() {
        return database.read()
                .sql("select forwarded from audit_head")
                .query(Long.class)
                .single();
    }

    private void keep(long sent) {
        database.write(sql -> sql.sql("update audit_head set forwarded = ? where id = 1")
                .param(sent)
                .update());
    }

    @Override
    public void close() {
        stop.countDown();
        thread.interrupt();
        syslog.close();
    }
}
