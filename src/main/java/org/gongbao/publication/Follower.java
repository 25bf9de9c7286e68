package org.gongbao.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.archive.Archive;
import org.gongbao.archive.StorageException;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;

/**
 * Makes this store a mirror of another one: takes its events, checked against its signed checkpoint, and the packages that may
 * be read, checked against the events. What the leader withdrew or erased is destroyed here.
 */
public final class Follower {

    /** Events taken at a time. */
    private static final int BATCH = TransparencyLog.TILE;

    private final Leader leader;
    private final String verifier;
    private final Database database;
    private final Archive archive;
    private final RegisterRebuild register;
    private final RegisterDocuments documents;
    private final LogSigner signer;
    private final LogSignal signal;
    private final Path work;

    Follower(
            Leader leader,
            String verifier,
            Database database,
            Archive archive,
            RegisterRebuild register,
            RegisterDocuments documents,
            LogSigner signer,
            LogSignal signal,
            DataFolder data) {
        this.leader = leader;
        this.verifier = verifier;
        this.database = database;
        this.archive = archive;
        this.register = register;
        this.documents = documents;
        this.signer = signer;
        this.signal = signal;
        this.work = data.folder("work/following");
        Folders.empty(work);
    }

    /**
     * What a round brought.
     *
     * @param events how many were new
     * @param erased whether something was erased, so that the projections are to be {@linkplain DisseminationEngine#purge
     *     purged}
     */
    public record Round(long events, boolean erased) {}

    /**
     * Takes everything that the leader has published until now. Nothing of a round is seen before all of it is checked.
     *
     * @throws StorageException where what came is not what the checkpoint promises: nothing of it is taken
     */
    public Round catchUp() throws IOException, InterruptedException {
        Checkpoint checkpoint = Checkpoint.verify(leader.checkpoint(), verifier);
        long size = new LogStore(database.read()).size();
        if (checkpoint.size() < size) {
            throw new StorageException("the leader's log of " + checkpoint.size() + " events is shorter than the "
                    + size + " that were taken from it");
        }
        List<ArchivedEvent> events = new ArrayList<>();
        while (size + events.size() < checkpoint.size()) {
            events.addAll(take(size + events.size(), checkpoint.size()));
        }
        register.restoreVerified(events, checkpoint);
        signer.keep(checkpoint);
        destroy(events);
        signal.raise();
        return new Round(events.size(), events.stream().anyMatch(Follower::isErased));
    }

    private static boolean isErased(ArchivedEvent event) {
        return event.event().event() == LogEvent.Type.ERASED || event.entry().withdrawsEarlier();
    }

    /** The events behind a position that one bundle holds. */
    private List<ArchivedEvent> take(long position, long size) throws IOException, InterruptedException {
        long index = position / BATCH;
        int width = (int) Math.min(BATCH, size - index * BATCH);
        List<String> leaves = leader.leaves(index, width);
        List<ArchivedEvent> events = new ArrayList<>();
        for (int i = (int) (position - index * BATCH); i < width; i++) {
            events.add(take(index * BATCH + i + 1, leaves.get(i)));
        }
        return events;
    }

    private ArchivedEvent take(long seq, String leaf) throws IOException, InterruptedException {
        LogStore.Entry entry = ArchivedEvent.parse(leader.event(seq)).entry();
        if (!entry.leaf().equals(leaf) || entry.event().seq() != seq) {
            throw new StorageException("event " + seq + " of the leader differs from its leaf");
        }
        int version = entry.event().event().leavesPublic()
                ? takePackage(entry.event())
                : archive.latest(PackageStore.id(entry.event().uid()));
        return new ArchivedEvent(new LogStore.Entry(
                entry.event(), leaf, version, entry.reason(), entry.number(), entry.withdrawsEarlier()));
    }

    /** The version of the archive's object that holds it here; 0 where it may be read no more. */
    private int takePackage(LogEvent event) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(work, "package");
        try {
            Optional<Map<String, Path>> files = files(event, folder);
            if (files.isEmpty()) {
                return 0;
            }
            String id = PackageStore.id(event.uid());
            int version = archive.latest(id) + 1;
            archive.store(id, version, files.get());
            return version;
        } finally {
            Folders.delete(folder);
        }
    }

    private Optional<Map<String, Path>> files(LogEvent event, Path folder) throws IOException, InterruptedException {
        Optional<Path> manifest = leader.file(event.seq(), Manifest.NAME, folder.resolve(Manifest.NAME));
        if (manifest.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(manifest.get());
        require(
                Digests.sha256(bytes).equals(event.sha256())
                        && Digests.sm3(bytes).equals(event.sm3()),
                event,
                Manifest.NAME);
        Map<String, Path> files = new HashMap<>(Map.of(Manifest.NAME, manifest.get()));
        int number = 0;
        for (Manifest.Item item : Manifest.read(bytes).files()) {
            Optional<Path> file = leader.file(event.seq(), item.name(), folder.resolve("file-" + number++));
            if (file.isEmpty()) {
                return Optional.empty();
            }
            require(Digests.sha256(file.get()).equals(item.sha256()), event, item.name());
            files.put(item.name(), file.get());
        }
        return Optional.of(files);
    }

    private static void require(boolean fits, LogEvent event, String name) {
        if (!fits) {
            throw new StorageException(
                    name + " of the package of event " + event.seq() + " differs from what the log says");
        }
    }

    /** What is public no more is kept nowhere; a stop in between is made up for by {@link #destroyGone}. */
    private void destroy(List<ArchivedEvent> events) {
        boolean isAny = false;
        for (ArchivedEvent event : events) {
            if (!event.event().event().leavesPublic() || event.entry().withdrawsEarlier()) {
                documents.forget(event.event().uid());
                isAny = true;
            }
        }
        if (isAny) {
            destroyGone();
            database.compact();
        }
    }

    /** Destroys the packages of all that is public no more. */
    public void destroyGone() {
        new PackagePurge(database, archive).run();
        database.read()
                .sql("select uid from document where state = 'withdrawn'")
                .query(String.class)
                .list()
                .forEach(uid -> archive.purge(PackageStore.id(new Uid(uid)), Integer.MAX_VALUE));
    }
}
