package org.gongbao.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of files as lower-case hexadecimal. */
final class Digests {

    private Digests() {}

    static MessageDigest sha256() {
        return digest("SHA-256");
    }

    static String sha256(Path file) throws IOException {
        return of(file, sha256());
    }

    static String sha256(byte[] bytes) {
        return hex(sha256().digest(bytes));
    }

    /** By the name that OCFL inventories use. */
    static String ofAlgorithm(Path file, String name) throws IOException {
        return switch (name) {
            case "sha512" -> of(file, digest("SHA-512"));
            case "sha256" -> of(file, sha256());
            default -> throw new IOException("digest algorithm is " + name + ", expected sha512 or sha256");
        };
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static String of(Path file, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return hex(digest.digest());
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
    }
}
