package org.gongbao.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The folder of everything that lives. One process owns it, by a lock for its life. */
public final class DataFolder implements AutoCloseable {

    /** The file that is there while a backup is being restored into the folder. */
    public static final String RESTORING = "restoring";

    /** Longer than a look at the lock takes, in nanoseconds. */
    private static final long LOOK = 50_000_000;

    private final Path root;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;

    public DataFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.root);
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + this.root + " cannot be made", e);
        }
    }

    public Path root() {
        return root;
    }

    /** A folder inside, made when it is not there. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + name + " of " + root + " cannot be made", e);
        }
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    /**
     * Nothing may work in a folder that holds half of a backup.
     *
     * @throws IllegalStateException where a restore was interrupted
     */
    public void requireWhole() {
        if (Files.exists(file(RESTORING))) {
            throw new IllegalStateException(
                    "a restore into the data folder " + root + " did not come to its end: run it again");
        }
    }

    /** Takes the folder for this process; false when another process owns it. */
    public synchronized boolean own() {
        if (lock != null) {
            return true;
        }
        try {
            FileChannel opened = lockFile();
            FileLock taken = tryLock(opened);
            if (taken == null) {
                // A guest may just be looking whether the folder is owned.
                LockSupport.parkNanos(LOOK);
                taken = tryLock(opened);
            }
            if (taken == null) {
                opened.close();
                return false;
            }
            channel = opened;
            lock = taken;
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("the lock of " + root + " cannot be taken", e);
        }
    }

    /** Whether any process owns the folder now. */
    public synchronized boolean isOwned() {
        if (lock != null) {
            return true;
        }
        try (FileChannel opened = lockFile();
                @Nullable FileLock taken = tryLock(opened)) {
            return taken == null;
        } catch (IOException e) {
            throw new UncheckedIOException("the lock of " + root + " cannot be looked at", e);
        }
    }

    private FileChannel lockFile() throws IOException {
        return FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (lock != null) {
                lock.release();
            }
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the lock of " + root + " cannot be given back", e);
        } finally {
            lock = null;
            channel = null;
        }
    }
}
