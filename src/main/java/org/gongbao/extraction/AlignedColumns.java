package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongbao.record.Box;

/** The columns in which the parts of lines stand (对齐列), each as its left and its right end in points. */
final class AlignedColumns {

    /** Least gap between two columns in em; the parts of one line are further apart. */
    private static final double GUTTER = 0.3;

    private AlignedColumns() {}

    /** The stretches that the parts of all lines share, else of the usual ones; none where they run into each other. */
    static List<double[]> of(List<List<TextRun>> lines) {
        int[] counts = lines.stream().mapToInt(List::size).sorted().toArray();
        double gutter = GUTTER * lines.get(0).get(0).size();
        List<double[]> all = stretches(lines, gutter);
        if (all.size() == counts[counts.length - 1]) {
            return all;
        }
        int usual = counts[counts.length / 2];
        List<List<TextRun>> alike =
                lines.stream().filter(line -> line.size() == usual).toList();
        return alike.size() * 3 >= lines.size() * 2 ? inOrder(alike, usual, gutter) : List.of();
    }

    /** The stretch of the first parts, of the second parts and so on: a head may stand at the left, its numbers at the right. */
    private static List<double[]> inOrder(List<List<TextRun>> lines, int count, double gutter) {
        List<double[]> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = i;
            double left = lines.stream()
                    .mapToDouble(line -> line.get(at).box().x())
                    .min()
                    .orElse(0);
            double right = lines.stream()
                    .mapToDouble(line -> line.get(at).box().right())
                    .max()
                    .orElse(0);
            if (i > 0 && left - columns.get(i - 1)[1] < gutter) {
                return List.of();
            }
            columns.add(new double[] {left, right});
        }
        return columns;
    }

    private static List<double[]> stretches(List<List<TextRun>> lines, double gutter) {
        List<Box> boxes = lines.stream()
                .flatMap(List::stream)
                .map(TextRun::box)
                .sorted(Comparator.comparingDouble(Box::x))
                .toList();
        List<double[]> stretches = new ArrayList<>();
        for (Box box : boxes) {
            double[] last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (last == null || box.x() - last[1] >= gutter) {
                stretches.add(new double[] {box.x(), box.right()});
            } else {
                last[1] = Math.max(last[1], box.right());
            }
        }
        return stretches;
    }

    /** The borders of the columns, half way between them. */
    static List<Double> edges(List<double[]> columns) {
        List<Double> edges = new ArrayList<>();
        edges.add(columns.get(0)[0]);
        for (int i = 1; i < columns.size(); i++) {
            edges.add((columns.get(i - 1)[1] + columns.get(i)[0]) / 2);
        }
        edges.add(columns.get(columns.size() - 1)[1]);
        return edges;
    }
}
