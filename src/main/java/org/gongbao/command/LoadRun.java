package org.gongbao.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.gongbao.search.SearchUnavailableException;

/**
 * Asks the same thing in many ways for a while. At a fixed rate every question has its moment, and its time counts from that moment
 * even where those before it have not ended: who must wait in a queue waits.
 */
final class LoadRun implements AutoCloseable {

    private final ExecutorService threads;
    private final int width;
    private final double seconds;

    /**
     * @param width questions under way at most
     * @param seconds how long a run lasts
     */
    LoadRun(int width, double seconds) {
        this.width = width;
        this.seconds = seconds;
        this.threads = Executors.newFixedThreadPool(width, task -> {
            Thread thread = new Thread(task, "bench-load");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Questions a second when so many threads ask one after the other. */
    double saturation(int askers, IntFunction<Callable<?>> questions) throws Exception {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        join(askers, () -> {
            while (System.nanoTime() < end) {
                questions.apply(next.getAndIncrement()).call();
            }
            return null;
        });
        return next.get() / ((System.nanoTime() - start) / 1e9);
    }

    /**
     * What a run at a fixed rate gave.
     *
     * @param milliseconds of each question, of those without an answer too
     * @param failed number of questions without an answer
     */
    record Answers(Spread milliseconds, int failed) {

        double p50() {
            return milliseconds.median();
        }

        double p99() {
            return milliseconds.percentile(0.99);
        }
    }

    /** Asks at a fixed rate. */
    Answers atRate(double perSecond, IntFunction<Callable<?>> questions) throws Exception {
        AtomicInteger next = new AtomicInteger();
        int count = Math.max(1, (int) (perSecond * seconds));
        AtomicInteger failed = new AtomicInteger();
        double[] milliseconds = new double[count];
        long start = System.nanoTime() + 10_000_000;
        join(width, () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                long due = start + (long) (i * 1e9 / perSecond);
                sleepUntil(due);
                if (!isAnswered(questions.apply(i))) {
                    failed.incrementAndGet();
                }
                milliseconds[i] = (System.nanoTime() - due) / 1e6;
            }
            return null;
        });
        List<Double> all = new ArrayList<>(count);
        for (double each : milliseconds) {
            all.add(each);
        }
        return new Answers(new Spread(all), failed.get());
    }

    /** Who is overloaded may refuse; that is counted, and the run goes on. */
    private static boolean isAnswered(Callable<?> question) throws Exception {
        try {
            question.call();
            return true;
        } catch (IOException | SearchUnavailableException e) {
            return false;
        }
    }

    private static void sleepUntil(long due) throws InterruptedException {
        long left = due - System.nanoTime();
        if (left > 0) {
            Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
        }
    }

    private void join(int count, Callable<Void> work) throws Exception {
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(threads.submit(work));
        }
        for (Future<Void> each : all) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
