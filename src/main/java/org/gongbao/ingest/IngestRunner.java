package org.gongbao.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.gongbao.archive.StorageException;
import org.gongbao.system.DataFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Works on the queue, in the process that owns the data folder. It goes on where an earlier process stopped, however
 * that stopped. Nothing that a file does ends its threads, an exhausted stack or memory included.
 */
public final class IngestRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IngestRunner.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

    private final JobQueue queue;
    private final Pipeline pipeline;
    private final Settling settling;
    private final InUse inUse;
    private final IngestSettings settings;
    private final BooleanSupplier storageWorks;
    private final String owner;
    private final Set<Long> atWork = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable Thread leases;
    private volatile boolean stopping;

    /** @param storageWorks whether the disk takes bytes; while it does not, no job is parked for it */
    IngestRunner(
            JobQueue queue,
            Pipeline pipeline,
            Settling settling,
            InUse inUse,
            IngestSettings settings,
            BooleanSupplier storageWorks,
            DataFolder folder) {
        this.queue = queue;
        this.pipeline = pipeline;
        this.settling = settling;
        this.inUse = inUse;
        this.settings = settings;
        this.storageWorks = storageWorks;
        this.owner = node(folder.file("node"));
    }

    /** The name of this data folder among those that share a database; its one owner's leases bear it. */
    private static String node(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new StorageException(file + " cannot be read or written: " + e.getMessage(), e);
        }
    }

    /**
     * Takes back the jobs of the process before, with those that it parked, and begins to work. The archive is whole by
     * then.
     */
    public synchronized void start() {
        if (!threads.isEmpty()) {
            return;
        }
        pipeline.clearWork();
        queue.release(owner);
        queue.requeueParked(settings.starts());
        settling.restoreAfterLoss(owner);
        settling.adoptArrivalsWithoutJob(true);
        stopping = false;
        for (int i = 1; i <= settings.threads(); i++) {
            run("ingest-" + i, this::work);
        }
        run("ingest-settling", this::settle);
        leases = run("ingest-leases", this::keepLeases);
    }

    private Thread run(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return thread;
    }

    private void work() {
        while (!stopping) {
            try {
                Optional<Job> job = queue.hasWork() ? queue.claim(owner, settings.lease()) : Optional.empty();
                if (job.isPresent()) {
                    work(job.get());
                } else {
                    queue.awaitJobs(POLL);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                pauseAfter("the queue cannot be read or written", e);
            }
        }
    }

    private void work(Job job) throws InterruptedException {
        inUse.acquire(job.sha256());
        atWork.add(job.id());
        try {
            if (job.starts() > settings.starts()) {
                queue.park(
                        job, owner, "the process ended " + (job.starts() - 1) + " times while it worked on this file");
            } else {
                queue.finish(job, owner, pipeline.run(job));
            }
        } catch (RuntimeException | Error e) {
            failed(job, e);
        } finally {
            atWork.remove(job.id());
            inUse.release(job.sha256());
        }
    }

    private void failed(Job job, Throwable e) {
        boolean storage = e instanceof StorageException
                || e instanceof UncheckedIOException
                || e instanceof DataAccessException
                || e instanceof TransactionException;
        boolean noVerdict = e instanceof VirusScanner.ScannerUnavailableException;
        int tries = storage || noVerdict ? settings.storageTries() : settings.tries();
        String error = e.getMessage() == null ? e.toString() : e.getMessage();
        if (job.tries() + 1 >= tries && !(storage && !storageWorks.getAsBoolean())) {
            LOG.error("job {}, receipt {}, is parked after {} tries", job.id(), job.receipt(), tries, e);
            queue.park(job, owner, error);
        } else {
            LOG.warn(
                    "job {}, receipt {}, is tried again: {}",
                    job.id(),
                    job.receipt(),
                    error,
                    e instanceof Error ? e : null);
            queue.retry(job, owner, settings.delay(job.tries()), error);
        }
    }

    private void settle() {
        while (!stopping) {
            try {
                if (settling.settle(() -> stopping) == 0) {
                    Thread.sleep(POLL.toMillis());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                pauseAfter("an arrival cannot be settled and stays in the inbox", e);
            }
        }
    }

    /** Only of jobs that a thread is at: one whose end could not be written is claimed again once its lease is over. */
    private void keepLeases() {
        while (!stopping) {
            try {
                Thread.sleep(settings.lease().toMillis() / 4);
                queue.renew(owner, settings.lease(), atWork);
                settling.adoptArrivalsWithoutJob(false);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.warn("leases cannot be prolonged: {}", e.toString());
            }
        }
    }

    private void pauseAfter(String what, Throwable e) {
        LOG.error("{}: {}", what, e.getMessage(), e instanceof Error ? e : null);
        try {
            Thread.sleep(settings.retryDelay().toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until no job is open and everything that can be settled is. */
    public void awaitIdle() throws InterruptedException {
        while (queue.hasOpen() || settling.hasDue()) {
            Thread.sleep(POLL.toMillis() / 4);
        }
    }

    /** Lets the jobs at work end, for a while; what is not done goes on at the next start. */
    @Override
    public synchronized void close() {
        stopping = true;
        if (leases != null) {
            leases.interrupt();
        }
        long until = System.nanoTime() + LONGEST_CLOSE.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(
                        Math.max(1, Duration.ofNanos(until - System.nanoTime()).toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }
}
