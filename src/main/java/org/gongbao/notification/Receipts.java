package org.gongbao.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Numbers of readers' reports: 96 bits that follow from the token of the form, so that a form that is sent twice has one number.
 * Only their digests are kept.
 */
final class Receipts {

    private static final int DIGITS = 24;

    private Receipts() {}

    static String number(String token) {
        return digest("receipt\n" + token).substring(0, DIGITS);
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
