package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongbao.record.Table;

/**
 * Finds the tables of a record in its text, where their cells follow one another. A cell that was filled in from a merged one
 * stands in the text once only, so a cell that does not come next is passed over.
 */
final class TableSheets {

    /** Heads hold no figures but years. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{5}");

    /** Lines within which the next row must begin. */
    private static final int NEXT = 6;

    private final String text;
    private final PrivacyLists lists;
    private int at;

    private TableSheets(String text, PrivacyLists lists) {
        this.text = text;
        this.lists = lists;
    }

    static List<Sheet> in(String text, List<Table> tables, PrivacyLists lists) {
        TableSheets reading = new TableSheets(text, lists);
        List<Sheet> sheets = new ArrayList<>();
        for (Table table : tables) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(table.header());
            rows.addAll(table.rows());
            int head = reading.head(rows);
            if (head >= 0) {
                sheets.add(reading.sheet(rows, head));
            }
        }
        return sheets;
    }

    /** The head is the first row that names persons or their numbers. */
    private int head(List<List<String>> rows) {
        for (int i = 0; i < Math.min(4, rows.size()); i++) {
            if (rows.get(i).stream().noneMatch(cell -> NUMBER.matcher(cell).find())
                    && rows.get(i).stream().map(lists::under).anyMatch(PersonColumns::namesPersons)) {
                return i;
            }
        }
        return -1;
    }

    private Sheet sheet(List<List<String>> rows, int head) {
        int before = at;
        List<Sheet.Cell> first = row(rows.get(head), Integer.MAX_VALUE);
        int start = first.isEmpty() ? at : first.get(0).start();
        List<List<Sheet.Cell>> cells = new ArrayList<>();
        for (List<String> row : rows.subList(head + 1, rows.size())) {
            cells.add(row(row, first.isEmpty() && cells.isEmpty() ? Integer.MAX_VALUE : NEXT));
        }
        return new Sheet(Math.max(before, start), rows.get(head), cells);
    }

    /** The cells of a row from the next line on that begins with one of its cells. */
    private List<Sheet.Cell> row(List<String> row, int lines) {
        int line = at;
        for (int tried = 0; tried < lines && line >= 0 && line < text.length(); tried++) {
            List<Sheet.Cell> cells = cells(row, line);
            long filled =
                    row.stream().filter(cell -> !cell.isBlank()).distinct().count();
            if (!cells.isEmpty() && cells.size() * 2L >= filled) {
                at = cells.get(cells.size() - 1).end();
                return cells;
            }
            int end = text.indexOf('\n', line);
            line = end < 0 ? -1 : end + 1;
        }
        return List.of();
    }

    private List<Sheet.Cell> cells(List<String> row, int line) {
        List<Sheet.Cell> cells = new ArrayList<>();
        int next = line;
        for (int column = 0; column < row.size(); column++) {
            int start = skipBlanks(next);
            int end = endOf(Widths.fold(row.get(column)), start);
            if (end > start) {
                cells.add(new Sheet.Cell(column, start, end));
                next = end;
            }
        }
        return cells;
    }

    private int skipBlanks(int from) {
        int next = from;
        while (next < text.length() && Widths.isBlank(text.charAt(next))) {
            next++;
        }
        return next;
    }

    /** Where the cell ends that stands there, whatever the blanks in it; the start itself where another does. */
    private int endOf(String cell, int start) {
        int next = start;
        for (int i = 0; i < cell.length(); i++) {
            if (Widths.isBlank(cell.charAt(i))) {
                continue;
            }
            while (next < text.length() && next > start && Widths.isBlank(text.charAt(next))) {
                next++;
            }
            if (next >= text.length() || text.charAt(next) != cell.charAt(i)) {
                return start;
            }
            next++;
        }
        return next == text.length() || Widths.isBlank(text.charAt(next)) ? next : start;
    }
}
