package org.gongbao.privacy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.publication.PublicPages.TextLine;

/**
 * Finds the lines of pages in the text of a record (文图对齐), one after another and without regard to blanks. Lines that are not
 * in the text, such as running heads, are left out, and so are those that could stand in several places; nothing is guessed.
 */
final class LineAlignment {

    /** Characters ahead within which a line of any length is taken for the next one. */
    private static final int NEAR = 60;

    /** Characters around within which a line is looked for that stands elsewhere: tables and columns in another order. */
    private static final int FAR = 20_000;

    /** Fewer characters than this stand in many places. */
    private static final int TELLING = 6;

    /** A line that is not found is tried in halves down to this many characters: a part of it may have been repaired. */
    private static final int SPLITTABLE = 12;

    private final StringBuilder squeezed = new StringBuilder();
    private final List<Integer> places = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private int cursor;

    LineAlignment(String text) {
        int place = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String seen = squeeze(Character.toString(text.codePointAt(i)));
            squeezed.append(seen);
            for (int each = 0; each < seen.length(); each++) {
                places.add(place);
            }
            place++;
        }
    }

    /** A line and its place in the text. */
    record Found(int page, TextLine line) {}

    /** The lines that were found, in their order on the pages. */
    static List<Found> of(String text, List<PlacedLine> lines) {
        LineAlignment alignment = new LineAlignment(text);
        lines.forEach(alignment::place);
        return alignment.found;
    }

    private static String squeeze(String text) {
        StringBuilder squeezed = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(point -> !Character.isWhitespace(point) && !Character.isSpaceChar(point))
                .forEach(squeezed::appendCodePoint);
        return squeezed.toString();
    }

    private void place(PlacedLine line) {
        String words = squeeze(line.text());
        if (words.isEmpty()) {
            return;
        }
        int at = find(words);
        if (at >= 0) {
            int end = at + words.length();
            found.add(new Found(line.page(), new TextLine(places.get(at), places.get(end - 1) + 1, line.box())));
            return;
        }
        int middle = line.text().length() / 2;
        if (words.length() >= SPLITTABLE) {
            place(line.part(0, middle));
            place(line.part(middle, line.text().length()));
        }
    }

    private int find(String words) {
        int near = in(words, cursor, cursor + NEAR + words.length());
        if (near >= 0) {
            cursor = near + words.length();
            return near;
        }
        if (words.length() < TELLING) {
            return -1;
        }
        int from = Math.max(0, cursor - FAR);
        int far = in(words, from, cursor + FAR);
        if (far < 0 || in(words, far + 1, cursor + FAR) >= 0) {
            return -1;
        }
        cursor = far + words.length();
        return far;
    }

    private int in(String words, int from, int to) {
        int end = Math.min(to, squeezed.length());
        if (from >= end) {
            return -1;
        }
        int at = squeezed.substring(from, end).indexOf(words);
        return at < 0 ? -1 : from + at;
    }
}
