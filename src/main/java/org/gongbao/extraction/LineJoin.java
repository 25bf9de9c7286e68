package org.gongbao.extraction;

import java.util.regex.Pattern;

/**
 * What stands between two lines that run together: a blank between words of scripts that part words, as in {@code the
 * Council,⏎having}; nothing beside a Chinese character or sign, after a hyphen or an opening sign, or within a number that
 * a Chinese line parted, as in {@code 增长2.⏎5万元}.
 */
final class LineJoin {

    /** What holds on to what follows it: hyphens, opening signs and the slashes of addresses. */
    private static final String HOLDS_NEXT = "-\u00AD/\\([{<_@#&=";

    /** What holds on to what comes before it. */
    private static final String HOLDS_BEFORE = ")]}>,.;:!?%/";

    /** The quotes that Latin and Chinese share; the sign beyond them tells whose they are. */
    private static final String QUOTES = "\u2018\u2019\u201C\u201D";

    private static final String OPENING_QUOTES = "\u2018\u201C";

    /** A number that may go on, such as {@code 2.} or {@code 20}. */
    private static final Pattern NUMBER_BEGINS = Pattern.compile(".?\\d|\\d[.,:]", Pattern.DOTALL);

    /** How many characters before a number tell whether its line is Chinese. */
    private static final int CONTEXT = 40;

    private LineJoin() {}

    /** Whether a blank belongs between what was written so far and the next line. */
    static boolean needsBlank(CharSequence before, String after) {
        if (before.isEmpty() || after.isEmpty()) {
            return false;
        }
        char last = before.charAt(before.length() - 1);
        char first = after.charAt(0);
        if (isBlank(last) || isBlank(first) || isWide(before, -1) || isWide(after, 1)) {
            return false;
        }
        if (HOLDS_NEXT.indexOf(last) >= 0 || OPENING_QUOTES.indexOf(last) >= 0 || HOLDS_BEFORE.indexOf(first) >= 0) {
            return false;
        }
        boolean number = first >= '0'
                && first <= '9'
                && NUMBER_BEGINS.matcher(end(before, 2)).matches();
        return !number || !(isChinese(end(before, CONTEXT)) || isChinese(after));
    }

    /** Whether the sign at the line's border is wide; for a quote, whether the one beyond it is. */
    private static boolean isWide(CharSequence text, int step) {
        int i = step > 0 ? 0 : text.length() - 1;
        while (i >= 0 && i < text.length() && QUOTES.indexOf(text.charAt(i)) >= 0) {
            i += step;
        }
        return i >= 0 && i < text.length() && TextRun.isWide(text.charAt(i));
    }

    private static CharSequence end(CharSequence text, int length) {
        return text.subSequence(Math.max(0, text.length() - length), text.length());
    }

    private static boolean isChinese(CharSequence text) {
        return text.chars().anyMatch(c -> c >= 0x2E80);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
