package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.Table;
import org.jspecify.annotations.Nullable;

/**
 * A task table whose cells a source set one below the other (散落的任务表): the heads of its columns on lines of their own, then
 * cell by cell, with rows of categories between. A category that stands twice because the table broke over a page counts
 * once.
 *
 * @param caption the line above the heads
 * @param header the heads of the columns
 * @param rows the tasks in order
 */
record FlatTaskTable(
        @Nullable String caption, List<String> header, TaskColumns columns, List<Row> rows, int from, int to) {

    /** {@code 1.及时发布…}: a task's first cell. */
    private static final Pattern TASK = Pattern.compile("^(\\d{1,3})\\s*[.．、](?!\\d)\\s*(.+)$");

    /** {@code 一、加强政策解读。}: a row with a category. */
    private static final Pattern CATEGORY = Pattern.compile("^[一二三四五六七八九十]{1,3}、[^。]{2,60}。?$");

    /** The cell of a column of numbers. */
    private static final Pattern BARE_NUMBER = Pattern.compile("\\d{1,3}[.．、]?");

    /** A task with the lines of its cells. */
    record Row(@Nullable Integer number, @Nullable String category, List<Segment> cells) {}

    /** The first such table of the document. */
    static Optional<FlatTaskTable> find(Draft draft) {
        Flow flow = draft.flow();
        for (int line = draft.anatomy().body(); line + 2 < flow.size(); line++) {
            List<String> header = heads(flow, line);
            TaskColumns columns = TaskColumns.of(header, draft.profiles());
            if (header.size() >= 2 && columns.isTaskTable()) {
                Optional<FlatTaskTable> table = read(flow, line, header, columns);
                if (table.isPresent()) {
                    return table;
                }
            }
        }
        return Optional.empty();
    }

    /** Short lines, one below the other, up to the first that is a category or a task. */
    private static List<String> heads(Flow flow, int from) {
        List<String> heads = new ArrayList<>();
        for (int line = from; line < flow.size() && heads.size() < 8; line++) {
            Segment segment = flow.segment(line);
            String text = segment.text();
            if (segment.isCell()
                    || text.length() > 14
                    || CATEGORY.matcher(text).matches()
                    || TASK.matcher(text).matches()
                    || BARE_NUMBER.matcher(text).matches()) {
                break;
            }
            heads.add(Blanks.joined(text));
        }
        return heads;
    }

    private static Optional<FlatTaskTable> read(Flow flow, int from, List<String> header, TaskColumns columns) {
        List<Row> rows = new ArrayList<>();
        String category = null;
        List<Segment> cells = new ArrayList<>();
        int line = from + header.size();
        int to = line;
        for (; line < flow.size(); line++) {
            Segment segment = flow.segment(line);
            if (CATEGORY.matcher(segment.text()).matches()) {
                cells = new ArrayList<>();
                category = segment.text();
            } else if (beginsRow(segment, columns)) {
                cells = new ArrayList<>(List.of(segment));
                rows.add(new Row(number(segment), category, cells));
                to = line + 1;
            } else if (!cells.isEmpty() && cells.size() < header.size()) {
                cells.add(segment);
                to = line + 1;
            } else {
                break;
            }
        }
        int least = Math.max(2, columns.text() + 1);
        boolean whole =
                rows.size() > 1 && rows.stream().allMatch(row -> row.cells().size() >= least);
        return whole
                ? Optional.of(new FlatTaskTable(caption(flow, from), header, columns, rows, from, to))
                : Optional.empty();
    }

    /** A row begins with the number of its task, alone where numbers have a column of their own. */
    private static boolean beginsRow(Segment segment, TaskColumns columns) {
        Pattern first = columns.number() == 0 ? BARE_NUMBER : TASK;
        return first.matcher(segment.text()).matches();
    }

    private static Integer number(Segment segment) {
        Matcher task = TASK.matcher(segment.text());
        return Integer.valueOf(task.matches() ? task.group(1) : segment.text().replaceAll("\\D", ""));
    }

    /** The words of a task without its number. */
    static String withoutNumber(String cell) {
        Matcher task = TASK.matcher(cell);
        return task.matches() ? task.group(2) : cell;
    }

    private static @Nullable String caption(Flow flow, int from) {
        return from == 0 ? null : Blanks.joined(flow.segment(from - 1).text());
    }

    /** The same as a table: category first, then the columns. */
    Table table() {
        List<List<String>> filled = new ArrayList<>();
        for (Row row : rows) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < header.size(); column++) {
                cells.add(column < row.cells().size() ? row.cells().get(column).text() : "");
            }
            filled.add(cells);
        }
        return new Table(caption, header, filled, List.of());
    }
}
