package org.gongbao.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that wraps the keys of files in quarantine: {@code keys/quarantine.key}, made when it is first needed, readable by
 * its owner alone, and never beside the files that it opens.
 */
final class QuarantineKey {

    private static final int BYTES = 32;

    private final Path file;
    private final Disk disk;

    QuarantineKey(Path file, Disk disk) {
        this.file = file;
        this.disk = disk;
    }

    /** The key, made where there is none. */
    synchronized SecretKey forSealing() throws IOException {
        if (!Files.exists(file)) {
            make();
        }
        return forOpening();
    }

    /** @throws IOException where there is none */
    SecretKey forOpening() throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("the key " + file + " is not there");
        }
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length == BYTES) {
                return new SecretKeySpec(key, "AES");
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IOException(file + " is no key of " + BYTES + " bytes in Base64");
    }

    private void make() throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path folder = Folders.parent(file);
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "new", ".tmp", ownerOnly(folder));
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer text =
                    StandardCharsets.US_ASCII.encode(Base64.getEncoder().encodeToString(key) + "\n");
            while (text.hasRemaining()) {
                out.write(text);
            }
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        disk.force(folder);
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
