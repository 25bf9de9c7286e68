package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongbao.record.Box;

/**
 * Finds a table of labels and values without lines, as government sites print it over a document: a label in a narrow
 * first column is broken over two lines ({@code 索引} over {@code 号：}) and its value stands at their middle.
 */
final class LabelTable {

    private static final double NEAR = 2;

    /** Widest label in em. */
    private static final double WIDEST = 8;

    /** Longest label of a value that carries its own, in characters. */
    private static final int LONGEST = 8;

    private static final int MOST = 3_000;

    private final List<TextRun> runs;
    private final List<TextRun> broken = new ArrayList<>();
    private double valuesFrom = Double.MAX_VALUE;

    private LabelTable(List<TextRun> runs) {
        this.runs = runs;
    }

    /** Takes the runs of the first such table out of the list and gives the table. */
    static Optional<PageTable> take(List<TextRun> runs, int page, ReadingFrame frame) {
        LabelTable table = new LabelTable(runs);
        if (runs.size() > MOST || !table.findBrokenLabels()) {
            return Optional.empty();
        }
        return Optional.of(table.read(page, frame));
    }

    private boolean findBrokenLabels() {
        List<TextRun> ends = runs.stream().filter(run -> run.endsWith('：')).toList();
        for (TextRun lower : ends) {
            for (TextRun upper : runs) {
                if (isBrokenLabel(upper, lower)) {
                    TextRun value = valueBeside(upper, lower);
                    if (value != null) {
                        broken.add(upper);
                        broken.add(lower);
                        valuesFrom = Math.min(valuesFrom, value.box().x());
                    }
                }
            }
        }
        return !broken.isEmpty();
    }

    private static boolean isBrokenLabel(TextRun upper, TextRun lower) {
        double em = upper.size();
        double step = lower.box().y() - upper.box().y();
        return Math.abs(upper.box().x() - lower.box().x()) <= NEAR
                && step > 0.9 * em
                && step < 1.8 * em
                && upper.box().width() <= WIDEST * em
                && lower.box().width() <= WIDEST * em
                && !upper.text().contains("：");
    }

    /** The value that stands between the two lines of a label; beside ordinary text nothing does. */
    private @org.jspecify.annotations.Nullable TextRun valueBeside(TextRun upper, TextRun lower) {
        double middle = (upper.box().y() + lower.box().bottom()) / 2;
        double right = Math.max(upper.box().right(), lower.box().right());
        for (TextRun run : runs) {
            double centre = run.box().y() + run.box().height() / 2;
            if (run.box().x() > right && Math.abs(centre - middle) <= 0.3 * upper.size()) {
                return run;
            }
        }
        return null;
    }

    private PageTable read(int page, ReadingFrame frame) {
        double left = broken.get(0).box().x();
        Box region = broken.stream().map(TextRun::box).reduce(Box::union).orElseThrow();
        Set<TextRun> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        List<List<Grid.Cell>> rows = new ArrayList<>();
        Box whole = region;
        List<TextRun> label = new ArrayList<>();
        for (TextRun run : labels(left, region)) {
            label.add(run);
            if (run.text().endsWith("：")) {
                Box rowBox = label.stream().map(TextRun::box).reduce(Box::union).orElseThrow();
                List<TextRun> values = values(rowBox);
                taken.addAll(label);
                taken.addAll(values);
                rows.add(row(label, values, page, frame));
                whole = values.stream().map(TextRun::box).reduce(whole, Box::union);
                label.clear();
            }
        }
        runs.removeIf(taken::contains);
        return new PageTable(new Grid(rows, false), page, page, whole, List.of(left, valuesFrom, whole.right()));
    }

    private List<TextRun> labels(double left, Box region) {
        return runs.stream()
                .filter(run ->
                        Math.abs(run.box().x() - left) <= NEAR && run.box().right() < valuesFrom)
                .filter(run -> run.box().y() >= region.y() - NEAR && run.box().bottom() <= region.bottom() + NEAR)
                .sorted(Comparator.comparingDouble(run -> run.box().y()))
                .toList();
    }

    private List<TextRun> values(Box label) {
        return runs.stream()
                .filter(run -> run.box().x() >= valuesFrom - NEAR)
                .filter(run -> {
                    double centre = run.box().y() + run.box().height() / 2;
                    return centre >= label.y() && centre <= label.bottom();
                })
                .sorted(Comparator.<TextRun>comparingDouble(
                                run -> Math.round(run.box().x() / NEAR))
                        .thenComparingDouble(run -> run.box().y()))
                .toList();
    }

    /** The label, then each stack of value lines; a value that begins with a label of its own becomes two cells. */
    private static List<Grid.Cell> row(List<TextRun> label, List<TextRun> values, int page, ReadingFrame frame) {
        List<Grid.Cell> cells = new ArrayList<>();
        add(cells, label, page, frame);
        List<TextRun> stack = new ArrayList<>();
        for (TextRun value : values) {
            if (!stack.isEmpty()
                    && Math.abs(value.box().x() - stack.get(0).box().x()) > 2 * NEAR) {
                add(cells, stack, page, frame);
                stack.clear();
            }
            stack.add(value);
        }
        add(cells, stack, page, frame);
        return cells;
    }

    private static void add(List<Grid.Cell> cells, List<TextRun> lines, int page, ReadingFrame frame) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()));
        Box box = lines.stream()
                .map(TextRun::box)
                .reduce(Box::union)
                .map(frame::out)
                .orElse(null);
        int colon = text.indexOf("：");
        boolean own = !cells.isEmpty() && colon > 0 && colon < LONGEST && colon + 1 < text.length();
        if (own) {
            cells.add(new Grid.Cell(text.substring(0, colon + 1), 1, 1, page, box, 1));
            text.delete(0, colon + 1);
        }
        cells.add(new Grid.Cell(text.toString().strip(), 1, 1, page, box, 1));
    }
}
