package org.gongbao.publication;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * The permanent, opaque identifier of a document: 80 random bits as 16 characters of Crockford's base 32 in lower
 * case. Never reused.
 */
public record Uid(String value) implements Comparable<Uid> {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final Pattern FORM = Pattern.compile("[0-9a-hjkmnp-tv-z]{16}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public Uid {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("identifier is " + value + ", expected 16 characters of base 32");
        }
    }

    /** A new identifier. */
    public static Uid mint() {
        byte[] bits = new byte[10];
        RANDOM.nextBytes(bits);
        StringBuilder text = new StringBuilder(16);
        for (int i = 0; i < 16; i++) {
            int bit = i * 5;
            int window = (bits[bit / 8] & 0xff) << 8 | (bit / 8 + 1 < 10 ? bits[bit / 8 + 1] & 0xff : 0);
            text.append(ALPHABET.charAt(window >> (11 - bit % 8) & 31));
        }
        return new Uid(text.toString());
    }

    /** Whether a text has the form of an identifier. */
    public static boolean isUid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(Uid other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
