package org.gongbao.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.gongbao.publication.Snapshots;

/** Deltas on disk. One is made at a time; those that were asked for last stay, until something is taken away. */
final class DeltaShelf implements Deltas {

    private static final long PATIENCE_SECONDS = 2;

    private final Path root;
    private final DeltaWriter writer;
    private final Snapshots snapshots;
    private final int keep;
    private final long farthest;
    private final ReentrantLock making = new ReentrantLock();

    /** In the order in which they were asked for; guarded by itself. */
    private final Map<DeltaName, Delta> kept = new LinkedHashMap<>(16, 0.75f, true);

    private long seen;
    private long taken;

    /**
     * @param keep deltas on disk at most
     * @param farthest events between beginning and end at most
     */
    DeltaShelf(Path root, DeltaWriter writer, Snapshots snapshots, int keep, long farthest) {
        this.root = root;
        this.writer = writer;
        this.snapshots = snapshots;
        this.keep = Math.max(1, keep);
        this.farthest = farthest;
        try {
            // What is here is made again in no time when it is asked for.
            ReleaseShelf.delete(root);
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of deltas " + root + " cannot be made", e);
        }
    }

    @Override
    public Answer name(long from, long to) {
        if (from > to || to > snapshots.position()) {
            return new Answer.Unknown();
        }
        DeltaName name = new DeltaName(from, to, Math.max(to, lastTakenAway()));
        return name.honoured() - from > farthest ? new Answer.TooFar(farthest) : new Answer.Moved(name);
    }

    @Override
    public Answer find(DeltaName name) {
        Answer now = name(name.from(), name.to());
        if (!(now instanceof Answer.Moved moved)
                || name.honoured() > moved.now().honoured()) {
            return now instanceof Answer.Moved ? new Answer.Unknown() : now;
        }
        if (!moved.now().equals(name)) {
            return now;
        }
        synchronized (kept) {
            Delta there = kept.get(name);
            if (there != null) {
                return new Answer.Found(there);
            }
        }
        return make(name);
    }

    private Answer make(DeltaName name) {
        try {
            if (!making.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return new Answer.Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Busy();
        }
        try {
            synchronized (kept) {
                Delta there = kept.get(name);
                if (there != null) {
                    return new Answer.Found(there);
                }
            }
            Path part = Files.createDirectories(root.resolve(name + ".part"));
            Delta made = writer.write(name, part);
            Path folder = root.resolve(name.toString());
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            keep(made.in(folder));
            return new Answer.Found(made.in(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("the delta " + name + " cannot be written", e);
        } finally {
            making.unlock();
        }
    }

    private void keep(Delta delta) throws IOException {
        synchronized (kept) {
            kept.put(delta.id(), delta);
            while (kept.size() > keep) {
                drop(kept.keySet().iterator().next());
            }
        }
    }

    private void drop(DeltaName name) throws IOException {
        kept.remove(name);
        ReleaseShelf.delete(root.resolve(name.toString()));
    }

    /** Removes those that hold what was taken away since they were made. */
    void forgetTaken() {
        long last = lastTakenAway();
        making.lock();
        try {
            synchronized (kept) {
                for (DeltaName name : List.copyOf(kept.keySet())) {
                    if (name.honoured() < last) {
                        drop(name);
                    }
                }
            }
            removeUnknown();
        } catch (IOException e) {
            throw new UncheckedIOException("the deltas in " + root + " cannot be removed", e);
        } finally {
            making.unlock();
        }
    }

    private void removeUnknown() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            for (Path folder : all.toList()) {
                if (kept.values().stream().noneMatch(delta -> delta.folder().equals(folder))) {
                    ReleaseShelf.delete(folder);
                }
            }
        }
    }

    /** The log only grows, so that only its new part is looked at. */
    private synchronized long lastTakenAway() {
        long head = snapshots.position();
        if (head > seen) {
            long last = snapshots.lastTakenAway(seen, head);
            taken = last > seen ? last : taken;
            seen = head;
        }
        return taken;
    }
}
