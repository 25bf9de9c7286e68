package org.gongbao.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongbao.record.DocumentRecord;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publishes into archive, register and log, in this order; what a kill leaves between them is used by the next try. */
final class RegisterPublisher implements Publisher {

    private static final int TRIES = 5;

    private final Database database;
    private final PackageStore packages;
    private final List<PublicationGate> gates;
    private final Supplier<List<ReleaseStep>> steps;
    private final LogSignal signal;
    private final Clock clock;
    private final Path work;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    /** @param steps looked up for every event, since they may need the publisher themselves */
    RegisterPublisher(
            Database database,
            PackageStore packages,
            List<PublicationGate> gates,
            Supplier<List<ReleaseStep>> steps,
            LogSignal signal,
            Clock clock,
            DataFolder data) {
        this.database = database;
        this.packages = packages;
        this.gates = List.copyOf(gates);
        this.steps = steps;
        this.signal = signal;
        this.clock = clock;
        this.work = data.folder("work/publication");
        Folders.empty(work);
    }

    @Override
    public Outcome publish(Uid uid, DocumentRecord working, PackageContent content, LogEvent.Type event) {
        return publish(working, new Request(uid, content, event, sql -> {}));
    }

    /**
     * What is to be published.
     *
     * @param first done first in the publishing transaction; what it throws takes all back
     */
    record Request(Uid uid, PackageContent content, LogEvent.Type event, Consumer<JdbcClient> first) {}

    Outcome publish(DocumentRecord working, Request request) {
        Uid uid = request.uid();
        LogEvent.Type event = request.event();
        if (!event.leavesPublic()) {
            throw new IllegalArgumentException("publishing was asked for as " + event.code() + ", which takes away");
        }
        List<Obstacle> obstacles = obstacles(working, request.content());
        if (!obstacles.isEmpty()) {
            return new Outcome.Held(obstacles);
        }
        ReentrantLock lock = locks[Math.floorMod(uid.hashCode(), locks.length)];
        lock.lock();
        try {
            return publishAlone(request);
        } finally {
            lock.unlock();
        }
    }

    /** Every reason why this must not be published. */
    List<Obstacle> obstacles(DocumentRecord working, PackageContent content) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (PublicationGate gate : gates) {
            gate.obstacles(working, content).forEach(reason -> obstacles.add(new Obstacle(gate.name(), reason)));
        }
        return obstacles;
    }

    private Outcome publishAlone(Request request) {
        Uid uid = request.uid();
        Path folder = newFolder();
        try {
            PackageStore.Draft draft = packages.draft(request.content(), folder);
            for (int attempt = 0; attempt < TRIES; attempt++) {
                Outcome outcome = attempt(request, draft, folder);
                if (outcome != null) {
                    return outcome;
                }
            }
            throw new IllegalStateException(uid + " changed " + TRIES + " times while it was being published");
        } catch (IOException e) {
            throw new UncheckedIOException("the package of " + uid + " cannot be made", e);
        } finally {
            Folders.delete(folder);
        }
    }

    /** Null when another process published a version meanwhile. */
    private @Nullable Outcome attempt(Request request, PackageStore.Draft draft, Path folder) throws IOException {
        Uid uid = request.uid();
        Register.Row before = new Register(database.read()).find(uid).orElse(null);
        if (before != null && before.state().equals(LogEvent.Type.ERASED.code())) {
            throw new IllegalStateException(uid + " was erased; its identifier is never used again");
        }
        if (before != null && before.isPublic() && before.content().equals(draft.contentDigest())) {
            return new Outcome.Unchanged(uid, before.version());
        }
        int version = before == null ? 1 : before.version() + 1;
        int logged = before == null ? 0 : before.packageVersion();
        PackageStore.Stored stored = packages.store(uid, version, draft, logged, folder);
        try {
            LogEvent done = inOneTransaction(sql -> append(sql, request, before, version, stored, draft));
            return new Outcome.Published(done);
        } catch (ChangedMeanwhile e) {
            return null;
        }
    }

    /** An event with all that others do at it. */
    private LogEvent inOneTransaction(Function<JdbcClient, LogEvent> append) {
        List<ReleaseStep> all = steps.get();
        LogEvent event = database.write(sql -> {
            LogEvent appended = append.apply(sql);
            all.forEach(step -> step.within(sql, appended));
            return appended;
        });
        signal.raise();
        return event;
    }

    private LogEvent append(
            JdbcClient sql,
            Request request,
            Register.@Nullable Row before,
            int version,
            PackageStore.Stored stored,
            PackageStore.Draft draft) {
        Uid uid = request.uid();
        request.first().accept(sql);
        long position = new LogStore(sql).next();
        Register register = new Register(sql);
        if (versionIn(register.find(uid)) != version - 1) {
            throw new ChangedMeanwhile();
        }
        if (before == null || !before.isPublic()) {
            ScheduledReleases.drop(sql, uid);
        }
        LogEvent event = new LogEvent(
                position,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                kind(request.event(), before),
                uid,
                version,
                Digests.sha256(stored.manifest()),
                Digests.sm3(stored.manifest()));
        register.apply(new Register.Entry(
                event,
                LogStore.leaf(event),
                stored.packageVersion(),
                null,
                PackageStore.publicRecord(request.content().record()),
                draft.contentDigest()));
        return event;
    }

    private static int versionIn(Optional<Register.Row> row) {
        return row.map(Register.Row::version).orElse(0);
    }

    /** What was not public is released; what was, is revised or corrected. */
    private static LogEvent.Type kind(LogEvent.Type asked, Register.@Nullable Row before) {
        if (before == null || !before.isPublic()) {
            return LogEvent.Type.RELEASED;
        }
        return asked == LogEvent.Type.RELEASED ? LogEvent.Type.REVISED : asked;
    }

    @Override
    public LogEvent withdraw(Uid uid, String publicReason) {
        if (publicReason.isBlank()) {
            throw new IllegalArgumentException("a withdrawal needs a reason that the public may read");
        }
        return inOneTransaction(sql -> withdraw(sql, uid, publicReason));
    }

    private LogEvent withdraw(JdbcClient sql, Uid uid, String reason) {
        LogStore log = new LogStore(sql);
        long position = log.next();
        Register register = new Register(sql);
        Register.Row row = register.find(uid)
                .filter(Register.Row::isPublic)
                .orElseThrow(() -> new IllegalStateException(uid + " is not public, so it cannot be withdrawn"));
        LogEvent last = log.latestOf(uid).orElseThrow().event();
        LogEvent event = new LogEvent(
                position,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                LogEvent.Type.WITHDRAWN,
                uid,
                row.version(),
                last.sha256(),
                last.sm3());
        register.apply(new Register.Entry(event, LogStore.leaf(event), row.packageVersion(), reason, null, ""));
        ScheduledReleases.drop(sql, uid);
        return event;
    }

    private Path newFolder() {
        try {
            return Files.createTempDirectory(work, "package");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for a package can be made in " + work, e);
        }
    }

    /** Another process published a version of the document; the transaction, with its position, is taken back. */
    private static final class ChangedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
