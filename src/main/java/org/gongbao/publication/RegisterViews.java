package org.gongbao.publication;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the register says of the documents read last beside what is in their packages. It holds as long as no event changed
 * the view of a document, which its row tells; whether something is public at all is never remembered.
 */
final class RegisterViews {

    private static final int MOST = 20_000;

    /** A register that was filled anew may tell more of the same events. */
    private static final long LIFE = Duration.ofMinutes(10).toNanos();

    private final Database database;
    private final LongSupplier nanoTime;
    private final int most;
    private final Map<Uid, Kept> recent = new LinkedHashMap<>(64, 0.75f, true);
    private int held;

    RegisterViews(Database database, LongSupplier nanoTime) {
        this(database, nanoTime, MOST);
    }

    /** @param most documents and relations that are remembered together */
    RegisterViews(Database database, LongSupplier nanoTime, int most) {
        this.database = database;
        this.nanoTime = nanoTime;
        this.most = most;
    }

    /** @param number address by number, where it is that of no other document */
    record View(List<Relation> relations, @Nullable NumberAddress number) {}

    private record Kept(long place, View view, long readAt) {

        int weight() {
            return 1 + view.relations().size();
        }
    }

    /** As it was when the row was read or since. */
    View of(Register.Row row) {
        long now = nanoTime.getAsLong();
        synchronized (recent) {
            Kept kept = recent.get(row.uid());
            if (kept != null && kept.place() == row.place() && now - kept.readAt() < LIFE) {
                return kept.view();
            }
        }
        View view = read(row.uid());
        keep(row.uid(), new Kept(row.place(), view, now));
        return view;
    }

    /** The same, not remembered. */
    View read(Uid uid) {
        JdbcClient sql = database.read();
        return new View(new Relations(sql).of(uid, Relations.NOW), RegisterNumbers.of(sql, uid));
    }

    private void keep(Uid uid, Kept kept) {
        synchronized (recent) {
            Kept before = recent.put(uid, kept);
            held += kept.weight() - (before == null ? 0 : before.weight());
            Iterator<Kept> oldest = recent.values().iterator();
            while (held > most && oldest.hasNext()) {
                held -= oldest.next().weight();
                oldest.remove();
            }
        }
    }
}
