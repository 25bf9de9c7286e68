package org.gongbao.extraction;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text: by byte order mark, as strict UTF-8, UTF-16, then GB18030 or Big5, whichever the characters
 * speak for. What a file declares of itself decides only where the bytes leave it open, for it is often wrong.
 *
 * <p>Nothing is lost silently: bytes that fit no encoding become U+FFFD, with a finding.
 */
final class TextDecoder {

    static final Charset GB18030 = Charset.forName("GB18030");
    static final Charset BIG5 = Charset.forName("Big5-HKSCS");

    /** Wide characters beside each undecodable place by which damaged UTF-8 is still known. */
    private static final int SOUND_FOR_ONE_DAMAGED = 4;

    private TextDecoder() {}

    /**
     * The text.
     *
     * @param charset its usual name, such as {@code GB18030}
     * @param undecodable how many replacement characters stand for undecodable bytes
     */
    record Decoded(String text, String charset, int undecodable, List<Finding> findings) {}

    /** @param declared the encoding that the file names, if any */
    static Decoded decode(byte[] bytes, @Nullable String declared) {
        int mark = utf8Mark(bytes);
        Charset wide = mark > 0 ? null : Utf16.charset(bytes);
        if (wide != null) {
            int from = bytes.length >= 2 && (bytes[0] & 0xFF) >= 0xFE && (bytes[1] & 0xFF) >= 0xFE ? 2 : 0;
            return decoded(Utf16.decode(bytes, from, wide), wide);
        }
        String strict = strict(bytes, mark, StandardCharsets.UTF_8);
        if (strict != null && (mark > 0 || !isShortChinese(bytes, strict, declared))) {
            return new Decoded(strict, "UTF-8", 0, List.of());
        }
        Decoded damaged = lenient(bytes, mark, StandardCharsets.UTF_8);
        return mark > 0 || isMostly(damaged) ? damaged : eastAsian(bytes, declared);
    }

    /** Bytes of another encoding form three-byte characters of UTF-8 only by chance; some damage does not make it one. */
    private static boolean isMostly(Decoded utf8) {
        long wide = utf8.text().chars().filter(c -> c >= 0x800 && c != 0xFFFD).count();
        return wide >= SOUND_FOR_ONE_DAMAGED * (long) utf8.undecodable() && wide > 0;
    }

    private static int utf8Mark(byte[] bytes) {
        boolean marked = bytes.length >= 3
                && (bytes[0] & 0xFF) == 0xEF
                && (bytes[1] & 0xFF) == 0xBB
                && (bytes[2] & 0xFF) == 0xBF;
        return marked ? 3 : 0;
    }

    /**
     * A few GBK characters can by chance be well-formed UTF-8, then of two bytes each: Greek, Cyrillic, Hebrew or Arabic
     * letters. Without any Latin letter beside them, or where GBK is declared, they are Chinese.
     */
    private static boolean isShortChinese(byte[] bytes, String utf8, @Nullable String declared) {
        boolean narrow = utf8.chars().allMatch(c -> c < 0x800) && utf8.chars().anyMatch(c -> c >= 0x80);
        if (!narrow || strict(bytes, 0, GB18030) == null) {
            return false;
        }
        return GB18030.equals(family(declared))
                || (utf8.length() < 20 && utf8.chars().noneMatch(TextDecoder::isLatinLetter));
    }

    private static boolean isLatinLetter(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static Decoded eastAsian(byte[] bytes, @Nullable String declared) {
        String gb = strict(bytes, 0, GB18030);
        String big5 = strict(bytes, 0, BIG5);
        if (gb == null && big5 == null) {
            return leastDamaged(bytes, declared);
        }
        if (gb == null || (big5 != null && ChineseCharsets.isBig5(bytes, family(declared)))) {
            return new Decoded(big5 == null ? "" : big5, "Big5", 0, List.of());
        }
        return new Decoded(ChineseCharsets.of2022(gb), "GB18030", 0, List.of());
    }

    /** The family of an encoding by its declared name: gb2312 and gbk are subsets of GB18030. */
    static @Nullable Charset family(@Nullable String declared) {
        String name = declared == null ? "" : declared.toLowerCase(Locale.ROOT);
        if (name.startsWith("gb") || name.contains("936")) {
            return GB18030;
        } else if (name.contains("big5") || name.contains("950")) {
            return BIG5;
        }
        return name.startsWith("utf-8") || name.equals("utf8") ? StandardCharsets.UTF_8 : null;
    }

    private static Decoded leastDamaged(byte[] bytes, @Nullable String declared) {
        Decoded best = lenient(bytes, 0, StandardCharsets.UTF_8);
        for (Charset charset : List.of(GB18030, BIG5)) {
            Decoded other = lenient(bytes, 0, charset);
            int advantage = charset.equals(family(declared)) ? 1 : 0;
            best = other.undecodable() < best.undecodable() + advantage ? other : best;
        }
        return best;
    }

    private static @Nullable String strict(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static Decoded lenient(byte[] bytes, int from, Charset charset) {
        return decoded(
                charset.decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                        .toString(),
                charset);
    }

    private static Decoded decoded(String raw, Charset charset) {
        String text = charset.equals(GB18030) ? ChineseCharsets.of2022(raw) : raw;
        int undecodable = (int) text.chars().filter(c -> c == 0xFFFD).count();
        String name = charset.equals(BIG5) ? "Big5" : charset.name();
        return new Decoded(
                text, name, undecodable, undecodable == 0 ? List.of() : List.of(loss(text, name, undecodable)));
    }

    private static Finding loss(String text, String charset, int count) {
        int first = text.indexOf('\uFFFD');
        String around = text.substring(Math.max(0, first - 15), Math.min(text.length(), first + 16));
        return Finding.warning(
                        "text.undecodable",
                        count + " places hold bytes that are not " + charset
                                + "; each is shown as U+FFFD. Expected text in" + " UTF-8, UTF-16, GB18030 or Big5")
                .quoting(around.strip());
    }
}
