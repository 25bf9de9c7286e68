package org.gongbao.publication;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gongbao.publication.ProjectionStatus.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one projection on its thread: at once when the log grows, again with growing pauses when it fails, be it by an
 * exhausted stack or memory.
 *
 * <p>The thread is never interrupted: an interrupt would close the files of a store under its hands.
 */
final class ProjectionRunner implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);

    /** How long another process's events may stay unseen, in milliseconds. */
    private static final long POLL = 500;

    private static final long LONGEST_PAUSE = 30_000;

    private final Projection projection;
    private final ChangeReader reader;
    private final LogSignal grown;
    private final LogSignal progress;
    private final long tidyEvery;
    private final Queue<Asked> comparisons = new ConcurrentLinkedQueue<>();
    private volatile State state = State.STOPPED;
    private volatile @Nullable String error;
    private volatile boolean isStopping;
    private @Nullable CompletableFuture<Void> asked;
    private boolean isOpen;
    private int failures;
    private long tidiedAt = System.nanoTime();

    /**
     * @param grown raised when the log grows
     * @param progress raised by this when the projection has caught up
     * @param tidyEvery milliseconds between tries of parked documents
     */
    ProjectionRunner(Projection projection, ChangeReader reader, LogSignal grown, LogSignal progress, long tidyEvery) {
        this.projection = projection;
        this.reader = reader;
        this.grown = grown;
        this.progress = progress;
        this.tidyEvery = tidyEvery;
    }

    Projection projection() {
        return projection;
    }

    State state() {
        return state;
    }

    @Nullable
    String error() {
        return error;
    }

    boolean hasCaughtUp(long head) {
        return isOpen() && state == State.FOLLOWING && projection.applied() >= head;
    }

    private synchronized boolean isOpen() {
        return isOpen && asked == null;
    }

    /** A comparison that the projection's own thread is to make once it has caught up. */
    private record Asked(@Nullable Set<Uid> uids, CompletableFuture<List<Reconciled>> answer) {}

    /** Asks to compare what is held of documents, null for all; what is returned completes with it. */
    CompletableFuture<List<Reconciled>> askReconcile(@Nullable Set<Uid> uids) {
        Asked comparison = new Asked(uids, new CompletableFuture<>());
        comparisons.add(comparison);
        return comparison.answer();
    }

    private void compare() {
        for (Asked next = comparisons.poll(); next != null; next = comparisons.poll()) {
            if (!next.answer().isDone()) {
                try {
                    next.answer().complete(projection.reconcile(next.uids(), () -> isStopping));
                } catch (RuntimeException | Error e) {
                    next.answer().completeExceptionally(e);
                }
            }
        }
    }

    /** Asks for a rebuild; what is returned completes with it. */
    synchronized CompletableFuture<Void> askRebuild() {
        CompletableFuture<Void> waiting = asked == null ? new CompletableFuture<>() : asked;
        asked = waiting;
        return waiting;
    }

    void stop() {
        isStopping = true;
        projection.stop();
    }

    @Override
    public void run() {
        state = State.OPENING;
        while (!isStopping) {
            long seen = grown.seen();
            try {
                step();
                failures = 0;
                error = null;
                progress.raise();
                grown.await(seen, POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (RuntimeException | Error e) {
                if (isStopping) {
                    LOG.info("{} ended before it was done: {}", projection.name(), e.toString());
                } else {
                    failed(e);
                    pause();
                }
            }
        }
        state = State.STOPPED;
        comparisons.forEach(left -> left.answer().cancel(false));
        CompletableFuture<Void> waiting = takeAsked();
        if (waiting != null) {
            waiting.completeExceptionally(new IllegalStateException(projection.name() + " was stopped"));
        }
    }

    private void step() {
        CompletableFuture<Void> rebuild = takeAsked();
        if (rebuild != null) {
            rebuild(rebuild);
        }
        if (!isOpen) {
            projection.open(reader.head());
            open();
        }
        state = State.FOLLOWING;
        long head = reader.head();
        while (!isStopping && projection.applied() < head) {
            projection.advance(head);
            head = reader.head();
        }
        compare();
        if (System.nanoTime() - tidiedAt > tidyEvery * 1_000_000) {
            projection.tidy();
            tidiedAt = System.nanoTime();
        }
    }

    private synchronized void open() {
        isOpen = true;
    }

    private synchronized @Nullable CompletableFuture<Void> takeAsked() {
        return asked;
    }

    private synchronized void answered() {
        asked = null;
    }

    private void rebuild(CompletableFuture<Void> waiting) {
        state = State.REBUILDING;
        try {
            projection.rebuild();
            open();
            state = State.FOLLOWING;
            answered();
            waiting.complete(null);
        } catch (RuntimeException | Error e) {
            answered();
            waiting.completeExceptionally(e);
            throw e;
        }
    }

    private void failed(Throwable why) {
        failures++;
        state = State.FAILING;
        error = why.toString();
        LOG.warn("{} failed {} times in a row and is tried again", projection.name(), failures, why);
    }

    private void pause() {
        long milliseconds = Math.min(LONGEST_PAUSE, 50L << Math.min(failures, 10));
        long end = System.nanoTime() + milliseconds * 1_000_000;
        try {
            while (!isStopping && takeAsked() == null && System.nanoTime() < end) {
                Thread.sleep(Math.min(50, milliseconds));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            isStopping = true;
        }
    }
}
