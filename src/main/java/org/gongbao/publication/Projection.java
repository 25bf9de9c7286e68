package org.gongbao.publication;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What follows the log on a thread of its own. Calls come from that thread, but for {@link #applied}. */
interface Projection {

    String name();

    /** Looks at its store at start and, where that is lost or of another log, fills it anew. */
    void open(long head);

    /** The position up to which everything is applied. */
    long applied();

    /** Applies the next part of the log, up to {@code head} at most. */
    void advance(long head);

    void rebuild();

    /** Asks, from another thread, to end what takes long. */
    default void stop() {}

    /** Tries again what was put aside; called now and then when there is nothing else to do. */
    default void tidy() {}

    /** Whether what was applied is held and can be compared. */
    default boolean isUpToDate() {
        return true;
    }

    /**
     * Compares what is held of documents with what is published, and repairs it.
     *
     * @param uids documents to look at, null for all
     * @param isStopping whether it is to end at once
     */
    default List<Reconciled> reconcile(@Nullable Set<Uid> uids, BooleanSupplier isStopping) {
        return List.of();
    }
}
