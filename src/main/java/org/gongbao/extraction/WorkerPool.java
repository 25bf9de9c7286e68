package org.gongbao.extraction;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/**
 * Worker processes on this machine: a fast lane whose files get a short first try, and a slow lane of one worker for the
 * others and for images. Processes start when they are first needed and stay warm.
 *
 * <p>A file that costs a worker the life gets one more try in a fresh worker, since a warm one may have been worn by
 * others. A page that costs two workers the life is given up, and the rest of the file is read.
 */
public final class WorkerPool implements Workers {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    private static final int WATCH_MILLISECONDS = 40;
    private static final int MOST_LOSSES = 2;

    private final WorkerSettings settings;
    private final WorkerStart start;
    private final WorkerLane fast;
    private final WorkerLane slow;
    private final Set<ChildProcess> alive = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watchdog;
    private final ExecutorService cleaning;

    /**
     * A pool without a running process yet.
     *
     * @param folder where the workers' class path and temporary files live; made when it is not there
     */
    public WorkerPool(WorkerSettings settings, Path folder) {
        this.settings = settings;
        this.start = new WorkerStart(settings, folder);
        this.cleaning = Executors.newSingleThreadExecutor(daemon("gongbao-workers-cleaning"));
        this.fast = new WorkerLane(settings.fastWorkers(), () -> start(settings.parsingHeap()), cleaning);
        this.slow = new WorkerLane(1, () -> start(settings.recognitionHeap()), cleaning);
        this.watchdog = Executors.newSingleThreadScheduledExecutor(daemon("gongbao-workers-watchdog"));
        watchdog.scheduleAtFixedRate(this::watch, WATCH_MILLISECONDS, WATCH_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private ChildProcess start(DataSize heap) {
        ChildProcess child = start.process(heap);
        alive.add(child);
        return child;
    }

    private void watch() {
        long now = System.nanoTime();
        alive.removeIf(ChildProcess::gone);
        watch(alive, now);
    }

    /** Looks at each worker; what goes wrong with one leaves the others watched, now and the next time. */
    static void watch(Collection<ChildProcess> workers, long now) {
        for (ChildProcess child : workers) {
            try {
                child.watch(now);
            } catch (RuntimeException | Error e) {
                LOG.error("worker {} cannot be watched", child.processId(), e);
            }
        }
    }

    @Override
    public byte[] run(String task, Path file, Map<String, String> options) {
        KeptPages kept = new KeptPages(settings.output().toBytes(), settings.pagesGivenUp());
        Attempt first = fast.run(request(task, file, options, false, kept), TryBounds.fast(settings), kept);
        if (first.settled()) {
            return first.value();
        }
        int losses = first.end() == Attempt.End.LOST ? 1 : 0;
        while (true) {
            Attempt next = slow.run(request(task, file, options, true, kept), TryBounds.slow(settings), kept);
            if (next.settled()) {
                return next.value();
            }
            if (!kept.blame() && (next.end() == Attempt.End.LATE || ++losses >= MOST_LOSSES)) {
                return next.value();
            }
        }
    }

    private static WorkerRequest request(
            String task, Path file, Map<String, String> options, boolean recognises, KeptPages kept) {
        return new WorkerRequest(
                task, file.toAbsolutePath().toString(), options, recognises, kept.givenUp(), kept.restGivenUp());
    }

    /** Process numbers of the workers that live now. */
    Set<Long> processIds() {
        return alive.stream()
                .filter(child -> !child.gone())
                .map(ChildProcess::processId)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        fast.close();
        slow.close();
        watchdog.shutdownNow();
        cleaning.shutdown();
        alive.forEach(ChildProcess::close);
    }
}
