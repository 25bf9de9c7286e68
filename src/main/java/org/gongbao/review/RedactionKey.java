package org.gongbao.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret with which a decision is bound to what it was made of (脱敏密钥): digests of short numbers without a secret would
 * be found out by trying all numbers. Without the file no decision fits any longer, and every place waits for one again.
 */
final class RedactionKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    private RedactionKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Opens the key in a file, or makes one, readable by its owner alone. */
    static RedactionKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return new RedactionKey(
                    HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("the key " + file + " of decisions on personal data cannot be used", e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        boolean posix =
                Files.getFileStore(file.toAbsolutePath().resolveSibling(".")).supportsFileAttributeView("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(beside, owner);
        try (var channel = java.nio.channels.FileChannel.open(beside, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.US_ASCII.encode(HexFormat.of().formatHex(fresh)));
            channel.force(true);
        }
        Files.move(beside, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /** The keyed digest of words, in hexadecimal. */
    String digest(String words) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no " + ALGORITHM, e);
        }
    }
}
