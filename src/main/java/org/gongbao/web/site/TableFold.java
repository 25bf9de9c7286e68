package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongbao.record.Table;

/**
 * Finds the lines of the text that are the cells of a table, so that the table can stand in their place. They are taken
 * only where every cell is among them: nothing of the text may be lost.
 */
final class TableFold {

    private TableFold() {}

    /** Lines from {@code start} to before {@code end}. */
    record Span(int start, int end) {}

    /**
     * The lines that a table stands for, from a line on.
     *
     * @param lines squeezed lines of the text
     * @return a span of no lines where the table is not found
     */
    static Span find(Table table, List<String> lines, int from) {
        Set<String> wanted = cells(table);
        Set<String> rows = rows(table);
        if (wanted.size() < 2) {
            return new Span(from, from);
        }
        for (int start = from; start < lines.size(); start++) {
            if (isPart(lines.get(start), wanted, rows)) {
                int end = start;
                StringBuilder seen = new StringBuilder();
                while (end < lines.size() && isPart(lines.get(end), wanted, rows)) {
                    seen.append(lines.get(end++)).append('\n');
                }
                if (holdsAll(seen.toString(), wanted)) {
                    return new Span(start, end);
                }
                start = end;
            }
        }
        return new Span(from, from);
    }

    private static boolean isPart(String line, Set<String> cells, Set<String> rows) {
        return line.isEmpty() || cells.contains(line) || rows.contains(line);
    }

    private static boolean holdsAll(String seen, Set<String> cells) {
        return cells.stream().allMatch(seen::contains);
    }

    private static Set<String> cells(Table table) {
        Set<String> cells = new HashSet<>();
        for (List<String> row : all(table)) {
            for (String cell : row) {
                for (String line : cell.split("\n")) {
                    cells.add(Squeezed.of(line));
                }
            }
        }
        cells.remove("");
        return cells;
    }

    /** Rows as one line each, where merged cells stand once, in every place, or in their first row alone. */
    private static Set<String> rows(Table table) {
        Set<String> rows = new HashSet<>();
        List<String> above = List.of();
        for (List<String> row : all(table)) {
            List<String> squeezed = row.stream().map(Squeezed::of).toList();
            rows.add(String.join("", squeezed));
            rows.add(String.join("", new LinkedHashSet<>(squeezed)));
            rows.add(String.join("", withoutMerged(squeezed, above)));
            above = squeezed;
        }
        return rows;
    }

    /** A row without the cells that reach down from the row above. */
    private static List<String> withoutMerged(List<String> row, List<String> above) {
        List<String> own = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (i >= above.size() || !row.get(i).equals(above.get(i))) {
                own.add(row.get(i));
            }
        }
        return own;
    }

    private static List<List<String>> all(Table table) {
        List<List<String>> all = new ArrayList<>();
        all.add(table.header());
        all.addAll(table.rows());
        return all;
    }
}
