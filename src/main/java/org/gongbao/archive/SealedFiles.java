package org.gongbao.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sealed files of the quarantine by the receipts that they came under. Apart from {@link Quarantine}, which says what is
 * done in which order and notes it: here alone a file is encrypted, opened and overwritten.
 */
final class SealedFiles {

    private static final String SEALED = ".sealed";
    private static final String PART = ".part";

    private final Path folder;
    private final QuarantineKey key;
    private final Disk disk;

    SealedFiles(Path folder, QuarantineKey key, Disk disk) {
        this.folder = folder;
        this.key = key;
        this.disk = disk;
    }

    /** Seals the content under the receipt that the note names, and forces it; another one of that receipt is replaced. */
    void write(QuarantineNote note, Path content) throws IOException {
        String receipt = note.arrival().receipt();
        Path part = folder.resolve(receipt + PART);
        Files.deleteIfExists(part);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
                InputStream in = Files.newInputStream(content)) {
            SealedFile.write(out, key.forSealing(), receipt, note.json(), in);
        }
        disk.force(part);
        Files.move(part, file(receipt), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        disk.force(folder);
    }

    /** Overwrites what a process that ended left half sealed. */
    void clearParts() {
        try {
            for (Path part : endingIn(PART)) {
                Erasure.of(part, disk);
            }
        } catch (IOException e) {
            throw new StorageException("the quarantine " + folder + " cannot be made whole: " + e.getMessage(), e);
        }
    }

    /** Receipts of all that lie here, sorted. */
    List<String> receipts() {
        try {
            return endingIn(SEALED).stream()
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - SEALED.length()))
                    .toList();
        } catch (IOException e) {
            throw new StorageException("the quarantine " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private List<Path> endingIn(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** @throws IllegalArgumentException where no such file is held */
    void require(String receipt) {
        if (!receipts().contains(receipt)) {
            throw new IllegalArgumentException("nothing is held under the receipt " + receipt);
        }
    }

    SealedFile.Opened open(String receipt) throws IOException {
        return SealedFile.open(file(receipt), key.forOpening(), receipt);
    }

    /** What is known of a file; of one that cannot be opened, its size. */
    Quarantine.Held held(String receipt) {
        try (SealedFile.Opened opened = open(receipt)) {
            QuarantineNote note = QuarantineNote.read(opened.about());
            return new Quarantine.Held(
                    receipt,
                    note.heldAt(),
                    note.kind(),
                    note.level(),
                    note.arrival().bytes());
        } catch (IOException e) {
            long bytes = file(receipt).toFile().length();
            return new Quarantine.Held(receipt, Instant.EPOCH, Quarantine.Kind.MARK, null, bytes);
        }
    }

    void remove(String receipt) throws IOException {
        Erasure.of(file(receipt), disk);
    }

    static String name(String receipt) {
        return receipt + SEALED;
    }

    private Path file(String receipt) {
        return folder.resolve(name(receipt));
    }
}
