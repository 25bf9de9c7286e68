package org.gongbao.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** What each of many addresses may still ask for: a bucket that requests empty and time fills. Bounded in number. */
final class Buckets {

    private static final int MOST = 50_000;
    private static final double NANOS_IN_SECOND = 1e9;

    private final double capacity;
    private final double aSecond;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    /** @param nanos a clock that only goes forward, in nanoseconds */
    Buckets(TrafficSettings settings, LongSupplier nanos) {
        this.capacity = settings.burst();
        this.aSecond = settings.requests() / 60.0;
        this.nanos = nanos;
    }

    private record Bucket(double left, long at) {}

    /**
     * What became of a request.
     *
     * @param isFree whether there was one left
     * @param left requests that may follow at once
     * @param seconds until the bucket is full again
     */
    record Taken(boolean isFree, long left, long seconds) {}

    /** Takes one request. */
    synchronized Taken take(String key) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.getOrDefault(key, new Bucket(capacity, now));
        double left = Math.min(capacity, bucket.left() + (now - bucket.at()) * aSecond / NANOS_IN_SECOND);
        boolean isFree = left >= 1;
        Bucket after = new Bucket(isFree ? left - 1 : left, now);
        buckets.put(key, after);
        return new Taken(isFree, (long) after.left(), (long) Math.ceil((capacity - after.left()) / aSecond));
    }

    /** What somebody is told who is not counted. */
    Taken untouched() {
        return new Taken(true, (long) capacity, 0);
    }

    /** Requests that a full bucket holds. */
    long capacity() {
        return (long) capacity;
    }

    /** Seconds in which an empty bucket fills. */
    long window() {
        return (long) Math.ceil(capacity / aSecond);
    }

    synchronized int size() {
        return buckets.size();
    }

    /** Seconds after which half of a bucket is there again: who came back for a single request would be refused at once. */
    long secondsToWait() {
        return Math.max(1, (long) Math.ceil(capacity / 2 / aSecond));
    }
}
