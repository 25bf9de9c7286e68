package org.gongbao.access;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets a number of tries a minute through for each key, spread evenly; remembers a bounded number of keys. */
public final class Throttle {

    private static final int MOST_KEYS = 50_000;
    private static final double MINUTE = 60_000;

    private final int aMinute;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEYS;
        }
    };

    public Throttle(int aMinute, Clock clock) {
        this.aMinute = aMinute;
        this.clock = clock;
    }

    /** Whether one more try of a key may go on. */
    public synchronized boolean take(String key) {
        long now = clock.millis();
        Bucket bucket = buckets.getOrDefault(key, new Bucket(aMinute, now));
        double left = Math.min(aMinute, bucket.left() + Math.max(0, now - bucket.at()) * aMinute / MINUTE);
        boolean isFree = left >= 1;
        buckets.put(key, new Bucket(isFree ? left - 1 : left, now));
        return isFree;
    }

    private record Bucket(double left, long at) {}
}
