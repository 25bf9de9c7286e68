package org.gongbao.web.desk;

import org.gongbao.web.Refusal;

/** Words that people type: kept as text, within bounds. */
final class Texts {

    /** Most characters of a note or a comment. */
    static final int LONGEST = 4_000;

    private Texts() {}

    /** @throws Refusal where there are too many characters */
    static String limited(String text) {
        return limited(text, LONGEST);
    }

    /** Without blanks at its ends and without controls but line breaks. */
    static String limited(String text, int longest) {
        String plain = text.codePoints()
                .filter(c -> c == '\n' || Character.getType(c) != Character.CONTROL)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (plain.length() > longest) {
            throw Refusal.badRequest("desk.too-long", plain.length(), longest);
        }
        return plain;
    }
}
