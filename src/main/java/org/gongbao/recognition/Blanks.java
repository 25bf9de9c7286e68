package org.gongbao.recognition;

/** Blanks as gazettes have them: spaces, ideographic and no-break spaces, zero-width characters. */
final class Blanks {

    /** For use inside a character class. */
    static final String CLASS = "\\s\\u00a0\\u3000\\u2000-\\u200d\\u2060\\ufeff";

    private Blanks() {}

    static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || c == '\u00a0'
                || c == '\u3000'
                || c >= '\u2000' && c <= '\u200d'
                || c == '\u2060'
                || c == '\ufeff';
    }

    /** The text without any blank. */
    static String remove(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    /** The text without blanks at either end. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** A title as one line: blanks go, but one stays between two Latin letters or digits. */
    static String joined(String text) {
        StringBuilder out = new StringBuilder();
        String clean = strip(text);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (!isBlank(c)) {
                out.append(c);
            } else if (isLatin(clean, i - 1) && isLatin(clean, i + 1)) {
                out.append(' ');
            }
        }
        return out.toString();
    }

    private static boolean isLatin(String text, int i) {
        return i >= 0 && i < text.length() && text.charAt(i) < 0x250 && Character.isLetterOrDigit(text.charAt(i));
    }
}
