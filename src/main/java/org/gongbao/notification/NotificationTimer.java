package org.gongbao.notification;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again on a thread of its own; what fails is tried again. */
final class NotificationTimer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationTimer.class);

    private final String name;
    private final Runnable task;
    private final long seconds;
    private final ScheduledExecutorService thread;

    /** @param seconds between the end of one run and the next */
    NotificationTimer(String name, long seconds, Runnable task) {
        this.name = name;
        this.task = task;
        this.seconds = seconds;
        this.thread = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread daemon = new Thread(run, name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    void start() {
        thread.scheduleWithFixedDelay(this::run, 1, seconds, TimeUnit.SECONDS);
    }

    private void run() {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.error("The task {} failed; it is tried again.", name, e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
