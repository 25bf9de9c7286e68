package org.gongbao.publication;

/** Wakes the projections when the log has grown. */
final class LogSignal {

    private long raised;

    /** Says that the log has grown, or that something else is to be looked at. */
    synchronized void raise() {
        raised++;
        notifyAll();
    }

    /** How often it was raised; what {@link #await} takes. */
    synchronized long seen() {
        return raised;
    }

    /** Waits until it is raised again after {@code seen}, at most so many milliseconds. */
    synchronized void await(long seen, long milliseconds) throws InterruptedException {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        while (raised == seen) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
