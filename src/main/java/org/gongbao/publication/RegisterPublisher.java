package org.gongbao.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongbao.publication.IndexNumbers.Allotted;
import org.gongbao.record.DocumentRecord;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publishes into archive, register and log, in this order; what a kill leaves between them is used by the next try. */
final class RegisterPublisher implements Publisher {

    private static final int TRIES = 25;

    private final Database database;
    private final PackageStore packages;
    private final List<PublicationGate> gates;
    private final EventAppender events;
    private final IndexNumbers numbers;
    private final Consumer<Uid> earlierVersions;
    private final Path work;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    /** Held from reading the next index number until it is taken, so that within a process none is read in vain. */
    private final ReentrantLock numbering = new ReentrantLock();

    /** @param earlierVersions destroys what a correction for privacy replaced */
    RegisterPublisher(
            Database database,
            PackageStore packages,
            List<PublicationGate> gates,
            EventAppender events,
            IndexNumbers numbers,
            Consumer<Uid> earlierVersions,
            DataFolder data) {
        this.database = database;
        this.packages = packages;
        this.gates = List.copyOf(gates);
        this.events = events;
        this.numbers = numbers;
        this.earlierVersions = earlierVersions;
        this.work = data.folder("work/publication");
        Folders.empty(work);
    }

    @Override
    public Outcome publish(Uid uid, DocumentRecord working, PackageContent content, LogEvent.Type event) {
        return publish(working, new Request(uid, content, event, null, sql -> {}));
    }

    @Override
    public Outcome correct(Uid uid, DocumentRecord working, PackageContent content, PublicCorrection why) {
        return publish(working, new Request(uid, content, LogEvent.Type.CORRECTED, why, sql -> {
            if (new Register(sql).find(uid).filter(Register.Row::isPublic).isEmpty()) {
                throw new IllegalStateException(uid + " is not public, so it cannot be corrected");
            }
        }));
    }

    /**
     * What is to be published.
     *
     * @param why null where it is no correction with a reason
     * @param first done first in the publishing transaction; what it throws takes all back
     */
    record Request(
            Uid uid,
            PackageContent content,
            LogEvent.Type event,
            @Nullable PublicCorrection why,
            Consumer<JdbcClient> first) {

        boolean isForPrivacy() {
            return why != null && why.isForPrivacy();
        }
    }

    Outcome publish(DocumentRecord working, Request request) {
        Uid uid = request.uid();
        LogEvent.Type event = request.event();
        if (!event.leavesPublic()) {
            throw new IllegalArgumentException("publishing was asked for as " + event.code() + ", which takes away");
        }
        List<Obstacle> obstacles = obstacles(uid, working, request.content());
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
    List<Obstacle> obstacles(Uid uid, DocumentRecord working, PackageContent content) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (PublicationGate gate : gates) {
            gate.obstacles(working, content).forEach(reason -> obstacles.add(new Obstacle(gate.name(), reason)));
        }
        new NumberDoubleUse(database.read()).obstacle(uid, content.record()).ifPresent(obstacles::add);
        return obstacles;
    }

    private Outcome publishAlone(Request request) {
        Path folder = newFolder();
        try {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                Outcome outcome = attempt(request, folder);
                if (outcome != null) {
                    return outcome;
                }
            }
            throw new IllegalStateException(
                    request.uid() + " changed " + TRIES + " times while it was being published");
        } catch (IOException e) {
            throw new UncheckedIOException("the package of " + request.uid() + " cannot be made", e);
        } finally {
            Folders.delete(folder);
        }
    }

    private @Nullable Outcome attempt(Request request, Path folder) throws IOException {
        Allotted allotted = allot(request);
        if (allotted == null || !allotted.isNew()) {
            return attempt(request, allotted, folder);
        }
        numbering.lock();
        try {
            return attempt(request, allot(request), folder);
        } finally {
            numbering.unlock();
        }
    }

    private @Nullable Allotted allot(Request request) {
        return numbers.of(database.read(), request.uid(), request.content().record(), events.now());
    }

    /** Null when another process published a version, or took the number, meanwhile. */
    private @Nullable Outcome attempt(Request request, @Nullable Allotted allotted, Path folder) throws IOException {
        Uid uid = request.uid();
        PackageContent content = IndexNumbers.with(request.content(), allotted);
        PackageStore.Draft draft = packages.draft(content, folder);
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
        StoredVersion made = new StoredVersion(
                request,
                before,
                version,
                stored,
                draft.contentDigest(),
                PackageStore.publicRecord(content.record()),
                allotted != null && allotted.isNew() ? allotted.number() : null);
        LogEvent event;
        try {
            event = events.append(sql -> made.append(sql, events));
        } catch (StoredVersion.ChangedMeanwhile e) {
            return null;
        }
        if (request.isForPrivacy()) {
            earlierVersions.accept(uid);
        }
        return new Outcome.Published(event);
    }

    @Override
    public LogEvent withdraw(Uid uid, String publicReason) {
        return events.append(sql -> Withdrawal.append(sql, uid, publicReason, events.now()));
    }

    private Path newFolder() {
        try {
            return Files.createTempDirectory(work, "package");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for a package can be made in " + work, e);
        }
    }
}
