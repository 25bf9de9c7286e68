package org.gongbao.search;

import org.jspecify.annotations.Nullable;

/**
 * Says in the indexed text itself where each of its sentences begins (句位标记), so that a passage, which is a piece of that text,
 * leads back to its place: before each sentence stands its offset in five digits, written with noncharacters of Unicode, which are
 * no words and which no text may hold.
 */
final class SentencePlaces {

    /** Parts paragraphs; unlike a line break it ends a sentence for who looks for such. */
    private static final char PARAGRAPH = '\u2029';

    private static final char ZERO = '\uFDD2';
    private static final int DIGITS = 5;
    private static final int BASE = 16;

    /** Offsets beyond have more than five digits; such places are not told. */
    private static final int LAST = 0xFFFFF;

    private static final String ENDS = "。！？!?；;";

    private SentencePlaces() {}

    /** @param text without noncharacters */
    static String write(String text) {
        StringBuilder written = new StringBuilder(text.length() + text.length() / DIGITS);
        int point = 0;
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (begins && !Character.isWhitespace(character) && ENDS.indexOf(character) < 0) {
                digits(point, written);
                begins = false;
            }
            boolean isBreak = character == '\n';
            written.append(isBreak ? PARAGRAPH : character);
            begins |= isBreak || ENDS.indexOf(character) >= 0;
            point += Character.isLowSurrogate(character) ? 0 : 1;
        }
        return written.toString();
    }

    private static void digits(int point, StringBuilder written) {
        if (point <= LAST) {
            for (int shift = (DIGITS - 1) * 4; shift >= 0; shift -= 4) {
                written.append((char) (ZERO + (point >> shift) % BASE));
            }
        }
    }

    /** The piece from the sentence on in which the first mark stands. */
    static String fromMarked(String piece) {
        int mark = piece.indexOf(Marks.OPEN);
        int at = mark;
        while (at >= 0 && !isDigit(piece, at)) {
            at--;
        }
        return at < 0 ? piece : piece.substring(Math.max(0, at - DIGITS + 1));
    }

    /** The offset that a piece begins with; null where it begins in a sentence. */
    static @Nullable Integer start(String piece) {
        int point = 0;
        for (int i = 0; i < DIGITS; i++) {
            if (i >= piece.length() || !isDigit(piece, i)) {
                return null;
            }
            point = point * BASE + piece.charAt(i) - ZERO;
        }
        return point;
    }

    static boolean isDigit(char character) {
        return character >= ZERO && character < ZERO + BASE;
    }

    private static boolean isDigit(String piece, int at) {
        return isDigit(piece.charAt(at));
    }
}
