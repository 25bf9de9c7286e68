package org.gongbao.ingest;

import java.util.HashSet;
import java.util.Set;

/** Originals that a worker reads now, or that are being settled: one or the other, for settling moves the file. */
final class InUse {

    private final Set<String> originals = new HashSet<>();

    /** Waits until nobody else uses the original. */
    synchronized void acquire(String sha256) throws InterruptedException {
        while (!originals.add(sha256)) {
            wait();
        }
    }

    synchronized boolean tryAcquire(String sha256) {
        return originals.add(sha256);
    }

    synchronized void release(String sha256) {
        originals.remove(sha256);
        notifyAll();
    }
}
