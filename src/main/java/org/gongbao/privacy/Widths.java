package org.gongbao.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters in their widths (全角与半角), and other small reading of text. */
final class Widths {

    /** Full-width forms are the ASCII characters moved by this much. */
    private static final int WIDE = 0xFEE0;

    private Widths() {}

    /** Full-width digits, letters, colons as ASCII, one character for one, so that offsets stay. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '０' && c <= 'ｚ') {
                folded.setCharAt(i, (char) (c - WIDE));
            } else if (c == '＋') {
                folded.setCharAt(i, '+');
            } else if (c > 0x7f && Character.isDigit(c)) {
                folded.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
            }
        }
        return folded.toString();
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00A0' || c == '\u3000';
    }

    static String unblank(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        text.chars().filter(c -> !isBlank((char) c)).forEach(c -> rest.append((char) c));
        return rest.toString();
    }

    /** Where the last match begins, -1 for none. */
    static int last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int last = -1;
        while (matcher.find()) {
            last = matcher.start();
        }
        return last;
    }
}
