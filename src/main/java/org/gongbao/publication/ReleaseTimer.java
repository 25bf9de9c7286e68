package org.gongbao.publication;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every second for releases whose moment has come; at the start too, for what came due meanwhile. */
final class ReleaseTimer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseTimer.class);

    private final ScheduledReleases releases;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "scheduled-releases");
        daemon.setDaemon(true);
        return daemon;
    });

    ReleaseTimer(ScheduledReleases releases) {
        this.releases = releases;
    }

    void start() {
        releases.tidy();
        thread.scheduleWithFixedDelay(this::release, 0, 1, TimeUnit.SECONDS);
    }

    private void release() {
        try {
            releases.releaseDue();
        } catch (RuntimeException | Error e) {
            LOG.error("Scheduled releases cannot be looked for; it is tried again.", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
