package org.gongbao.publication;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/** Numbers that only an event of the log changes, kept until there is one: who pages through a list counts it once. */
final class Totals<K> {

    private static final int MOST = 200;

    private final LongSupplier position;
    private final ToLongFunction<K> count;
    private final Map<K, Long> known = new LinkedHashMap<>();
    private long knownAt = -1;

    Totals(LongSupplier position, ToLongFunction<K> count) {
        this.position = position;
        this.count = count;
    }

    long of(K asked) {
        long now = position.getAsLong();
        synchronized (known) {
            if (knownAt == now && known.containsKey(asked)) {
                return known.get(asked);
            }
        }
        long total = count.applyAsLong(asked);
        synchronized (known) {
            if (now > knownAt || known.size() >= MOST) {
                known.clear();
                knownAt = now;
            }
            if (now == knownAt) {
                known.put(asked, total);
            }
        }
        return total;
    }
}
