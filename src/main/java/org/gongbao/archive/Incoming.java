package org.gongbao.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way into the {@linkplain Inbox inbox}. Apart from it, for it lives as long as one upload: what it has counted
 * and digested, and whether its file is kept when it is closed.
 */
final class Incoming implements AutoCloseable {
    private final Inbox inbox;
    private final String name;
    private final String receipt;
    private final Disk.NewFile file;
    private final MessageDigest digest = Digests.sha256();
    private Path path;
    private @Nullable Path note;
    private long bytes;
    private String sha256 = "";
    private boolean kept;

    Incoming(Inbox inbox, String name, String receipt, Path path, Disk.NewFile file) {
        this.inbox = inbox;
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

    void fill(InputStream in) {
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

    /** Gives the forced file the name under which it waits, and its note. */
    void rename(Arrival arrival) {
        try {
            note = Inbox.note(inbox.file(arrival));
            Files.write(note, ArrivalNote.write(arrival));
            path = Files.move(path, inbox.file(arrival), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw notStored(e);
        }
    }

    /** From now on closing leaves the file where it is. */
    void keep() {
        kept = true;
    }

    private StorageException notStored(IOException e) {
        return inbox.notStored(name, " after " + bytes + " bytes", e);
    }

    @Override
    public void close() {
        try (file) {
            if (!kept) {
                Files.deleteIfExists(path);
                if (note != null) {
                    Files.deleteIfExists(note);
                }
            }
        } catch (IOException e) {
            // A full or failing disk; what is left has no receipt and is cleared at the next start.
            System.getLogger(Incoming.class.getName())
                    .log(System.Logger.Level.WARNING, "receipt {0}: {1}", receipt, e.getMessage());
        }
    }
}
