package org.gongbao.extraction;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds UTF-16, with and without a byte order mark. */
final class Utf16 {

    private static final int SAMPLE = 8192;

    /** Least share of characters that Chinese documents are made of. */
    private static final double PLAUSIBLE = 0.97;

    private Utf16() {}

    /** The encoding when the bytes are UTF-16, else null. */
    static @Nullable Charset charset(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (first == 0xFF && second == 0xFE) {
            return StandardCharsets.UTF_16LE;
        } else if (first == 0xFE && second == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return bytes.length % 2 == 0 || bytes.length >= SAMPLE ? unmarked(bytes) : null;
    }

    /**
     * Without a mark, line ends, blanks or digits betray it: their zero bytes all stand on one side. Text of nothing but
     * ideographs is also known by where its characters lie.
     */
    private static @Nullable Charset unmarked(byte[] bytes) {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            boolean little = charset.equals(StandardCharsets.UTF_16LE);
            if (plausible(bytes, little)) {
                return charset;
            }
        }
        return null;
    }

    private static boolean plausible(byte[] bytes, boolean little) {
        int units = Math.min(bytes.length, SAMPLE) / 2;
        int good = 0;
        int ascii = 0;
        int marks = 0;
        for (int i = 0; i < units; i++) {
            int high = bytes[2 * i + (little ? 1 : 0)] & 0xFF;
            int low = bytes[2 * i + (little ? 0 : 1)] & 0xFF;
            int c = high << 8 | low;
            ascii += high == 0 && isAscii(low) ? 1 : 0;
            marks += c == 0x3001 || c == 0x3002 || c == 0x3000 || c == 0xFF0C || c == 0xFF1A || c == 0xFF1B ? 1 : 0;
            good += isPlausible(c) ? 1 : 0;
        }
        boolean evidence = ascii * 50 >= units || (ascii + marks) * 20 >= units;
        return units > 0 && evidence && good >= units * PLAUSIBLE;
    }

    private static boolean isAscii(int c) {
        return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\r' || c == '\t';
    }

    private static boolean isPlausible(int c) {
        return isAscii(c)
                || (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x2010 && c <= 0x30FF)
                || (c >= 0xFF01 && c <= 0xFFE5)
                || (c >= 0xA0 && c <= 0x17F)
                || (c >= 0xD800 && c <= 0xDFFF)
                || (c >= 0x3400 && c <= 0x4DBF);
    }

    /**
     * The text, unit by unit: a decoder of Java drops the character after half a surrogate pair. The half, and a byte left
     * over at the end, become U+FFFD.
     */
    static String decode(byte[] bytes, int from, Charset charset) {
        boolean little = charset.equals(StandardCharsets.UTF_16LE);
        StringBuilder text = new StringBuilder((bytes.length - from) / 2 + 1);
        for (int i = from; i + 1 < bytes.length; i += 2) {
            int high = bytes[little ? i + 1 : i] & 0xFF;
            int low = bytes[little ? i : i + 1] & 0xFF;
            text.append((char) (high << 8 | low));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                text.setCharAt(i, '\uFFFD');
            }
        }
        return (bytes.length - from) % 2 == 0
                ? text.toString()
                : text.append('\uFFFD').toString();
    }
}
