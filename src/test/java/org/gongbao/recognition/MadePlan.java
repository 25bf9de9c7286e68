package org.gongbao.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gongbao.record.Task;
import org.jspecify.annotations.Nullable;

/** An invented plan with 26 tasks in 16 categories (政务公开任务分解表), as the tasks that its records must hold and as a table. */
final class MadePlan {

    /** A task with its units as the table writes them. */
    record Duty(Task task, String units) {}

    /**
     * How the table is drawn up.
     *
     * @param columns what each holds: number, category, text, units, measure, deadline
     * @param heads their words
     * @param categoryRows whether categories are rows over the whole width
     * @param numbered whether the text begins with its number
     */
    record Shape(List<String> columns, List<String> heads, boolean categoryRows, boolean numbered) {

        /** As the plan of a city was published: numbers within the text. */
        static final Shape USUAL =
                new Shape(List.of("text", "units", "measure"), List.of("工作主要任务", "牵头落实单位", "公开方式和要求"), true, true);

        static Shape of(String columns, String heads, boolean categoryRows, boolean numbered) {
            return new Shape(List.of(columns.split(" ")), List.of(heads.split(" ")), categoryRows, numbered);
        }

        boolean hasNumbers() {
            return numbered || columns.contains("number");
        }
    }

    static final String TITLE = "云州市人民政府办公室关于印发云州市2023年政务公开工作方案的通知";
    static final String CAPTION = "云州市2023年政务公开主要任务分解表";

    static final List<String> NOTICE = List.of(
            "云政办字〔2023〕31号",
            TITLE,
            "各县（市、区）人民政府，市政府各部门：",
            "《云州市2023年政务公开工作方案》已经市政府同意，现印发给你们，请认真贯彻落实。",
            "一、各县（市、区）政府、市直各部门应于2023年7月15日前公开本单位实施方案。",
            "二、市政府办公室需在2023年12月10日前通报落实情况。",
            "附件：" + CAPTION,
            "云州市人民政府办公室",
            "2023年5月18日",
            "（此件公开发布）");

    static final List<LocalDate> BODY_DEADLINES = List.of(LocalDate.of(2023, 7, 15), LocalDate.of(2023, 12, 10));

    private MadePlan() {}

    static List<Duty> duties() {
        try (InputStream in = Objects.requireNonNull(MadePlan.class.getResourceAsStream("/forms/plan-tasks.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(MadePlan::duty)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duty duty(String line) {
        String[] cells = line.split("\t");
        List<LocalDate> deadlines = cells.length > 5 ? List.of(LocalDate.parse(cells[5])) : List.of();
        return new Duty(
                new Task(
                        Integer.valueOf(cells[0]),
                        cells[1],
                        cells[2],
                        Arrays.asList(cells[3].split("[、，](?![^（]*）)")),
                        cells[4],
                        deadlines),
                cells[3]);
    }

    /** The tasks as a record must have them where the table has this shape. */
    static List<Task> expected(Shape shape) {
        boolean category = shape.categoryRows() || shape.columns().contains("category");
        boolean measure = shape.columns().contains("measure");
        return duties().stream()
                .map(duty -> new Task(
                        shape.hasNumbers() ? duty.task().number() : null,
                        category ? duty.task().category() : null,
                        duty.task().text(),
                        duty.task().units(),
                        measure ? duty.task().measure() : null,
                        duty.task().deadlines()))
                .toList();
    }

    static MadeTable table(Shape shape) {
        List<List<MadeTable.Cell>> rows = new ArrayList<>();
        rows.add(shape.heads().stream().map(MadeTable.Cell::of).toList());
        List<Duty> duties = duties();
        String before = null;
        for (int i = 0; i < duties.size(); i++) {
            String category = Objects.requireNonNull(duties.get(i).task().category());
            boolean first = !category.equals(before);
            if (first && shape.categoryRows()) {
                rows.add(List.of(
                        MadeTable.Cell.of(category).across(shape.columns().size())));
            }
            rows.add(row(shape, duties, i, first));
            before = category;
        }
        MadeTable table = MadeTable.of(1, rows);
        double whole = shape.columns().stream().mapToDouble(MadePlan::share).sum();
        return new MadeTable(
                table.rows(),
                1,
                shape.columns().stream().map(column -> share(column) / whole).toList());
    }

    private static double share(String column) {
        return switch (column) {
            case "number" -> 0.8;
            case "text" -> 5;
            case "deadline" -> 1.6;
            case "category" -> 1.5;
            default -> 2.6;
        };
    }

    private static List<MadeTable.Cell> row(Shape shape, List<Duty> duties, int index, boolean first) {
        Duty duty = duties.get(index);
        List<MadeTable.Cell> cells = new ArrayList<>();
        for (String column : shape.columns()) {
            if (!column.equals("category")) {
                cells.add(MadeTable.Cell.of(text(shape, duty, column)));
            } else if (first) {
                String category = Objects.requireNonNull(duty.task().category());
                int rows = (int) duties.stream()
                        .filter(other -> category.equals(other.task().category()))
                        .count();
                cells.add(MadeTable.Cell.of(category).down(rows));
            }
        }
        return cells;
    }

    private static String text(Shape shape, Duty duty, String column) {
        Task task = duty.task();
        return switch (column) {
            case "number" -> String.valueOf(task.number());
            case "text" -> (shape.numbered() ? task.number() + "." : "") + task.text();
            case "units" -> duty.units();
            case "measure" -> Objects.requireNonNull(task.measure());
            default -> task.deadlines().isEmpty() ? "长期" : date(task.deadlines().get(0));
        };
    }

    private static String date(@Nullable LocalDate date) {
        return Objects.requireNonNull(date).getYear() + "年" + date.getMonthValue() + "月底前";
    }

    /** The table as a source set it: cell below cell, a category again where the page broke. */
    static List<String> flat(Shape shape) {
        List<String> lines = new ArrayList<>(List.of("附件", CAPTION));
        for (List<MadeTable.Cell> row : table(shape).rows()) {
            row.forEach(cell -> lines.add(cell.text()));
            if (lines.get(lines.size() - 3).startsWith("3.")) {
                lines.add("二、公开重点领域信息。");
            }
        }
        return lines;
    }

    /** The table with the cells of a row on a line, parted by tabs. */
    static List<String> tabbed(Shape shape) {
        List<String> lines = new ArrayList<>(List.of("附件", CAPTION));
        for (List<MadeTable.Cell> row : table(shape).rows()) {
            lines.add(String.join("\t", row.stream().map(MadeTable.Cell::text).toList()));
        }
        return lines;
    }
}
