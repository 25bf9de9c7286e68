package org.gongbao.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where files go that must not be held as records (隔离区): a secrecy mark in force was seen on them, or a virus. They lie
 * encrypted in the folder {@code quarantine} of the data folder, which is no part of the archive and of no backup; of the
 * arrival only the receipt stays. Two people decide on each, see {@code QuarantineDesk}.
 *
 * <p>A file moves in three steps, each forced before the next: it is sealed here, its receipt is blanked, its bytes in the
 * inbox are overwritten and deleted. A process that ends between them loses nothing; the steps are simply done again.
 */
public final class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final Disk disk;
    private final Inbox inbox;
    private final Receipts receipts;
    private final Database database;
    private final SealedFiles sealed;
    private final QuarantineTrail trail;
    private final QuarantineInventory inventory;
    private final Clock clock;

    public Quarantine(DataFolder data, Database database, Clock clock) {
        this.disk = Disk.REAL;
        QuarantineKey key = new QuarantineKey(data.file("keys/quarantine.key"), disk);
        this.sealed = new SealedFiles(data.folder("quarantine"), key, disk);
        this.trail = new QuarantineTrail(data.folder("archive"), clock);
        try {
            this.inbox =
                    new Inbox(Files.createDirectories(data.folder("archive").resolve("inbox")), disk);
        } catch (IOException e) {
            throw new StorageException("the inbox cannot be opened: " + e.getMessage(), e);
        }
        this.receipts = new Receipts(database);
        this.inventory = new QuarantineInventory(sealed, receipts, trail);
        this.database = database;
        this.clock = clock;
    }

    /**
     * What lies in the quarantine, without its name and content.
     *
     * @param kind why: a mark, or a virus
     * @param level of the mark, or the name of the virus; null where the file cannot be opened
     */
    public record Held(
            String receipt,
            Instant heldAt,
            Kind kind,
            @Nullable String level,
            long bytes) {}

    /** Why a file is held. */
    public enum Kind {
        MARK,
        VIRUS
    }

    /**
     * Moves the file of an arrival from the inbox into the quarantine.
     *
     * @param level of the mark, or the name of the virus
     * @param blank takes away, in the transaction that blanks the receipt, what else knows of the file
     * @throws StorageException where that fails; the file is where it was or here, and doing it again ends it
     */
    public void hold(Arrival arrival, Kind kind, String level, Consumer<JdbcClient> blank) {
        seal(arrival, kind, level);
        blank(arrival.receipt(), blank);
        endMove(arrival.receipt());
    }

    void seal(Arrival arrival, Kind kind, String level) {
        QuarantineNote note = new QuarantineNote(clock.instant(), kind, level, arrival);
        try {
            sealed.write(note, inbox.file(arrival));
        } catch (IOException e) {
            throw failed(arrival.receipt(), "cannot be sealed", e);
        }
        trail.add("hold", List.of(), arrival.receipt(), kind.name().toLowerCase(Locale.ROOT), null);
    }

    void blank(String receipt, Consumer<JdbcClient> also) {
        database.write(client -> {
            Receipts.blank(client, receipt);
            also.accept(client);
            return receipt;
        });
    }

    void clearInbox(String receipt) {
        try {
            for (Path left : inbox.filesOf(receipt)) {
                Erasure.of(left, disk);
            }
        } catch (IOException e) {
            throw failed(receipt, "cannot be deleted from the inbox", e);
        }
    }

    /** Ends what a process that ended left half done. Only the process that owns the data folder may call it. */
    public void recover() {
        sealed.clearParts();
        receipts.blanked().forEach(this::clearInbox);
        settle();
        trail.released().forEach(this::clear);
    }

    /** Whether only the receipt of an arrival is left. */
    public boolean isHeld(String receipt) {
        return receipts.isBlanked(receipt);
    }

    /** Ends a move of which the receipt is blanked. */
    public void endMove(String receipt) {
        clearInbox(receipt);
        settle();
    }

    private void settle() {
        if (!database.settle()) {
            LOG.warn(
                    "The database's journal still holds what a receipt said before it was blanked; the next start empties it.");
        }
    }

    /** Why these bytes may be held although they bear a mark: two people released them. Empty where nobody did. */
    public Optional<String> basis(String sha256) {
        return database.read()
                .sql("SELECT q.basis FROM quarantine_release q JOIN arrival a ON a.receipt = q.receipt"
                        + " WHERE a.sha256 = ? ORDER BY q.released_at LIMIT 1")
                .param(sha256)
                .query(String.class)
                .optional();
    }

    /** All that lies in the quarantine, by the time of its coming. */
    public List<Held> list() {
        return sealed.receipts().stream()
                .map(sealed::held)
                .sorted(Comparator.comparing(Held::heldAt).thenComparing(Held::receipt))
                .toList();
    }

    /**
     * Takes a file in again as an arrival of its own, cleared of its mark. It stays here too until {@link #destroy}.
     *
     * @param basis why it is secret no longer; never empty
     * @throws IllegalArgumentException where no such file is held
     */
    public Arrival release(String receipt, String basis, List<String> by, Archive archive) {
        sealed.require(receipt);
        trail.add("release", by, receipt, basis, null);
        try (SealedFile.Opened opened = sealed.open(receipt)) {
            Arrival before = QuarantineNote.read(opened.about()).arrival();
            Arrival again = archive.receive(opened.content(), before.name(), before.claimed());
            if (!again.sha256().equals(before.sha256())) {
                throw new IOException("its bytes are not those that came");
            }
            QuarantineTrail.Line line = trail.add("released", by, receipt, basis, again.receipt());
            clear(line);
            return again;
        } catch (IOException e) {
            throw failed(receipt, "cannot be opened", e);
        }
    }

    private void clear(QuarantineTrail.Line line) {
        database.write(client -> client.sql("INSERT INTO quarantine_release (receipt, held_as, basis, released_at)"
                        + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(
                        String.valueOf(line.releasedAs()),
                        line.receipt(),
                        String.valueOf(line.why()),
                        line.at().toString())
                .update());
    }

    /**
     * Overwrites and deletes a file.
     *
     * @throws IllegalArgumentException where no such file is held
     */
    public void destroy(String receipt, List<String> by) {
        sealed.require(receipt);
        trail.add("destroy", by, receipt, null, null);
        remove(receipt);
        trail.add("destroyed", by, receipt, null, null);
    }

    /** Overwrites and deletes what was released, once it is on its way. */
    public void removeReleased(String receipt) {
        sealed.require(receipt);
        remove(receipt);
    }

    private void remove(String receipt) {
        try {
            sealed.remove(receipt);
        } catch (IOException e) {
            throw failed(receipt, "cannot be destroyed", e);
        }
    }

    /** Notes that two people looked at the list. */
    public void noteListing(List<String> by) {
        trail.add("list", by, "", null, null);
    }

    /** Sealed files that cannot be opened to their end, and held receipts of which neither file nor end is known. */
    public List<String> differences() {
        return inventory.differences();
    }

    /**
     * Notes, in a store that was restored from a backup, that what is held has stayed where the backup was made.
     *
     * @return receipts of files that are not here
     */
    public List<String> noteAbsent() {
        List<String> absent = inventory.absent();
        absent.forEach(receipt -> trail.add("absent", List.of(), receipt, "backup", null));
        return absent;
    }

    private static StorageException failed(String receipt, String what, IOException e) {
        return new StorageException("the file of receipt " + receipt + " " + what + ": " + e.getMessage(), e);
    }
}
