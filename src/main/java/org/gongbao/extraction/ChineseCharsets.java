package org.gongbao.extraction;

import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Tells GB18030 from Big5, whose byte pairs overlap almost wholly, and brings GB18030 to its edition of 2022.
 */
final class ChineseCharsets {

    /** By how much the share of frequent characters must differ to decide alone. */
    private static final double CLEAR = 0.15;

    /** Where Java's GB18030 gives private code points, and the characters that GB 18030-2022 maps the same bytes to. */
    private static final int[][] OF_2022 = {
        {0xE78D, 0xFE10}, {0xE78E, 0xFE12}, {0xE78F, 0xFE11}, {0xE790, 0xFE13}, {0xE791, 0xFE14}, {0xE792, 0xFE15},
        {0xE793, 0xFE16}, {0xE794, 0xFE17}, {0xE795, 0xFE18}, {0xE796, 0xFE19}, {0xE7C7, 0x1E3F}, {0xE81E, 0x9FB4},
        {0xE826, 0x9FB5}, {0xE82B, 0x9FB6}, {0xE82C, 0x9FB7}, {0xE832, 0x9FB8}, {0xE843, 0x9FB9}, {0xE854, 0x9FBA},
        {0xE864, 0x9FBB},
    };

    private ChineseCharsets() {}

    /** Whether bytes that are well formed in both are Big5. Where their characters leave it open, a detector decides. */
    static boolean isBig5(byte[] bytes, @Nullable Charset declared) {
        double gb = frequent(bytes, 0xB0, 0xD7, 0xA9, false);
        double big5 = frequent(bytes, 0xA4, 0xC6, 0xA3, true);
        if (Math.abs(gb - big5) >= CLEAR) {
            return big5 > gb;
        }
        if (declared != null) {
            return declared.equals(TextDecoder.BIG5);
        }
        return detector(bytes).startsWith("BIG5");
    }

    /** The share of byte pairs that are frequent characters (level 1 of the set) or its punctuation. */
    private static double frequent(byte[] bytes, int from, int to, int marksTo, boolean lowTrail) {
        int pairs = 0;
        int good = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            if (lead < 0x81) {
                continue;
            }
            int trail = bytes[++i] & 0xFF;
            pairs++;
            boolean inTrail = trail >= 0xA1 || (lowTrail && trail >= 0x40 && trail < 0x7F);
            boolean inLead = (lead >= from && lead <= to) || (lead >= 0xA1 && lead <= marksTo);
            good += inTrail && inLead ? 1 : 0;
        }
        return pairs == 0 ? 0 : (double) good / pairs;
    }

    private static String detector(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, 1 << 16));
        detector.dataEnd();
        String found = detector.getDetectedCharset();
        return found == null ? "" : found.toUpperCase(Locale.ROOT);
    }

    /** Text that Java decoded by an older edition, as the edition of 2022 decodes it. */
    static String of2022(String text) {
        if (text.chars().noneMatch(c -> c >= 0xE78D && c <= 0xE864)) {
            return text;
        }
        String current = text;
        for (int[] pair : OF_2022) {
            current = current.replace((char) pair[0], (char) pair[1]);
        }
        return current;
    }
}
