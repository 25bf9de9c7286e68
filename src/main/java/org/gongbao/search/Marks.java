package org.gongbao.search;

import java.util.ArrayList;
import java.util.List;
import org.gongbao.search.SearchResult.Passage;
import org.gongbao.search.SearchResult.Piece;

/**
 * The characters that Solr puts around what was found: two of Unicode's noncharacters, which no text may hold, and which are
 * taken out of every text before it is indexed.
 */
final class Marks {

    static final char OPEN = '\uFDD0';
    static final char CLOSE = '\uFDD1';

    /** Characters of a passage that are read at a glance. */
    private static final int GLANCE = 150;

    private static final char FIRST_NONCHARACTER = '\uFDD0';
    private static final char LAST_NONCHARACTER = '\uFDEF';
    private static final String BLANKS = "\n\t\u2029";
    private static final char REPLACEMENT = '\uFFFD';

    private Marks() {}

    /** Text fit for the index: no noncharacters, no control characters, no halves of surrogate pairs. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isHighSurrogate(character)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(character).append(text.charAt(++i));
            } else if (Character.isSurrogate(character)) {
                clean.append(REPLACEMENT);
            } else if (!isNoncharacter(character)) {
                clean.append(isControl(character) ? ' ' : character);
            }
        }
        return clean.toString();
    }

    private static boolean isNoncharacter(char character) {
        return character >= FIRST_NONCHARACTER && character <= LAST_NONCHARACTER || character >= '\uFFFE';
    }

    private static boolean isControl(char character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t';
    }

    /** Splits marked text into pieces. */
    static Passage passage(String marked) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < marked.length(); i++) {
            char character = marked.charAt(i);
            if (character == OPEN || character == CLOSE) {
                add(piece, character == CLOSE, pieces);
            } else if (!isNoncharacter(character)) {
                piece.append(BLANKS.indexOf(character) >= 0 ? ' ' : character);
            }
        }
        add(piece, false, pieces);
        return new Passage(pieces);
    }

    /** The beginning of a passage that is longer than a glance; what was found stays whole. */
    static Passage shortened(Passage passage) {
        List<Piece> pieces = new ArrayList<>();
        int left = GLANCE;
        for (Piece piece : passage.pieces()) {
            if (left > 0) {
                boolean isLong = !piece.marked() && piece.text().length() > left;
                pieces.add(isLong ? new Piece(beginning(piece.text(), left), false) : piece);
            }
            left -= piece.text().length();
        }
        return new Passage(pieces);
    }

    private static String beginning(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private static void add(StringBuilder piece, boolean isMarked, List<Piece> pieces) {
        if (!piece.isEmpty()) {
            pieces.add(new Piece(piece.toString(), isMarked));
            piece.setLength(0);
        }
    }
}
