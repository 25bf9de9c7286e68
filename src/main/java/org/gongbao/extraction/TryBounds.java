package org.gongbao.extraction;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Time and memory of one try at a file. Read by the watchdog while the try goes on. The slow lane's time grows with the
 * pages that the task announces; a page that must be recognised has its own, however many others there are, and the time
 * between such pages counts together against that of the file.
 *
 * <p>On a machine with other work to do, a worker waits more than it works, and killing it makes the next one start cold. A
 * file that has not had nine tenths of its time from the processor gets up to three times as much of the clock; a page nine
 * times, for a page that is given up is lost to the reader. The first file of a worker that just started has three
 * times the first try.
 */
final class TryBounds {

    private static final int PATIENCE = 3;
    private static final int PATIENCE_WITH_A_PAGE = 9;

    private final WorkerSettings settings;
    private final boolean slow;
    private volatile Span span = new Span(0, Duration.ZERO, Duration.ZERO, 1);
    private volatile long memory;
    private Supplier<Duration> processor = () -> Duration.ZERO;
    private Duration fileTime;
    private boolean recognises;
    private long spentOutsidePages;
    private Duration usedOutsidePages = Duration.ZERO;
    private boolean inPage;

    private TryBounds(WorkerSettings settings, boolean slow) {
        this.settings = settings;
        this.slow = slow;
        this.memory = settings.parsingMemory().toBytes();
        this.fileTime = settings.slowTry();
    }

    static TryBounds fast(WorkerSettings settings) {
        return new TryBounds(settings, false);
    }

    static TryBounds slow(WorkerSettings settings) {
        return new TryBounds(settings, true);
    }

    /** The bounds of a process that starts: time alone. */
    static TryBounds starting(WorkerSettings settings) {
        TryBounds bounds = new TryBounds(settings, false);
        bounds.memory = Long.MAX_VALUE;
        bounds.span = new Span(System.nanoTime(), settings.start(), Duration.ZERO, 1);
        return bounds;
    }

    /**
     * Begins the try.
     *
     * @param used time that the worker has had from the processor so far
     * @param cold whether the worker has read no file yet, so that its classes must still be loaded
     * @param recognised whether the worker recognised images before, which keeps their models in its memory
     */
    void start(long now, Supplier<Duration> used, boolean cold, boolean recognised) {
        processor = used;
        Duration first = cold ? settings.firstTry().multipliedBy(PATIENCE) : settings.firstTry();
        span = new Span(now, slow ? settings.slowTry() : first, used.get(), PATIENCE);
        if (recognised) {
            memory = settings.recognitionMemory().toBytes();
        }
    }

    /** The task knows how many pages there are; no page is begun. */
    void expect(int pages, boolean ocr, long now) {
        if (!slow) {
            return;
        }
        fileTime = settings.slowTry().plus(settings.slowTryPerPage().multipliedBy(Math.max(0, pages)));
        if (ocr) {
            memory = settings.recognitionMemory().toBytes();
            recognises = true;
        }
        leavePage(now);
    }

    /** A page that must be recognised is begun: its time runs from here. */
    void begin(long now) {
        if (!recognises) {
            return;
        }
        leavePage(now);
        spentOutsidePages = now - span.from;
        usedOutsidePages = processor.get().minus(span.processorBefore);
        inPage = true;
        span = new Span(now, settings.recognitionPerPage(), processor.get(), PATIENCE_WITH_A_PAGE);
    }

    /** The page is finished: the time of the file goes on. */
    void keep(long now) {
        if (recognises) {
            leavePage(now);
        }
    }

    private void leavePage(long now) {
        long from = inPage ? now - spentOutsidePages : span.from;
        Duration before = inPage ? processor.get().minus(usedOutsidePages) : span.processorBefore;
        inPage = false;
        span = new Span(from, fileTime, before, PATIENCE);
    }

    /** Whether the time is over. */
    boolean late(long now) {
        Span current = span;
        long passed = now - current.from;
        if (passed <= current.granted.toNanos()) {
            return false;
        }
        return passed > current.granted.toNanos() * current.patience
                || processor
                                .get()
                                .minus(current.processorBefore)
                                .compareTo(current.granted.multipliedBy(9).dividedBy(10))
                        > 0;
    }

    long memory() {
        return memory;
    }

    Duration granted() {
        return span.granted;
    }

    /**
     * A stretch of time.
     *
     * @param processorBefore processor time at its beginning
     * @param patience how often the granted time may pass on the clock while the processor was busy elsewhere
     */
    private record Span(long from, Duration granted, Duration processorBefore, int patience) {}
}
