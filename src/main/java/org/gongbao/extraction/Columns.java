package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.gongbao.record.Box;

/**
 * Finds the columns (分栏) of a page: a gutter that runs between two blocks of prose. What crosses the gutter, such as a
 * title over the whole width, parts the page into bands that are read one after the other.
 */
final class Columns {

    /** Runs beyond this many are a drawing; they are read from top to bottom. */
    private static final int MOST = 3_000;

    private static final int FEWEST_LINES = 4;
    private static final int STEPS = 80;

    private final List<Part> parts = new ArrayList<>();

    /** A column's share of one band, with its bounds. */
    record Part(List<Placed> items, Column column) {}

    private Columns() {}

    /** The parts of the page in reading order. */
    static List<Part> read(List<? extends Placed> items, double pageWidth) {
        Columns columns = new Columns();
        if (!items.isEmpty()) {
            columns.split(new ArrayList<>(items), bounds(items, pageWidth), 0);
        }
        return columns.parts;
    }

    private static Column bounds(List<? extends Placed> items, double pageWidth) {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        for (Placed item : items) {
            left = Math.min(left, item.box().x());
            right = Math.max(right, item.box().right());
        }
        return new Column(left, right, pageWidth);
    }

    private void split(List<Placed> items, Column column, int depth) {
        OptionalDouble gutter = items.size() > MOST || depth > 4 ? OptionalDouble.empty() : gutter(items, column);
        if (gutter.isEmpty()) {
            parts.add(new Part(items, column));
            return;
        }
        double x = gutter.getAsDouble();
        Column left =
                bounds(items.stream().filter(item -> item.box().right() <= x).toList(), 0);
        Column right = bounds(items.stream().filter(item -> item.box().x() >= x).toList(), 0);
        items.sort(Comparator.comparingDouble(item -> item.box().y()));
        List<Placed> band = new ArrayList<>();
        List<Placed> across = new ArrayList<>();
        for (Placed item : items) {
            if (item.box().x() < x && item.box().right() > x) {
                band(band, x, left, right, depth);
                band.clear();
                across.add(item);
            } else {
                if (!across.isEmpty() && !isBeside(item, across)) {
                    parts.add(new Part(List.copyOf(across), column));
                    across.clear();
                }
                (isBeside(item, across) ? across : band).add(item);
            }
        }
        band(band, x, left, right, depth);
        if (!across.isEmpty()) {
            parts.add(new Part(List.copyOf(across), column));
        }
    }

    /** Whether the item stands on the last line that crosses the gutter. */
    private static boolean isBeside(Placed item, List<Placed> across) {
        if (across.isEmpty()) {
            return false;
        }
        Box last = across.get(across.size() - 1).box();
        double middle = item.box().y() + item.box().height() / 2;
        return middle >= last.y() && middle <= last.bottom();
    }

    private void band(List<Placed> band, double x, Column left, Column right, int depth) {
        List<Placed> before = new ArrayList<>();
        List<Placed> after = new ArrayList<>();
        for (Placed item : band) {
            (item.box().right() <= x ? before : after).add(item);
        }
        if (!before.isEmpty()) {
            split(before, left, depth + 1);
        }
        if (!after.isEmpty()) {
            split(after, right, depth + 1);
        }
    }

    /** The x that best parts the items into two blocks of prose. */
    private static OptionalDouble gutter(List<Placed> items, Column column) {
        Box[] boxes = items.stream().map(Placed::box).toArray(Box[]::new);
        double best = 0;
        double at = Double.NaN;
        for (int step = STEPS / 5; step <= STEPS * 4 / 5; step++) {
            double x = column.left() + column.width() * step / STEPS;
            double left = 0;
            double right = 0;
            double crossing = 0;
            for (Box box : boxes) {
                if (box.right() <= x) {
                    left += box.height();
                } else if (box.x() >= x) {
                    right += box.height();
                } else {
                    crossing += box.height();
                }
            }
            double gain = Math.min(left, right) - crossing / 2;
            if (gain > best) {
                best = gain;
                at = x;
            }
        }
        return !Double.isNaN(at) && isGutter(items, at) ? OptionalDouble.of(at) : OptionalDouble.empty();
    }

    private static boolean isGutter(List<Placed> items, double x) {
        List<Box> left = new ArrayList<>();
        List<Box> right = new ArrayList<>();
        for (Placed item : items) {
            if (item.run() == null) {
                continue;
            }
            Box box = item.box();
            if (box.right() <= x) {
                left.add(box);
            } else if (box.x() >= x) {
                right.add(box);
            }
        }
        return isProse(left) && isProse(right);
    }

    /** Prose fills its lines: most are nearly as wide as the widest. */
    private static boolean isProse(List<Box> lines) {
        if (lines.size() < FEWEST_LINES) {
            return false;
        }
        double left = lines.stream().mapToDouble(Box::x).min().orElse(0);
        double right = lines.stream().mapToDouble(Box::right).max().orElse(0);
        double height = lines.stream().mapToDouble(Box::height).average().orElse(0);
        long full = lines.stream()
                .filter(box -> box.width() >= 0.75 * (right - left))
                .count();
        return full * 2 >= lines.size() && right - left >= 6 * height;
    }
}
