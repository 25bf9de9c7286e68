package org.gongbao.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder where originals wait until they are settled in OCFL. A file that is being written ends in {@code .part};
 * one that is whole and forced is named {@code SHA256-RECEIPT}, so that no two arrivals share a file.
 */
final class Inbox {

    static final String PART = ".part";

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
            return new Incoming(name, receipt, part, disk.create(part));
        } catch (IOException e) {
            throw new StorageException(name + " cannot be stored in " + folder + ": " + e.getMessage(), e);
        }
    }

    Path file(Arrival arrival) {
        return folder.resolve(arrival.sha256() + "-" + arrival.receipt());
    }

    void remove(Arrival arrival) {
        try {
            Files.deleteIfExists(file(arrival));
        } catch (IOException e) {
            throw new StorageException(file(arrival) + " cannot be removed: " + e.getMessage(), e);
        }
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
        return list(false);
    }

    /** Files being written, or left by a process that ended while writing. */
    List<Path> parts() {
        return list(true);
    }

    private List<Path> list(boolean part) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(PART) == part)
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

    /** A file on its way in. */
    final class Incoming implements AutoCloseable {
        private final String name;
        private final String receipt;
        private final Disk.NewFile file;
        private final MessageDigest digest = Digests.sha256();
        private Path path;
        private long bytes;
        private String sha256 = "";
        private boolean kept;

        private Incoming(String name, String receipt, Path path, Disk.NewFile file) {
            this.name = name;
            this.receipt = receipt;
            this.path = path;
            this.file = file;
        }

        long bytes() {
            return bytes;
        }

        String sha256() {
            return sha256;
        }

        private void fill(InputStream in) {
            byte[] buffer = new byte[1 << 16];
            for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
                write(ByteBuffer.wrap(buffer, 0, read));
            }
            sha256 = Digests.hex(digest.digest());
            try {
                file.force();
            } catch (IOException e) {
                throw notStored(e);
            }
        }

        private int read(InputStream in, byte[] buffer) {
            try {
                return in.read(buffer);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        name + " could not be read to its end (" + bytes + " bytes came): " + e.getMessage(), e);
            }
        }

        private void write(ByteBuffer buffer) {
            try {
                file.write(buffer);
            } catch (IOException e) {
                throw notStored(e);
            }
        }

        /** Gives the forced file the name under which it waits. */
        void rename(Arrival arrival) {
            try {
                path = Files.move(path, file(arrival), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw notStored(e);
            }
        }

        /** From now on closing leaves the file where it is. */
        void keep() {
            kept = true;
        }

        private StorageException notStored(IOException e) {
            return new StorageException(
                    name + " cannot be stored in " + folder + " after " + bytes + " bytes: " + e.getMessage(), e);
        }

        @Override
        public void close() {
            try (file) {
                if (!kept) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException e) {
                // A full or failing disk; what is left has no receipt and is cleared at the next start.
                System.getLogger(Inbox.class.getName())
                        .log(System.Logger.Level.WARNING, "receipt {0}: {1}", receipt, e.getMessage());
            }
        }
    }
}
