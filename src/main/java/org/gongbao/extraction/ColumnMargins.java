package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the full lines of a column begin and end. A column with few lines, such as the last page of a document, takes the
 * margins of a fuller one; without one, the margins of its page are taken to be even.
 */
final class ColumnMargins {

    private static final int ENOUGH = 6;

    /** Edges nearer than this part of an em belong together. */
    private static final double NEAR = 0.4;

    private final Map<Column, Column> margins = new IdentityHashMap<>();
    private final List<Column> known = new ArrayList<>();
    private final double bodySize;

    ColumnMargins(List<PageText> pages, double bodySize) {
        this.bodySize = bodySize;
        Map<Column, List<TextLine>> columns = new IdentityHashMap<>();
        List<Column> order = new ArrayList<>();
        for (PageText page : pages) {
            for (PageItem item : page.items()) {
                if (item instanceof TextLine line) {
                    columns.computeIfAbsent(line.column(), column -> {
                                order.add(column);
                                return new ArrayList<>();
                            })
                            .add(line);
                }
            }
        }
        for (Column column : order) {
            learn(column, columns.getOrDefault(column, List.of()));
        }
        for (Column column : order) {
            margins.computeIfAbsent(column, this::borrow);
        }
    }

    /** The margins of a column as it was found on its page. */
    Column of(Column column) {
        return margins.getOrDefault(column, column);
    }

    private void learn(Column column, List<TextLine> lines) {
        double[] sizes = lines.stream().mapToDouble(TextLine::size).sorted().toArray();
        double usual = sizes[sizes.length / 2];
        List<TextLine> body = lines.stream()
                .filter(line -> Math.abs(line.size() - usual) < 0.15 * usual)
                .toList();
        if (body.size() < ENOUGH) {
            return;
        }
        double[] lefts =
                body.stream().mapToDouble(line -> line.box().x()).sorted().toArray();
        double[] rights =
                body.stream().mapToDouble(line -> -line.box().right()).sorted().toArray();
        Column learnt = new Column(supported(lefts), -supported(rights), column.pageWidth());
        margins.put(column, learnt);
        if (known.size() < 64) {
            known.add(learnt);
        }
    }

    /** The smallest edge that two lines share and half of the lines do not pass, else the smallest. */
    private double supported(double[] sorted) {
        for (int i = 0; i + 1 < sorted.length && i <= sorted.length / 2; i++) {
            if (sorted[i + 1] - sorted[i] <= NEAR * bodySize) {
                return sorted[i];
            }
        }
        return sorted[0];
    }

    private Column borrow(Column column) {
        for (Column other : known) {
            boolean inside = column.left() >= other.left() - bodySize && column.right() <= other.right() + 2 * bodySize;
            if (inside) {
                return new Column(
                        Math.min(column.left(), other.left()),
                        Math.max(column.right(), other.right()),
                        column.pageWidth());
            }
        }
        boolean atLeft = column.left() < column.pageWidth() / 3;
        double right = atLeft ? Math.max(column.right(), column.pageWidth() - column.left()) : column.right();
        return new Column(column.left(), right, column.pageWidth());
    }
}
