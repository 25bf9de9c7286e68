package org.gongbao.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The header {@code Repr-Digest} (RFC 9530), by which a reader checks that all of an answer arrived as it was sent. Only for answers
 * with a strong entity tag, which are never compressed on the way: the digest is that of the bytes as they are coded.
 */
public final class ReprDigest {

    public static final String NAME = "Repr-Digest";

    private ReprDigest() {}

    /** Its value for the bytes of an answer. */
    public static String of(byte[] bytes) {
        return value(digest(bytes));
    }

    /** Its value for a file with a SHA-256 in hexadecimal. */
    public static String ofHex(String sha256) {
        return value(HexFormat.of().parseHex(sha256));
    }

    /** The SHA-256 of bytes in hexadecimal. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String value(byte[] digest) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
    }
}
