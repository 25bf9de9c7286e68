package org.gongbao.publication;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a certificate made once publishing pauses and the newest release holds what was published. Comparing never takes more than
 * a twentieth of the time.
 */
final class CertificateTimer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateTimer.class);
    private static final int SHARE = 20;
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final Certificates certificates;
    private final Duration period;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "certificates");
        daemon.setDaemon(true);
        return daemon;
    });
    private long restUntil = System.nanoTime();

    /** @param period after which everything is compared again, zero for never */
    CertificateTimer(Certificates certificates, Duration period) {
        this.certificates = certificates;
        this.period = period;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        long begun = System.nanoTime();
        if (begun - restUntil < 0) {
            return;
        }
        try {
            if (certificates.isDue(period)) {
                certificates.issue(period);
                restUntil = System.nanoTime() + (System.nanoTime() - begun) * SHARE;
            }
        } catch (RuntimeException | Error e) {
            if (!thread.isShutdown()) {
                LOG.error("No certificate could be made; it is tried again.", e);
                restUntil = System.nanoTime() + AFTER_FAILURE.toNanos();
            }
        }
    }

    /** Waits for the comparison that is being made, which reads what is closed next. */
    @Override
    public void close() throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(10, TimeUnit.SECONDS);
    }
}
