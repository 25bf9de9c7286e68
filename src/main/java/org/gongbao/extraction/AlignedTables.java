package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongbao.record.Box;

/**
 * Finds tables without lines between their columns (无线表, 三线表): lines of text one below the other whose parts stand in the
 * same columns. That alone is not enough, since names and columns of prose stand so too: there must be three lines across,
 * over and below the head and at the foot, or a column of numbers under a head of words.
 */
final class AlignedTables {

    private static final int MOST = 3_000;
    private static final int FEWEST_ROWS = 3;

    /** Lines further apart than this many em do not belong to one table. */
    private static final double APART = 3.2;

    private static final Pattern NUMBER = Pattern.compile("[-－—–+]?[\\d,.，]*\\d[%％‰]?|[-—–]+");

    /** A label before its value, as in {@code 联系人：}. */
    private static final Pattern LABEL = Pattern.compile(".*[：:]");

    private static final int LONGEST_HEAD = 20;

    private final List<Ruling> across;
    private final int page;
    private final ReadingFrame frame;
    private final Set<TextRun> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<PageTable> tables = new ArrayList<>();

    private AlignedTables(List<Ruling> rulings, int page, ReadingFrame frame) {
        across = rulings.stream().filter(Ruling::horizontal).toList();
        this.page = page;
        this.frame = frame;
    }

    /** Takes the runs of such tables out of the list and gives the tables. */
    static List<PageTable> take(List<TextRun> runs, List<Ruling> rulings, int page, ReadingFrame frame) {
        if (runs.size() < 3 * FEWEST_ROWS - 3 || runs.size() > MOST) {
            return List.of();
        }
        AlignedTables aligned = new AlignedTables(rulings, page, frame);
        List<List<TextRun>> block = new ArrayList<>();
        for (List<TextRun> line : lines(runs)) {
            boolean follows = line.size() > 1 && (block.isEmpty() || isNear(block.get(block.size() - 1), line));
            if (!follows) {
                aligned.block(block);
                block.clear();
            }
            if (line.size() > 1) {
                block.add(line);
            }
        }
        aligned.block(block);
        if (!aligned.taken.isEmpty()) {
            runs.removeIf(aligned.taken::contains);
        }
        return aligned.tables;
    }

    private static List<List<TextRun>> lines(List<TextRun> runs) {
        List<TextRun> sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparingDouble(AlignedTables::middle));
        List<List<TextRun>> lines = new ArrayList<>();
        List<TextRun> line = List.of();
        for (TextRun run : sorted) {
            if (line.isEmpty() || middle(run) - middle(line.get(0)) > 0.4 * run.size()) {
                line = new ArrayList<>();
                lines.add(line);
            }
            line.add(run);
        }
        lines.forEach(it -> it.sort(Comparator.comparingDouble(run -> run.box().x())));
        return lines;
    }

    private static double middle(TextRun run) {
        return run.box().y() + run.box().height() / 2;
    }

    private static boolean isNear(List<TextRun> before, List<TextRun> line) {
        return middle(line.get(0)) - middle(before.get(0))
                <= APART * line.get(0).size();
    }

    private void block(List<List<TextRun>> lines) {
        if (lines.size() < FEWEST_ROWS) {
            return;
        }
        List<double[]> columns = AlignedColumns.of(lines);
        if (columns.size() < 2) {
            return;
        }
        List<List<Grid.Cell>> rows = new ArrayList<>();
        for (List<TextRun> line : lines) {
            List<Grid.Cell> row = row(line, columns);
            if (row.isEmpty()) {
                return;
            }
            rows.add(row);
        }
        boolean labels = rows.stream()
                .flatMap(List::stream)
                .anyMatch(cell -> LABEL.matcher(cell.text()).matches());
        boolean told = hasThreeLines(lines) && !isProse(lines, columns) || columns.size() > 2 && hasNumbers(rows);
        if (!labels && told) {
            Box box = lines.stream()
                    .flatMap(List::stream)
                    .map(TextRun::box)
                    .reduce(Box::union)
                    .orElseThrow();
            lines.forEach(taken::addAll);
            tables.add(new PageTable(new Grid(rows, false), page, page, box, AlignedColumns.edges(columns)));
        }
    }

    /** The cells of a line with blank ones where nothing stands; nothing where a part fits in no column. */
    private List<Grid.Cell> row(List<TextRun> line, List<double[]> columns) {
        List<Grid.Cell> row = new ArrayList<>();
        int column = 0;
        for (TextRun run : line) {
            Box box = run.box();
            int from = column;
            while (from < columns.size() && columns.get(from)[1] < box.x()) {
                row.add(Grid.Cell.of(""));
                from++;
            }
            int to = from;
            while (to < columns.size() && columns.get(to)[0] < box.right()) {
                to++;
            }
            if (to == from) {
                return List.of();
            }
            row.add(new Grid.Cell(run.text(), 1, to - from, page, frame.out(box), run.confidence()));
            column = to;
        }
        for (; column < columns.size(); column++) {
            row.add(Grid.Cell.of(""));
        }
        return row;
    }

    private boolean hasThreeLines(List<List<TextRun>> lines) {
        Box box = lines.stream()
                .flatMap(List::stream)
                .map(TextRun::box)
                .reduce(Box::union)
                .orElseThrow();
        double em = lines.get(0).get(0).size();
        double first = middle(lines.get(0).get(0));
        double body = middle(lines.get(Math.min(2, lines.size() - 1)).get(0));
        boolean top = false;
        boolean head = false;
        boolean foot = false;
        for (Ruling line : across) {
            if (line.from() > box.x() + em || line.to() < box.right() - em) {
                continue;
            }
            top |= line.at() < first && line.at() > box.y() - 2 * em;
            head |= line.at() > first && line.at() < body;
            foot |= line.at() > box.bottom() - em / 2 && line.at() < box.bottom() + 2 * em;
        }
        return top && head && foot;
    }

    /** Two columns of text: most parts fill their column. */
    private static boolean isProse(List<List<TextRun>> lines, List<double[]> columns) {
        long full = lines.stream()
                .filter(line -> line.size() == columns.size())
                .filter(line -> {
                    for (int i = 0; i < line.size(); i++) {
                        double width = columns.get(i)[1] - columns.get(i)[0];
                        if (line.get(i).text().length() < 12
                                || line.get(i).box().width() < 0.75 * width) {
                            return false;
                        }
                    }
                    return true;
                })
                .count();
        return full * 2 >= lines.size();
    }

    /** A head of words over a column of numbers. */
    private static boolean hasNumbers(List<List<Grid.Cell>> rows) {
        int columns = rows.get(0).size();
        boolean words = rows.get(0).stream()
                .allMatch(cell -> !cell.text().isBlank()
                        && cell.text().length() <= LONGEST_HEAD
                        && !NUMBER.matcher(cell.text()).matches());
        for (int i = 0; words && i < columns; i++) {
            int at = i;
            if (rows.stream()
                    .skip(1)
                    .allMatch(row -> row.size() == columns
                            && NUMBER.matcher(row.get(at).text()).matches())) {
                return true;
            }
        }
        return false;
    }
}
