package org.gongbao.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/**
 * The archive on a folder: {@code inbox}, and two OCFL 1.1 storage roots, {@code received} and {@code public}.
 *
 * <p>Every process may {@linkplain #receive receive}. Only the process that owns the data folder may settle, store and
 * recover.
 */
public final class OcflArchive implements Archive {

    private final Path orphaned;
    private final Inbox inbox;
    private final Receipts receipts;
    private final Receiving receiving;
    private final OcflRoot received;
    private final Originals originals;
    private final OcflRoot published;
    private final Purging purgingReceived;
    private final Purging purgingPublished;

    public OcflArchive(DataFolder folder, Database database, Clock clock) {
        this(folder.folder("archive"), database, clock, Disk.REAL);
    }

    OcflArchive(Path archive, Database database, Clock clock, Disk disk) {
        this.receipts = new Receipts(database);
        try {
            Path waiting = Files.createDirectories(archive.resolve("inbox"));
            this.inbox = new Inbox(waiting, disk);
            this.orphaned = waiting.resolve("orphaned");
            Path work = Files.createDirectories(archive.resolve("work"));
            this.received = new OcflRoot(archive, "received", disk, clock);
            this.originals = new Originals(inbox, received, work);
            this.published = new OcflRoot(archive, "public", disk, clock);
            this.purgingReceived = new Purging(received, archive, disk, clock);
            this.purgingPublished = new Purging(published, archive, disk, clock);
        } catch (IOException e) {
            throw new StorageException("the archive " + archive + " cannot be opened: " + e.getMessage(), e);
        }
        this.receiving = new Receiving(inbox, receipts, clock);
    }

    @Override
    public Arrival receive(InputStream bytes, String name, @Nullable String claimed) {
        return receiving.receive(bytes, name, claimed);
    }

    @Override
    public void settle(Arrival arrival) {
        synchronized (received.lock(arrival.sha256())) {
            try {
                if (!receipts.isSettled(arrival.receipt())) {
                    originals.moveIntoOcfl(arrival);
                    receipts.settled(arrival.receipt());
                }
                inbox.remove(arrival);
            } catch (IOException e) {
                throw new StorageException(
                        "the original of " + arrival.name() + ", receipt " + arrival.receipt() + ", cannot be settled: "
                                + e.getMessage(),
                        e);
            }
        }
    }

    @Override
    public Optional<Path> original(String sha256) {
        return originals.original(sha256, receipts.ofOriginal(sha256));
    }

    @Override
    public Optional<Path> waiting(String receipt, String sha256) {
        return Optional.of(inbox.file(receipt, sha256)).filter(Files::isRegularFile);
    }

    @Override
    public Optional<Arrival> arrival(String receipt) {
        return receipts.find(receipt);
    }

    @Override
    public Stream<Arrival> arrivals() {
        return receipts.all();
    }

    @Override
    public List<Arrival> unsettled() {
        return receipts.unsettled();
    }

    @Override
    public void store(String id, int version, Map<String, Path> files) {
        synchronized (published.lock(id)) {
            try {
                int latest = published.latest(id);
                if (version <= latest) {
                    requireSame(id, version, files);
                    published.force(id, version);
                } else if (version == latest + 1) {
                    published.write(id, version, files);
                } else {
                    throw new IOException("its latest version is " + latest + ", expected " + (version - 1));
                }
            } catch (IOException e) {
                throw new StorageException(
                        "version " + version + " of " + id + " cannot be stored: " + e.getMessage(), e);
            }
        }
    }

    private void requireSame(String id, int version, Map<String, Path> files) throws IOException {
        Map<String, Path> stored = published.files(id, version);
        if (!stored.keySet().equals(files.keySet())) {
            throw new IOException("it is there with the files " + stored.keySet() + ", not " + files.keySet());
        }
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Path there = stored.get(file.getKey());
            if (there == null || Files.mismatch(there, file.getValue()) != -1) {
                throw new IOException("it is there with other bytes of " + file.getKey());
            }
        }
    }

    @Override
    public Map<String, Path> stored(String id, int version) {
        try {
            return published.files(id, version);
        } catch (IOException e) {
            throw new StorageException("version " + version + " of " + id + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public int latest(String id) {
        synchronized (published.lock(id)) {
            try {
                return published.latest(id);
            } catch (IOException e) {
                throw new StorageException(id + " cannot be read: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public List<String> publicObjects(String prefix) {
        try {
            return published.ids(prefix);
        } catch (IOException e) {
            throw new StorageException("the objects of " + published.path() + " cannot be listed", e);
        }
    }

    @Override
    public void purge(String id, int upToVersion) {
        try {
            purgingPublished.upTo(id, upToVersion);
        } catch (IOException e) {
            throw notDestroyed(id, e);
        }
    }

    @Override
    public void purge(String id) {
        try {
            purgingPublished.all(id);
        } catch (IOException e) {
            throw notDestroyed(id, e);
        }
    }

    @Override
    public void purgeOriginal(String sha256) {
        try {
            purgingReceived.all(sha256);
            inbox.removeAll(sha256, orphaned);
            receipts.remove(sha256);
        } catch (IOException e) {
            throw notDestroyed("the original " + sha256, e);
        }
    }

    private static StorageException notDestroyed(String what, IOException e) {
        return new StorageException(what + " cannot be destroyed: " + e.getMessage(), e);
    }

    @Override
    public List<String> verify() {
        try {
            List<String> differences = new ArrayList<>(new Fixity(received).differences());
            differences.addAll(new Fixity(published).differences());
            differences.addAll(arrivalFiles().differences());
            return differences;
        } catch (IOException e) {
            throw new StorageException("the archive cannot be read: " + e.getMessage(), e);
        }
    }

    private Arrivals arrivalFiles() {
        return new Arrivals(inbox, receipts, received, orphaned);
    }

    @Override
    public void recover() {
        try {
            received.recover();
            published.recover();
            purgingReceived.recover();
            purgingPublished.recover();
            arrivalFiles().clearAfterKill();
        } catch (IOException e) {
            throw new StorageException("the archive cannot be made whole after a stop: " + e.getMessage(), e);
        }
    }

    @Override
    public int restoreArrivals() {
        try {
            return receipts.restore(arrivalFiles().notes(), true);
        } catch (IOException e) {
            throw new StorageException("the notes of arrivals cannot be read: " + e.getMessage(), e);
        }
    }
}
