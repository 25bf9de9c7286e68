package org.gongbao.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
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

    private static final String SEALED = ".sealed";
    private static final String PART = ".part";

    private final Path folder;
    private final Disk disk;
    private final Inbox inbox;
    private final Receipts receipts;
    private final Database database;
    private final QuarantineKey key;
    private final QuarantineTrail trail;
    private final Clock clock;

    public Quarantine(DataFolder data, Database database, Clock clock) {
        this.disk = Disk.REAL;
        this.folder = data.folder("quarantine");
        this.key = new QuarantineKey(data.file("keys/quarantine.key"), disk);
        this.trail = new QuarantineTrail(data.folder("archive"), clock);
        try {
            this.inbox =
                    new Inbox(Files.createDirectories(data.folder("archive").resolve("inbox")), disk);
        } catch (IOException e) {
            throw new StorageException("the inbox cannot be opened: " + e.getMessage(), e);
        }
        this.receipts = new Receipts(database);
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
        clearInbox(arrival.receipt());
    }

    void seal(Arrival arrival, Kind kind, String level) {
        Path sealed = file(arrival.receipt());
        Path part = folder.resolve(arrival.receipt() + PART);
        QuarantineNote note = new QuarantineNote(clock.instant(), kind, level, arrival);
        try {
            Files.deleteIfExists(part);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
                    InputStream content = Files.newInputStream(inbox.file(arrival))) {
                SealedFile.write(out, key.forSealing(), arrival.receipt(), note.json(), content);
            }
            disk.force(part);
            Files.move(part, sealed, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            disk.force(folder);
        } catch (IOException e) {
            throw failed(arrival.receipt(), "cannot be sealed", e);
        }
        trail.add("hold", List.of(), arrival.receipt(), kind.name().toLowerCase(java.util.Locale.ROOT), null);
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
        try (Stream<Path> files = Files.list(folder)) {
            for (Path part :
                    files.filter(file -> file.toString().endsWith(PART)).toList()) {
                Erasure.of(part, disk);
            }
        } catch (IOException e) {
            throw new StorageException("the quarantine " + folder + " cannot be made whole: " + e.getMessage(), e);
        }
        receipts.blanked().forEach(this::clearInbox);
        trail.released().forEach(this::clear);
    }

    /** Whether only the receipt of an arrival is left. */
    public boolean isHeld(String receipt) {
        return receipts.isBlanked(receipt);
    }

    /** Ends a move that a process left after the receipt was blanked. */
    public void endMove(String receipt) {
        clearInbox(receipt);
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
        List<Held> all = new ArrayList<>();
        for (Path file : sealed()) {
            all.add(held(file));
        }
        all.sort(java.util.Comparator.comparing(Held::heldAt).thenComparing(Held::receipt));
        return all;
    }

    private Held held(Path file) {
        String receipt = receipt(file);
        try (SealedFile.Opened opened = SealedFile.open(file, key.forOpening(), receipt)) {
            QuarantineNote note = QuarantineNote.read(opened.about());
            return new Held(
                    receipt,
                    note.heldAt(),
                    note.kind(),
                    note.level(),
                    note.arrival().bytes());
        } catch (IOException e) {
            return new Held(
                    receipt, Instant.EPOCH, Kind.MARK, null, file.toFile().length());
        }
    }

    /**
     * Takes a file in again as an arrival of its own, cleared of its mark. It stays here too until {@link #destroy}.
     *
     * @param basis why it is secret no longer; never empty
     * @throws IllegalArgumentException where no such file is held
     */
    public Arrival release(String receipt, String basis, List<String> by, Archive archive) {
        Path file = existing(receipt);
        trail.add("release", by, receipt, basis, null);
        try (SealedFile.Opened opened = SealedFile.open(file, key.forOpening(), receipt)) {
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
        Path file = existing(receipt);
        trail.add("destroy", by, receipt, null, null);
        remove(file, receipt);
        trail.add("destroyed", by, receipt, null, null);
    }

    /** Overwrites and deletes what was released, once it is on its way. */
    public void removeReleased(String receipt) {
        remove(existing(receipt), receipt);
    }

    private void remove(Path file, String receipt) {
        try {
            Erasure.of(file, disk);
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
        List<String> differences = new ArrayList<>();
        List<String> there = new ArrayList<>();
        for (Path file : sealed()) {
            String receipt = receipt(file);
            there.add(receipt);
            try (SealedFile.Opened opened = SealedFile.open(file, key.forOpening(), receipt)) {
                opened.content().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                differences.add("quarantine/" + file.getFileName() + ": " + e.getMessage());
            }
        }
        List<String> ended = trail.ended();
        receipts.blanked().stream()
                .filter(receipt -> !there.contains(receipt) && !ended.contains(receipt))
                .forEach(receipt -> differences.add("quarantine: the file of receipt " + receipt + " is missing"));
        return differences;
    }

    /**
     * Notes, in a store that was restored from a backup, that what is held has stayed where the backup was made.
     *
     * @return receipts of files that are not here
     */
    public List<String> noteAbsent() {
        List<String> there = new ArrayList<>(trail.ended());
        sealed().forEach(file -> there.add(receipt(file)));
        List<String> absent = receipts.blanked().stream()
                .filter(receipt -> !there.contains(receipt))
                .toList();
        absent.forEach(receipt -> trail.add("absent", List.of(), receipt, "backup", null));
        return absent;
    }

    private List<Path> sealed() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SEALED))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StorageException("the quarantine " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String receipt(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SEALED.length());
    }

    private Path file(String receipt) {
        return folder.resolve(receipt + SEALED);
    }

    private Path existing(String receipt) {
        return sealed().stream()
                .filter(file -> receipt(file).equals(receipt))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is held under the receipt " + receipt));
    }

    private static StorageException failed(String receipt, String what, IOException e) {
        return new StorageException("the file of receipt " + receipt + " " + what + ": " + e.getMessage(), e);
    }
}
