package org.gongbao.publication;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/**
 * Brings the log to every projection, each on a thread of its own: the archive's copy of the log first, then every
 * {@link Dissemination}. What fails is tried again; it keeps neither publishing nor the others waiting.
 */
public final class DisseminationEngine implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(30);

    /** How long a projection may take to compare everything that it holds. */
    private static final Duration COMPARISON = Duration.ofHours(6);

    private final ChangeReader reader;
    private final LogSignal grown;
    private final LogSignal progress = new LogSignal();
    private final List<ProjectionRunner> runners = new ArrayList<>();
    private final List<ParkedDocuments> parked = new ArrayList<>();
    private final List<Dissemination> targets = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    DisseminationEngine(ChangeReader reader, LogSignal grown) {
        this.reader = reader;
        this.grown = grown;
    }

    /** The engine of a store: the archive's copy of the log, and then every projection. */
    static DisseminationEngine of(
            Database database,
            RegisterDocuments documents,
            LogArchive archive,
            List<Dissemination> targets,
            LogSignal grown,
            Clock clock,
            long tidyEvery) {
        ChangeReader reader = new ChangeReader(database, documents);
        DisseminationEngine engine = new DisseminationEngine(reader, grown);
        ArchiveProjection first = new ArchiveProjection(database, archive);
        engine.add(first, new ParkedDocuments(database, clock, first.name()), tidyEvery);
        for (Dissemination target : targets) {
            ParkedDocuments parked = new ParkedDocuments(database, clock, target.name());
            engine.add(new DisseminationProjection(target, reader, parked), parked, tidyEvery);
            engine.targets.add(target);
        }
        return engine;
    }

    private void add(Projection projection, ParkedDocuments parked, long tidyEvery) {
        boolean isTaken = runners.stream().anyMatch(runner -> name(runner).equals(projection.name()));
        if (isTaken) {
            throw new IllegalArgumentException("two projections are named " + projection.name());
        }
        runners.add(new ProjectionRunner(projection, reader, grown, progress, tidyEvery));
        this.parked.add(parked);
    }

    /** Starts to follow the log. */
    public synchronized void start() {
        if (!threads.isEmpty()) {
            return;
        }
        for (ProjectionRunner runner : runners) {
            Thread thread = new Thread(runner, "projection-" + name(runner));
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Names of all projections, as {@code rebuild} takes them. */
    public List<String> names() {
        return runners.stream().map(DisseminationEngine::name).toList();
    }

    /** Whether every projection has applied the whole log. */
    public boolean caughtUp() {
        long head = reader.head();
        return runners.stream().allMatch(runner -> runner.hasCaughtUp(head));
    }

    /** Waits until every projection has applied the log as it is now; false when that takes longer. */
    public boolean awaitCaughtUp(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        long head = reader.head();
        try {
            while (true) {
                long seen = progress.seen();
                if (runners.stream().allMatch(runner -> runner.hasCaughtUp(head))) {
                    return true;
                }
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                progress.await(seen, Math.min(left, 100));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Events that a projection has not applied yet. */
    public long lag(String name) {
        return Math.max(0, reader.head() - runner(name).projection().applied());
    }

    /**
     * Fills a projection anew from everything published and waits for it; what is published meanwhile follows.
     *
     * @throws RuntimeException of the projection when it fails; it goes on with what it has, and can be asked again
     */
    public void rebuild(String name) {
        join(ask(runner(name)));
    }

    /** Fills all projections anew, at the same time. */
    public void rebuildAll() {
        runners.stream().map(this::ask).toList().forEach(DisseminationEngine::join);
    }

    /**
     * Fills all projections anew after something was erased, and destroys the stores before: no segment, journal or release of
     * theirs holds a byte of it then. Who still reads there is cut off.
     */
    public void purge() {
        rebuildAll();
        targets.forEach(Dissemination::forgetReplaced);
    }

    /** The log's size. */
    long head() {
        return reader.head();
    }

    /** Whether every projection holds what it has applied, so that it can be compared. */
    boolean isUpToDate() {
        return runners.stream().allMatch(runner -> runner.projection().isUpToDate());
    }

    /**
     * Compares what the projections hold with what is published, and repairs them, all at the same time.
     *
     * @param uids documents to look at, null for all
     * @throws Reconciliation.LogGrewException where something is published meanwhile
     */
    List<Reconciled> reconcile(@Nullable Set<Uid> uids) {
        List<CompletableFuture<List<Reconciled>>> asked = runners.stream()
                .map(runner -> runner.askReconcile(uids).orTimeout(COMPARISON.toSeconds(), TimeUnit.SECONDS))
                .toList();
        grown.raise();
        return asked.stream()
                .map(DisseminationEngine::join)
                .flatMap(List::stream)
                .toList();
    }

    private CompletableFuture<Void> ask(ProjectionRunner runner) {
        if (threads.isEmpty()) {
            throw new IllegalStateException("projections are rebuilt by their threads, which are not started");
        }
        CompletableFuture<Void> waiting = runner.askRebuild();
        grown.raise();
        return waiting;
    }

    private static <T> T join(CompletableFuture<T> waiting) {
        try {
            return waiting.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** How far every projection is. */
    public List<ProjectionStatus> status() {
        long head = reader.head();
        List<ProjectionStatus> statuses = new ArrayList<>();
        for (int i = 0; i < runners.size(); i++) {
            ProjectionRunner runner = runners.get(i);
            long applied = runner.projection().applied();
            statuses.add(new ProjectionStatus(
                    name(runner),
                    runner.state(),
                    applied,
                    Math.max(0, head - applied),
                    runner.error(),
                    parked.get(i).list()));
        }
        return statuses;
    }

    /** How far one projection is; empty where there is none of that name. */
    public Optional<ProjectionStatus> status(String name) {
        return status().stream().filter(status -> status.name().equals(name)).findFirst();
    }

    private ProjectionRunner runner(String name) {
        return runners.stream()
                .filter(runner -> name(runner).equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no projection " + name + ", only " + names()));
    }

    private static String name(ProjectionRunner runner) {
        return runner.projection().name();
    }

    /** Lets every projection end the step it is at, and stops. */
    @Override
    public synchronized void close() {
        runners.forEach(ProjectionRunner::stop);
        grown.raise();
        for (Thread thread : threads) {
            try {
                thread.join(STOP.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }
}
