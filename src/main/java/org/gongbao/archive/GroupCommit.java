package org.gongbao.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets several threads share one commit: each waits until its own item is committed, and whoever comes first commits
 * for all who wait. With one thread it is a plain commit.
 */
final class GroupCommit<T> {

    private final Consumer<List<T>> commit;
    private final ReentrantLock leading = new ReentrantLock();
    private List<Ticket<T>> waiting = new ArrayList<>();

    /** @param commit makes all items durable, or throws and makes none durable */
    GroupCommit(Consumer<List<T>> commit) {
        this.commit = commit;
    }

    /** Returns when the item is durable; throws what the commit threw. */
    void add(T item) {
        Ticket<T> ticket = new Ticket<>(item);
        synchronized (this) {
            waiting.add(ticket);
        }
        leading.lock();
        try {
            if (!ticket.done) {
                commitAllThatWait();
            }
        } finally {
            leading.unlock();
        }
        if (ticket.failure != null) {
            throw ticket.failure;
        }
    }

    private void commitAllThatWait() {
        List<Ticket<T>> group;
        synchronized (this) {
            group = waiting;
            waiting = new ArrayList<>();
        }
        RuntimeException failure = null;
        try {
            commit.accept(group.stream().map(ticket -> ticket.item).toList());
        } catch (RuntimeException e) {
            failure = e;
        } catch (Error e) {
            // Those who wait must not take a commit for made that an exhausted memory or stack cut short.
            failure = new IllegalStateException("the commit was cut short: " + e, e);
        }
        for (Ticket<T> ticket : group) {
            ticket.failure = failure;
            ticket.done = true;
        }
    }

    /** Fields are guarded by the leader's lock. */
    private static final class Ticket<T> {
        private final T item;
        private boolean done;
        private @Nullable RuntimeException failure;

        Ticket(T item) {
            this.item = item;
        }
    }
}
