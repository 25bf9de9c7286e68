package org.gongbao.bulk;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when a release is made: when publishing pauses, and at the latest after a set time. Making releases never takes
 * more than a twentieth of the time, however many documents there are.
 */
final class ReleaseSchedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseSchedule.class);
    private static final int SHARE = 20;

    private final BulkDissemination bulk;
    private final Duration quiet;
    private final Duration latest;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "bulk-releases");
        daemon.setDaemon(true);
        return daemon;
    });
    private long seen = -1;
    private long changedAt;
    private boolean due;
    private long dueSince;
    private long restUntil;

    ReleaseSchedule(BulkDissemination bulk, Duration quiet, Duration latest) {
        this.bulk = bulk;
        this.quiet = quiet;
        this.latest = latest;
        this.restUntil = System.nanoTime();
    }

    void start() {
        long period = Math.max(100, Math.min(1000, quiet.toMillis() / 2));
        thread.scheduleWithFixedDelay(this::lookSafely, period, period, TimeUnit.MILLISECONDS);
    }

    private void lookSafely() {
        try {
            look(System.nanoTime());
        } catch (RuntimeException e) {
            LOG.error("No release could be made; it is tried again.", e);
        }
    }

    /** Makes a release where one is due at this time in nanoseconds. */
    void look(long now) {
        if (!bulk.isDue()) {
            due = false;
            return;
        }
        if (!due) {
            due = true;
            dueSince = now;
        }
        long position = bulk.position();
        if (position != seen) {
            seen = position;
            changedAt = now;
        }
        boolean paused = now - changedAt >= quiet.toNanos();
        boolean late = now - dueSince >= latest.toNanos();
        if ((paused || late) && now - restUntil >= 0) {
            long begun = System.nanoTime();
            bulk.release();
            restUntil = now + (System.nanoTime() - begun) * SHARE;
            due = false;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
