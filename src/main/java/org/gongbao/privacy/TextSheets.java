package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds tables in text that knows none (文本表格): a line of heads, then lines parted in the same way, by tabs, strokes or
 * blanks. A line with fewer cells than heads is laid under those heads that its cells fit by their shape.
 */
final class TextSheets {

    private static final List<Pattern> SEPARATORS = List.of(
            Pattern.compile("\t"),
            Pattern.compile("[ \\u00A0\\u3000]*[|｜│┃][ \\u00A0\\u3000]*"),
            Pattern.compile("[ \\u00A0\\u3000]{3,}"),
            Pattern.compile("[ \\u00A0\\u3000]{2,}"),
            Pattern.compile("[ \\u00A0\\u3000]+"));

    /** Longest line that may be heads, and longest head. */
    private static final int HEADS = 300;

    private static final int HEAD = 16;

    /** Lines without cells that a page break may put between rows. */
    private static final int GAP = 2;

    private final String text;
    private final PrivacyLists lists;
    private final CellShapes shapes;

    TextSheets(String text, PrivacyLists lists) {
        this.text = text;
        this.lists = lists;
        this.shapes = new CellShapes(new PersonNames(lists));
    }

    List<Sheet> sheets(List<Sheet> known) {
        List<Sheet> sheets = new ArrayList<>();
        TreeMap<Integer, Integer> places = new TreeMap<>();
        known.forEach(sheet -> places.put(sheet.start(), sheet.end()));
        Sheet open = null;
        Pattern separator = SEPARATORS.get(0);
        int gap = 0;
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            Pattern heads = isIn(places, start) ? null : separatorOfHeads(start, end);
            if (heads != null) {
                separator = heads;
                open = new Sheet(start, words(pieces(separator, start, end)), new ArrayList<>());
                sheets.add(open);
                gap = 0;
            } else if (open != null) {
                List<Sheet.Cell> row = row(open.heads(), pieces(separator, start, end));
                open.rows().add(row);
                gap = row.isEmpty() ? gap + 1 : 0;
                open = gap > GAP ? null : open;
            }
            start = end + 1;
        }
        return sheets;
    }

    private static boolean isIn(TreeMap<Integer, Integer> known, int place) {
        Map.Entry<Integer, Integer> before = known.floorEntry(place + 1);
        return before != null && place <= before.getValue();
    }

    /** How a line of heads is parted, null for any other line. */
    private @Nullable Pattern separatorOfHeads(int start, int end) {
        if (end - start > HEADS || end - start < 4) {
            return null;
        }
        for (int i = 0; i < SEPARATORS.size(); i++) {
            boolean single = i == SEPARATORS.size() - 1;
            List<String> heads = words(pieces(SEPARATORS.get(i), start, end));
            if (heads.size() < (single ? 3 : 2)) {
                continue;
            }
            List<String> kinds = heads.stream()
                    .map(head -> head.length() > HEAD ? "" : lists.under(head))
                    .toList();
            long known = kinds.stream().filter(kind -> !kind.isEmpty()).count();
            boolean isHead = heads.stream().allMatch(head -> head.length() <= HEAD && !head.matches(".*[。；;:].*"))
                    && kinds.stream().anyMatch(PersonColumns::namesPersons)
                    && (single ? known == heads.size() : known * 2 >= heads.size());
            return isHead ? SEPARATORS.get(i) : null;
        }
        return null;
    }

    private List<String> words(List<Sheet.Cell> pieces) {
        return pieces.stream()
                .map(piece -> text.substring(piece.start(), piece.end()).strip())
                .toList();
    }

    /** The pieces of a line between separators; strokes at its ends part nothing. */
    private List<Sheet.Cell> pieces(Pattern separator, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isFrame(text.charAt(start))) {
            start++;
        }
        while (end > start && isFrame(text.charAt(end - 1))) {
            end--;
        }
        List<Sheet.Cell> pieces = new ArrayList<>();
        Matcher matcher = separator.matcher(text).region(start, end);
        int at = start;
        while (matcher.find()) {
            pieces.add(new Sheet.Cell(pieces.size(), at, matcher.start()));
            at = matcher.end();
        }
        if (start < end) {
            pieces.add(new Sheet.Cell(pieces.size(), at, end));
        }
        return pieces;
    }

    private static boolean isFrame(char c) {
        return c == ' ' || c == '\u3000' || c == '|' || c == '｜' || c == '│' || c == '┃';
    }

    private List<Sheet.Cell> row(List<String> heads, List<Sheet.Cell> pieces) {
        if (pieces.size() < 2 || pieces.size() > 2 * heads.size() + 2) {
            return List.of();
        }
        if (pieces.size() == heads.size()) {
            return pieces;
        }
        List<Sheet.Cell> cells = joined(pieces);
        List<Sheet.Cell> row = laid(heads, cells);
        return row.size() * 2 >= cells.size() ? row : List.of();
    }

    /** Two characters parted by the separator are a name that was spread. */
    private List<Sheet.Cell> joined(List<Sheet.Cell> pieces) {
        List<Sheet.Cell> joined = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Sheet.Cell piece = pieces.get(i);
            boolean spread = i + 1 < pieces.size() && isOne(piece) && isOne(pieces.get(i + 1));
            joined.add(spread ? new Sheet.Cell(0, piece.start(), pieces.get(++i).end()) : piece);
        }
        return joined;
    }

    /** The cells under the heads, in order, so that they fit best; heads may stay empty, and cells be left over. */
    private List<Sheet.Cell> laid(List<String> heads, List<Sheet.Cell> cells) {
        int[][] best = new int[cells.size() + 1][heads.size() + 1];
        for (int i = cells.size() - 1; i >= 0; i--) {
            for (int k = heads.size() - 1; k >= 0; k--) {
                int fit = fit(heads.get(k), cells.get(i));
                int taken = fit == 0 ? 0 : fit + best[i + 1][k + 1];
                best[i][k] = Math.max(taken, Math.max(best[i + 1][k], best[i][k + 1]));
            }
        }
        List<Sheet.Cell> row = new ArrayList<>();
        int k = 0;
        for (int i = 0; i < cells.size() && k < heads.size(); ) {
            int fit = fit(heads.get(k), cells.get(i));
            if (fit > 0 && best[i][k] == fit + best[i + 1][k + 1]) {
                row.add(new Sheet.Cell(k++, cells.get(i).start(), cells.get(i).end()));
                i++;
            } else if (best[i][k] == best[i][k + 1]) {
                k++;
            } else {
                i++;
            }
        }
        return row;
    }

    private int fit(String head, Sheet.Cell cell) {
        return shapes.fits(lists.under(head), head, text.substring(cell.start(), cell.end()));
    }

    private boolean isOne(Sheet.Cell piece) {
        return piece.end() - piece.start() == 1 && Character.isIdeographic(text.charAt(piece.start()));
    }
}
