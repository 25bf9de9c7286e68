package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongbao.record.Box;

/**
 * The cells of a ruled table: the grid of all line positions, where cells that no line parts are one merged cell.
 */
final class TableShape {

    private static final int MOST_CELLS = 100_000;

    /** A table whose outer sides are open has the lines across them stand out by at least this much, in points. */
    private static final double OPEN = 8;

    final double[] xs;
    final double[] ys;
    final List<Area> areas = new ArrayList<>();
    private final int[][] owner;

    /** A cell with its place in the grid. */
    record Area(int row, int column, int rowSpan, int columnSpan, Box box) {}

    private TableShape(double[] xs, double[] ys, RulingNet net) {
        this.xs = xs;
        this.ys = ys;
        this.owner = new int[rows()][columns()];
        for (int[] row : owner) {
            Arrays.fill(row, -1);
        }
        boolean[][] right = rightBorders(net);
        boolean[][] below = lowerBorders(net);
        for (int r = 0; r < rows(); r++) {
            for (int c = 0; c < columns(); c++) {
                if (owner[r][c] < 0) {
                    claim(r, c, right, below);
                }
            }
        }
    }

    /** The shape of a net of lines; without cells when it is no table. */
    static TableShape of(RulingNet net) {
        double[] xs = positions(net.vertical);
        double[] ys = positions(net.horizontal);
        int columnLines = xs.length;
        double left = net.horizontal.stream().mapToDouble(Ruling::from).min().orElse(0);
        double right = net.horizontal.stream().mapToDouble(Ruling::to).max().orElse(0);
        if (xs[0] - left > OPEN && standsOut(net, left, xs[0])) {
            xs = with(xs, left, 0);
        }
        if (right - xs[xs.length - 1] > OPEN && standsOut(net, xs[xs.length - 1], right)) {
            xs = with(xs, right, xs.length);
        }
        ys = withOpenEnds(net, ys, columnLines);
        boolean table = xs.length > 2 && ys.length > 1 && (long) xs.length * ys.length <= MOST_CELLS;
        return table ? new TableShape(xs, ys, net) : new TableShape(new double[1], new double[1], net);
    }

    int rows() {
        return ys.length - 1;
    }

    int columns() {
        return xs.length - 1;
    }

    Box box() {
        return new Box(xs[0], ys[0], xs[xs.length - 1] - xs[0], ys[ys.length - 1] - ys[0]);
    }

    /** The index of the cell that holds the point, or -1. */
    int areaAt(double x, double y) {
        int column = slot(xs, x);
        int row = slot(ys, y);
        return column < 0 || row < 0 ? -1 : owner[row][column];
    }

    private static int slot(double[] positions, double value) {
        int at = Arrays.binarySearch(positions, value);
        int slot = at >= 0 ? at : -at - 2;
        return slot >= positions.length - 1 ? -1 : slot;
    }

    /** Most lines across do, or the first and the last: merged cells stop those between. */
    private static boolean standsOut(RulingNet net, double from, double to) {
        List<Ruling> lines = net.horizontal;
        long reaching = lines.stream().filter(line -> reaches(line, from, to)).count();
        return reaching * 2 > lines.size()
                || reaches(lines.get(0), from, to) && reaches(lines.get(lines.size() - 1), from, to);
    }

    private static boolean reaches(Ruling line, double from, double to) {
        return line.from() <= from + RulingNet.NEAR && line.to() >= to - RulingNet.NEAR;
    }

    /** A row that goes on over a page break has no line there: the lines between its columns stand out. */
    private static double[] withOpenEnds(RulingNet net, double[] ys, int columns) {
        double top = net.vertical.stream().mapToDouble(Ruling::from).min().orElse(ys[0]);
        double bottom = net.vertical.stream().mapToDouble(Ruling::to).max().orElse(ys[0]);
        double[] open = ys;
        if (ys[0] - top > OPEN && crossing(net, (top + ys[0]) / 2) * 2 > columns) {
            open = with(open, top, 0);
        }
        double last = ys[ys.length - 1];
        if (bottom - last > OPEN && crossing(net, (last + bottom) / 2) * 2 > columns) {
            open = with(open, bottom, open.length);
        }
        return open;
    }

    private static long crossing(RulingNet net, double y) {
        return net.vertical.stream().filter(line -> covers(line, y)).count();
    }

    private static double[] with(double[] values, double value, int at) {
        double[] more = new double[values.length + 1];
        System.arraycopy(values, 0, more, 0, at);
        more[at] = value;
        System.arraycopy(values, at, more, at + 1, values.length - at);
        return more;
    }

    private static double[] positions(List<Ruling> lines) {
        double[] all = lines.stream().mapToDouble(Ruling::at).sorted().toArray();
        double[] distinct = new double[all.length];
        int count = 0;
        for (double at : all) {
            if (count == 0 || at - distinct[count - 1] > RulingNet.NEAR) {
                distinct[count++] = at;
            }
        }
        return Arrays.copyOf(distinct, count);
    }

    private boolean[][] rightBorders(RulingNet net) {
        boolean[][] border = new boolean[rows()][columns()];
        for (Ruling line : net.vertical) {
            int column = nearest(xs, line.at()) - 1;
            for (int r = 0; column >= 0 && column < columns() && r < rows(); r++) {
                border[r][column] |= covers(line, (ys[r] + ys[r + 1]) / 2);
            }
        }
        return border;
    }

    private boolean[][] lowerBorders(RulingNet net) {
        boolean[][] border = new boolean[rows()][columns()];
        for (Ruling line : net.horizontal) {
            int row = nearest(ys, line.at()) - 1;
            for (int c = 0; row >= 0 && row < rows() && c < columns(); c++) {
                border[row][c] |= covers(line, (xs[c] + xs[c + 1]) / 2);
            }
        }
        return border;
    }

    private static boolean covers(Ruling line, double at) {
        return line.from() <= at && line.to() >= at;
    }

    private static int nearest(double[] positions, double value) {
        int at = Arrays.binarySearch(positions, value);
        if (at >= 0) {
            return at;
        }
        int after = -at - 1;
        if (after == 0) {
            return 0;
        }
        if (after == positions.length || value - positions[after - 1] <= positions[after] - value) {
            return after - 1;
        }
        return after;
    }

    private void claim(int row, int column, boolean[][] right, boolean[][] below) {
        int width = 1;
        while (column + width < columns() && !right[row][column + width - 1] && owner[row][column + width] < 0) {
            width++;
        }
        int height = 1;
        while (row + height < rows() && goesOn(row + height, column, width, right, below)) {
            height++;
        }
        for (int r = row; r < row + height; r++) {
            Arrays.fill(owner[r], column, column + width, areas.size());
        }
        Box box = new Box(xs[column], ys[row], xs[column + width] - xs[column], ys[row + height] - ys[row]);
        areas.add(new Area(row, column, height, width, box));
    }

    private boolean goesOn(int row, int column, int width, boolean[][] right, boolean[][] below) {
        for (int c = column; c < column + width; c++) {
            if (below[row - 1][c] || owner[row][c] >= 0 || c + 1 < column + width && right[row][c]) {
                return false;
            }
        }
        return true;
    }
}
