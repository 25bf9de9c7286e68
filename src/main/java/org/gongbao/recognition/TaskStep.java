package org.gongbao.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.Table;
import org.gongbao.record.Task;
import org.jspecify.annotations.Nullable;

/** The duties of a document (任务): from task tables, whole or scattered, and from units named in running text. */
final class TaskStep implements Step {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private final Profiles profiles;
    private final Units units;
    private final BodyTasks bodyTasks;
    private final DatedDuties datedDuties;

    TaskStep(Profiles profiles, Agencies agencies) {
        this.profiles = profiles;
        units = new Units(profiles);
        bodyTasks = new BodyTasks(profiles, units);
        datedDuties = new DatedDuties(agencies);
    }

    @Override
    public void apply(Draft draft) {
        List<Task> tasks = new ArrayList<>();
        FlatTaskTable.find(draft).ifPresent(flat -> flat(draft, flat, tasks));
        for (Flow.TablePlace place : draft.flow().tables()) {
            if (TableStep.isData(draft, place)) {
                table(draft, place, tasks);
            }
        }
        bodyTasks.read(draft, tasks);
        datedDuties.read(draft, tasks);
        draft.record().tasks(tasks);
    }

    private void flat(Draft draft, FlatTaskTable flat, List<Task> tasks) {
        TaskColumns columns = flat.columns();
        for (FlatTaskTable.Row row : flat.rows()) {
            Segment first = row.cells().get(columns.text());
            String text = FlatTaskTable.withoutNumber(first.text());
            List<String> names = new ArrayList<>();
            for (int column : columns.units()) {
                if (column < row.cells().size()) {
                    Segment cell = row.cells().get(column);
                    names.addAll(units.split(draft, cell, cell.text()));
                }
            }
            String measure =
                    columns.measure() > 0 && columns.measure() < row.cells().size()
                            ? row.cells().get(columns.measure()).text()
                            : null;
            List<LocalDate> deadlines =
                    new ArrayList<>(Deadlines.in(text, draft.issuedOn().orElse(null)));
            if (columns.deadline() > 0 && columns.deadline() < row.cells().size()) {
                deadlines.addAll(Deadlines.inCell(
                        row.cells().get(columns.deadline()).text(),
                        draft.issuedOn().orElse(null)));
            }
            tasks.add(new Task(
                    row.number(),
                    row.category(),
                    text,
                    names,
                    measure,
                    deadlines.stream().distinct().sorted().toList()));
            draft.claim(
                    "tasks", Seen.whole(first, text, "task.scattered-table/1").withConfidence(0.9));
        }
    }

    private void table(Draft draft, Flow.TablePlace place, List<Task> tasks) {
        Table table = TableStep.table(draft, place);
        TaskColumns columns = TaskColumns.of(table.header(), profiles);
        if (!columns.isTaskTable()) {
            return;
        }
        TableCells cells = new TableCells(draft.flow(), place);
        int index = place.grid().rows().size() - table.rows().size() - 1;
        String category = null;
        for (List<String> row : table.rows()) {
            index++;
            if (row.stream().distinct().count() == 1) {
                category = row.get(0);
                continue;
            }
            String text = row.get(columns.text());
            if (text.isBlank()) {
                continue;
            }
            List<String> names = new ArrayList<>();
            for (int column : columns.units()) {
                names.addAll(units.split(draft, cells.first(index, column), row.get(column)));
            }
            tasks.add(new Task(
                    number(columns, row),
                    columns.category() < 0 ? category : row.get(columns.category()),
                    FlatTaskTable.withoutNumber(text),
                    names.stream().distinct().toList(),
                    columns.measure() < 0 ? null : row.get(columns.measure()),
                    deadlines(columns, row, draft.issuedOn().orElse(null))));
            draft.claim("tasks", cells.seen(index, columns.text(), text, "task.table/1"));
        }
    }

    /** Those that the task itself says, and those of their own column. */
    private static List<LocalDate> deadlines(TaskColumns columns, List<String> row, @Nullable LocalDate issued) {
        List<LocalDate> deadlines = new ArrayList<>(Deadlines.in(row.get(columns.text()), issued));
        if (columns.deadline() >= 0) {
            deadlines.addAll(Deadlines.inCell(row.get(columns.deadline()), issued));
        }
        return deadlines.stream().distinct().sorted().toList();
    }

    private static @Nullable Integer number(TaskColumns columns, List<String> row) {
        String cell = columns.number() < 0 ? row.get(columns.text()) : row.get(columns.number());
        Matcher number = NUMBER.matcher(cell.strip());
        return number.lookingAt() ? Integer.valueOf(number.group()) : null;
    }
}
