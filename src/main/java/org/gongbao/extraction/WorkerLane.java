package org.gongbao.extraction;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bounded number of worker processes that take files one at a time. A process starts when it is first needed; one that
 * was lost or is worn out is replaced at once, so that the next file finds a warm one.
 */
final class WorkerLane {

    private final Semaphore places;
    private final Supplier<ChildProcess> start;
    private final Executor cleaning;
    private final Deque<ChildProcess> idle = new ArrayDeque<>();
    private boolean closed;

    WorkerLane(int workers, Supplier<ChildProcess> start, Executor cleaning) {
        this.places = new Semaphore(workers, true);
        this.start = start;
        this.cleaning = cleaning;
    }

    Attempt run(WorkerRequest request, TryBounds bounds, KeptPages kept) {
        places.acquireUninterruptibly();
        try {
            ChildProcess worker = take();
            try {
                return worker.run(request, bounds, kept);
            } finally {
                giveBack(worker);
            }
        } finally {
            places.release();
        }
    }

    private ChildProcess take() {
        for (ChildProcess worker = poll(); worker != null; worker = poll()) {
            if (worker.usable()) {
                return worker;
            }
            cleaning.execute(worker::close);
        }
        return start.get();
    }

    private synchronized @Nullable ChildProcess poll() {
        if (closed) {
            throw new IllegalStateException("the workers are closed");
        }
        return idle.pollFirst();
    }

    private void giveBack(ChildProcess worker) {
        if (worker.usable()) {
            offer(worker);
            return;
        }
        cleaning.execute(worker::close);
        if (!isClosed()) {
            replace();
        }
    }

    private void replace() {
        try {
            offer(start.get());
        } catch (UncheckedIOException e) {
            // The file that was just done keeps its outcome; the next one tries to start a worker and says what is
            // wrong.
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void offer(ChildProcess worker) {
        if (closed) {
            cleaning.execute(worker::close);
        } else {
            idle.addFirst(worker);
        }
    }

    /** No more work is taken. The processes themselves are ended by the pool, which knows all of them. */
    synchronized void close() {
        closed = true;
        idle.clear();
    }
}
