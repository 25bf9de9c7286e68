package org.gongbao.web.site;

import org.jspecify.annotations.Nullable;

/** Text without its blanks, for finding again what was set with other spacing. */
final class Squeezed {

    private Squeezed() {}

    static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder squeezed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                squeezed.append(text.charAt(i));
            }
        }
        return squeezed.toString();
    }

    /** The offset in a text after a number of its characters that are not blank. */
    static int offset(String text, int characters) {
        int seen = 0;
        for (int i = 0; i < text.length(); i++) {
            if (seen == characters) {
                return i;
            }
            if (!isBlank(text.charAt(i))) {
                seen++;
            }
        }
        return text.length();
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
