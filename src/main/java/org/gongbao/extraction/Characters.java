package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import org.gongbao.record.Finding;

/**
 * Takes out of a text what no reader can see and no file should hold: control characters, invisible marks that hide or
 * turn text, halves of surrogate pairs. Counts them, so that one finding of each kind tells of it.
 *
 * <p>One object serves one document; it is not safe for use by several threads.
 */
final class Characters {

    private int controls;
    private int invisible;
    private int broken;
    private int replaced;

    Characters() {
        this(0);
    }

    /** @param undecodable how many replacement characters the decoder put in and reported itself */
    Characters(int undecodable) {
        this.replaced = -undecodable;
    }

    /** The text without them. Tabs and line feeds stay. */
    String clean(String text) {
        int i = 0;
        while (i < text.length() && isPlain(text.charAt(i))) {
            i++;
        }
        return i == text.length() ? text : cleaned(text, i);
    }

    private String cleaned(String text, int from) {
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isControl(c)) {
                controls++;
            } else if (isInvisible(c)) {
                invisible++;
            } else if ((c >= 0xD800 && c <= 0xDFFF) || (c & 0xFFFE) == 0xFFFE) {
                broken++;
                clean.append('\uFFFD');
            } else {
                replaced += c == 0xFFFD ? 1 : 0;
                clean.appendCodePoint(c);
            }
        }
        return clean.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= 0x20 && c < 0x7F)
                || c == '\n'
                || c == '\t'
                || (c >= 0xA0 && c < 0xD800 && !isInvisible(c))
                || (c >= 0xE000 && c < 0xFEFF)
                || (c > 0xFEFF && c < 0xFFFD);
    }

    private static boolean isControl(int c) {
        return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
    }

    /** Zero-width blanks and joiners of lines, marks that turn the direction of text, and soft hyphens. */
    private static boolean isInvisible(int c) {
        return c == 0x200B
                || c == 0x200E
                || c == 0x200F
                || c == 0x2060
                || c == 0xFEFF
                || c == 0xAD
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || (c >= 0xE0000 && c <= 0xE007F);
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (controls > 0) {
            findings.add(Finding.warning(
                    "text.control-characters", controls + " control characters were left out; expected text only"));
        }
        if (invisible > 0) {
            findings.add(Finding.info(
                    "text.invisible-characters",
                    invisible + " invisible characters (zero width or turning the direction) were left out"));
        }
        if (broken > 0) {
            findings.add(Finding.warning(
                    "text.broken-characters",
                    broken + " halves of surrogate pairs or noncharacters were replaced by U+FFFD"));
        }
        if (replaced > 0) {
            findings.add(Finding.warning(
                    "text.replacement-characters",
                    "the file holds " + replaced
                            + " replacement characters U+FFFD: something was lost before it came"));
        }
        return findings;
    }
}
