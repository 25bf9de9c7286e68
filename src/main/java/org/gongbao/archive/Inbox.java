package org.gongbao.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder where originals wait until they are settled in OCFL. A file that is being written ends in {@code .part};
 * one that is whole and forced is named {@code SHA256-RECEIPT}, so that no two arrivals share a file. Beside it lies its
 * {@linkplain ArrivalNote note}, for the case that the database is lost; it is not forced by itself, so that an arrival
 * waits for the disk no longer than its bytes need.
 */
final class Inbox {

    static final String PART = ".part";

    /** Ending of a note. */
    static final String NOTE = ".json";

    private final Path folder;
    private final Disk disk;

    Inbox(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** Streams bytes into a file and forces them. Close what is returned; closed before it is kept, it leaves nothing. */
    Incoming take(InputStream bytes, String name, String receipt) {
        Incoming incoming = create(name, receipt);
        try {
            incoming.fill(bytes);
            return incoming;
        } catch (RuntimeException e) {
            incoming.close();
            throw e;
        }
    }

    private Incoming create(String name, String receipt) {
        Path part = folder.resolve(receipt + PART);
        try {
            return new Incoming(this, name, receipt, part, disk.create(part));
        } catch (IOException e) {
            throw notStored(name, "", e);
        }
    }

    /** @param after how far it came, empty where it did not begin */
    StorageException notStored(String name, String after, IOException e) {
        return new StorageException(name + " cannot be stored in " + folder + after + ": " + e.getMessage(), e);
    }

    Path file(Arrival arrival) {
        return file(arrival.receipt(), arrival.sha256());
    }

    Path file(String receipt, String sha256) {
        return folder.resolve(sha256 + "-" + receipt);
    }

    /** Where the note of a whole file lies. */
    static Path note(Path file) {
        return file.resolveSibling(file.getFileName() + NOTE);
    }

    void remove(Arrival arrival) {
        try {
            Files.deleteIfExists(file(arrival));
            Files.deleteIfExists(note(file(arrival)));
        } catch (IOException e) {
            throw new StorageException(file(arrival) + " cannot be removed: " + e.getMessage(), e);
        }
    }

    /** Removes every file of an original and its notes, also those that were put aside in a folder. */
    void removeAll(String sha256, Path orphaned) throws IOException {
        List<Path> all = new java.util.ArrayList<>(list(name -> name.startsWith(sha256)));
        if (Files.isDirectory(orphaned)) {
            all.addAll(Folders.children(orphaned).stream()
                    .filter(file -> file.getFileName().toString().startsWith(sha256))
                    .toList());
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }

    /** The whole file of a receipt and its note, as far as they are there. */
    List<Path> filesOf(String receipt) {
        return list(name -> name.endsWith("-" + receipt) || name.endsWith("-" + receipt + NOTE));
    }

    void forceFolder() {
        try {
            disk.force(folder);
        } catch (IOException e) {
            throw new StorageException("the folder " + folder + " cannot be forced: " + e.getMessage(), e);
        }
    }

    /** Whole files, without those being written. */
    List<Path> files() {
        return list(name -> !name.endsWith(PART) && !name.endsWith(NOTE));
    }

    /** Files being written, or left by a process that ended while writing. */
    List<Path> parts() {
        return list(name -> name.endsWith(PART));
    }

    /** Notes that lie beside no file: a process ended just before it had one, or just after it had moved it. */
    List<Path> loneNotes() {
        return list(name -> name.endsWith(NOTE)).stream()
                .filter(note -> !isOfFile(note))
                .toList();
    }

    /** The part is asked for first, for it becomes the file. */
    private boolean isOfFile(Path note) {
        String name = note.getFileName().toString();
        String file = name.substring(0, name.length() - NOTE.length());
        String receipt = file.substring(file.lastIndexOf('-') + 1);
        return Files.exists(folder.resolve(receipt + PART)) || Files.exists(folder.resolve(file));
    }

    private List<Path> list(Predicate<String> named) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> named.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StorageException("the folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether a living process is still at work on a file. */
    static boolean isBeingWritten(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                @Nullable FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
