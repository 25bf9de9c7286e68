package org.gongbao.extraction;

import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.List;

/**
 * Judges whether the text of a page can be what its reader sees. Fonts without meaning give private characters; some give
 * rare ideographs for common ones.
 */
final class TextUsability {

    private static final double MOST_GARBAGE = 0.3;
    private static final double MOST_RARE = 0.35;
    private static final int ENOUGH_HAN = 30;

    /** Ideographs of everyday text: level 1 of GB 2312-80 and of Big5, in the order of Unicode from U+4E00. */
    private static final BitSet COMMON = common();

    private TextUsability() {}

    /** Whether the characters are garbage. */
    static boolean isGarbled(List<Glyph> glyphs, int unmapped) {
        int letters = unmapped;
        int garbage = unmapped;
        int han = 0;
        int rare = 0;
        for (Glyph glyph : glyphs) {
            int c = glyph.text.codePointAt(0);
            if (glyph.isBlank()) {
                continue;
            }
            letters++;
            if (isGarbage(c)) {
                garbage++;
            } else if (c >= 0x4E00 && c <= 0x9FFF) {
                han++;
                rare += COMMON.get(c - 0x4E00) ? 0 : 1;
            }
        }
        return garbage > MOST_GARBAGE * letters || han >= ENOUGH_HAN && rare > MOST_RARE * han;
    }

    private static boolean isGarbage(int c) {
        int type = Character.getType(c);
        return c == 0xFFFD
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.CONTROL;
    }

    private static BitSet common() {
        BitSet common = new BitSet(0x5200);
        addLevelOne(common, Charset.forName("GB2312"), 0xB0, 0xD7);
        addLevelOne(common, Charset.forName("Big5"), 0xA4, 0xC6);
        return common;
    }

    private static void addLevelOne(BitSet common, Charset charset, int first, int last) {
        for (int high = first; high <= last; high++) {
            for (int low = 0x40; low <= 0xFE; low++) {
                String text = new String(new byte[] {(byte) high, (byte) low}, charset);
                if (text.length() == 1 && text.charAt(0) >= 0x4E00 && text.charAt(0) <= 0x9FFF) {
                    common.set(text.charAt(0) - 0x4E00);
                }
            }
        }
    }
}
