package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a page break did to a table: a row that was split over it (跨页断行) is put together, and a merged cell that goes on
 * below it covers its rows there too.
 */
final class SplitRow {

    /** {@code 12}, {@code 3.}, {@code （二）}, {@code 四、}, {@code 第五条}: the beginning of a row of its own. */
    private static final Pattern LABEL = Pattern.compile(
            "^(?:\\d{1,4}$|\\d{1,3}[.．、)）](?!\\d)|[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|第[一二三四五六七八九十\\d]+[条章节项批]).*",
            Pattern.DOTALL);

    /** The end of a sentence, or of a name in brackets. */
    private static final Pattern ENDED = Pattern.compile(".*[。；！？;!?…][”’）)》]?$", Pattern.DOTALL);

    /** From this length on a cell holds sentences, whose end shows. */
    private static final int SENTENCE = 12;

    private final List<List<Grid.Cell>> upper;

    /** The cell over each column of the last row above: its row and its place there. */
    private final Map<Integer, int[]> last;

    private SplitRow(List<List<Grid.Cell>> upper) {
        this.upper = upper;
        this.last = lastRow(upper);
    }

    /** The rows of both parts; those of the lower one without its repeated header. */
    static List<List<Grid.Cell>> joined(List<List<Grid.Cell>> upper, int header, List<List<Grid.Cell>> lower) {
        List<List<Grid.Cell>> rows = new ArrayList<>(upper);
        List<List<Grid.Cell>> more = new ArrayList<>(lower);
        if (rows.size() > header && !more.isEmpty()) {
            SplitRow split = new SplitRow(rows);
            List<Grid.Cell> first = more.get(0);
            if (split.goesOn(first, header)) {
                split.take(first);
                more.remove(0);
            } else {
                more.set(0, split.covered(first, header));
            }
        }
        rows.addAll(more);
        return rows;
    }

    /** Whether the first row below the break is the rest of the last one above it. */
    private boolean goesOn(List<Grid.Cell> first, int header) {
        int column = 0;
        boolean head = true;
        boolean evidence = false;
        for (Grid.Cell cell : first) {
            Grid.Cell above = above(column);
            String text = cell.text().strip();
            if (first.size() < 2 || above == null || above.columnSpan() != cell.columnSpan()) {
                return false;
            }
            boolean labelled = isLabelled(column, header);
            if (labelled && LABEL.matcher(text).matches() || !text.isEmpty() && text.equals(above.text())) {
                return false;
            }
            head &= text.isEmpty();
            evidence |= labelled && !above.text().isBlank();
            evidence |= text.isEmpty()
                    ? !head && !above.text().isBlank() && isAlwaysFilled(column, header)
                    : isCutOff(above.text(), column, header);
            column += cell.columnSpan();
        }
        return evidence && !head;
    }

    /** A column of numbers, or of texts that begin with one. */
    private boolean isLabelled(int column, int header) {
        List<String> texts = column(column, header);
        return !texts.isEmpty()
                && texts.stream().allMatch(text -> LABEL.matcher(text).matches());
    }

    /** A text that stops within a sentence, or behind a mark that parts items, in a column where the others end theirs. */
    private boolean isCutOff(String text, int column, int header) {
        if (text.matches("(?s).*[、，,（(：:]$")) {
            return true;
        }
        if (text.length() < SENTENCE || ENDED.matcher(text).matches()) {
            return false;
        }
        int ended = 0;
        int open = 0;
        for (String other : column(column, header)) {
            if (other.length() >= SENTENCE) {
                ended += ENDED.matcher(other).matches() ? 1 : 0;
                open++;
            }
        }
        return ended > 0 && ended + 1 >= open;
    }

    /** A column without blanks and merged cells, in which a row of its own would have something. */
    private boolean isAlwaysFilled(int column, int header) {
        List<String> texts = column(column, header);
        return texts.size() == upper.size() - header && texts.stream().noneMatch(String::isBlank);
    }

    /** The texts of the cells that begin in a column, one column wide and one row high. */
    private List<String> column(int column, int header) {
        List<String> texts = new ArrayList<>();
        int[] free = new int[0];
        for (int row = 0; row < upper.size(); row++) {
            int at = 0;
            for (Grid.Cell cell : upper.get(row)) {
                at = next(free, at, row);
                if (at == column && row >= header && cell.rowSpan() == 1) {
                    texts.add(cell.text());
                }
                free = cover(free, at, cell, row);
                at += cell.columnSpan();
            }
        }
        return texts;
    }

    private Grid.@Nullable Cell above(int column) {
        int[] place = last.get(column);
        return place == null ? null : upper.get(place[0]).get(place[1]);
    }

    private void take(List<Grid.Cell> first) {
        int column = 0;
        for (Grid.Cell cell : first) {
            replace(column, cell.text(), cell.rowSpan() - 1);
            column += cell.columnSpan();
        }
    }

    /** A blank cell at the head of the first row below a merged one is the rest of it. */
    private List<Grid.Cell> covered(List<Grid.Cell> first, int header) {
        List<Grid.Cell> rest = new ArrayList<>();
        int column = 0;
        boolean head = true;
        for (Grid.Cell cell : first) {
            Grid.Cell above = above(column);
            boolean goesOn = head
                    && cell.text().isBlank()
                    && above != null
                    && !above.text().isBlank()
                    && above.columnSpan() == cell.columnSpan()
                    && (above.rowSpan() > 1 || cell.rowSpan() > 1 || isAlwaysFilled(column, header))
                    && first.size() > 1;
            if (goesOn) {
                replace(column, "", cell.rowSpan());
            } else {
                head = false;
                rest.add(cell);
            }
            column += cell.columnSpan();
        }
        return rest;
    }

    private void replace(int column, String more, int rowsMore) {
        int[] place = last.get(column);
        if (place == null || more.isBlank() && rowsMore == 0) {
            return;
        }
        List<Grid.Cell> row = new ArrayList<>(upper.get(place[0]));
        Grid.Cell cell = row.get(place[1]);
        StringBuilder text = new StringBuilder(cell.text());
        if (!more.isBlank()) {
            text.append(LineJoin.needsBlank(text, more) ? " " : "").append(more);
        }
        row.set(
                place[1],
                new Grid.Cell(
                        text.toString(),
                        cell.rowSpan() + rowsMore,
                        cell.columnSpan(),
                        cell.page(),
                        cell.box(),
                        cell.confidence()));
        upper.set(place[0], row);
    }

    private static Map<Integer, int[]> lastRow(List<List<Grid.Cell>> rows) {
        Map<Integer, int[]> last = new TreeMap<>();
        int[] free = new int[0];
        for (int row = 0; row < rows.size(); row++) {
            int at = 0;
            for (int i = 0; i < rows.get(row).size(); i++) {
                Grid.Cell cell = rows.get(row).get(i);
                at = next(free, at, row);
                if (row + cell.rowSpan() >= rows.size()) {
                    last.put(at, new int[] {row, i});
                }
                free = cover(free, at, cell, row);
                at += cell.columnSpan();
            }
        }
        return last;
    }

    /** The first column from one on that no cell of an earlier row covers. */
    private static int next(int[] free, int from, int row) {
        int at = from;
        while (at < free.length && free[at] > row) {
            at++;
        }
        return at;
    }

    /** For each column, the first row that nothing covers. */
    private static int[] cover(int[] free, int at, Grid.Cell cell, int row) {
        int[] wider = java.util.Arrays.copyOf(free, Math.max(free.length, at + cell.columnSpan()));
        java.util.Arrays.fill(wider, at, at + cell.columnSpan(), row + cell.rowSpan());
        return wider;
    }
}
