package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cleans the drawn lines of a page and gathers those that touch: each net of lines may be a table. */
final class RulingNet {

    /** Lines nearer than this, in points, are one line; ends nearer than this touch. */
    static final double NEAR = 2.5;

    private static final double SHORTEST = 5;

    /** A row over the whole width of a table without sides, in points. */
    private static final double HIGHEST_ROW = 36;

    /** A page with more lines than this after cleaning is a drawing. */
    private static final int MOST = 3_000;

    final List<Ruling> horizontal = new ArrayList<>();
    final List<Ruling> vertical = new ArrayList<>();

    /** The nets that have lines both ways. */
    static List<RulingNet> of(List<Ruling> rulings) {
        List<Ruling> horizontal = merged(rulings, true);
        List<Ruling> vertical = merged(rulings, false);
        if (horizontal.size() < 2 || vertical.isEmpty() || horizontal.size() + vertical.size() > MOST) {
            return List.of();
        }
        int[] net = new int[horizontal.size() + vertical.size()];
        for (int i = 0; i < net.length; i++) {
            net[i] = i;
        }
        for (int h = 0; h < horizontal.size(); h++) {
            for (int v = 0; v < vertical.size(); v++) {
                if (touch(horizontal.get(h), vertical.get(v))) {
                    net[root(net, h)] = root(net, horizontal.size() + v);
                }
            }
        }
        return gather(horizontal, vertical, net);
    }

    private static List<RulingNet> gather(List<Ruling> horizontal, List<Ruling> vertical, int[] net) {
        RulingNet[] nets = new RulingNet[net.length];
        for (int i = 0; i < net.length; i++) {
            int root = root(net, i);
            RulingNet it = nets[root] == null ? new RulingNet() : nets[root];
            nets[root] = it;
            if (i < horizontal.size()) {
                it.horizontal.add(horizontal.get(i));
            } else {
                it.vertical.add(vertical.get(i - horizontal.size()));
            }
        }
        List<RulingNet> found = new ArrayList<>();
        for (RulingNet it : nets) {
            if (it != null && it.horizontal.size() >= 2 && !it.vertical.isEmpty()) {
                found.add(it);
            }
        }
        return withFullRows(found);
    }

    /**
     * Puts nets together that a row over the whole width parts: a table without sides has no line there. The nets have the
     * same width and columns.
     */
    private static List<RulingNet> withFullRows(List<RulingNet> nets) {
        List<RulingNet> sorted = new ArrayList<>(nets);
        sorted.sort(Comparator.comparingDouble(net -> net.horizontal.get(0).at()));
        List<RulingNet> found = new ArrayList<>();
        for (RulingNet net : sorted) {
            RulingNet before = found.stream()
                    .filter(other -> other.goesOnIn(net))
                    .findFirst()
                    .orElse(null);
            if (before == null) {
                found.add(net);
            } else {
                before.horizontal.addAll(net.horizontal);
                before.vertical.addAll(net.vertical);
            }
        }
        return found;
    }

    private boolean goesOnIn(RulingNet below) {
        double gap = below.horizontal.get(0).at()
                - horizontal.get(horizontal.size() - 1).at();
        return gap > 0
                && gap <= HIGHEST_ROW
                && near(left(), below.left())
                && near(right(), below.right())
                && isOpen()
                && below.isOpen()
                && below.vertical.stream()
                        .allMatch(line -> vertical.stream().anyMatch(other -> near(other.at(), line.at())));
    }

    private boolean isOpen() {
        return vertical.stream().noneMatch(line -> near(line.at(), left()) || near(line.at(), right()));
    }

    private double left() {
        return horizontal.stream().mapToDouble(Ruling::from).min().orElse(0);
    }

    private double right() {
        return horizontal.stream().mapToDouble(Ruling::to).max().orElse(0);
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= NEAR;
    }

    private static int root(int[] net, int i) {
        int at = i;
        while (net[at] != at) {
            net[at] = net[net[at]];
            at = net[at];
        }
        return at;
    }

    private static boolean touch(Ruling h, Ruling v) {
        return h.at() >= v.from() - NEAR
                && h.at() <= v.to() + NEAR
                && v.at() >= h.from() - NEAR
                && v.at() <= h.to() + NEAR;
    }

    /** Lines of one direction; pieces of one line put together, dashes and doubled lines too. */
    private static List<Ruling> merged(List<Ruling> rulings, boolean horizontal) {
        List<Ruling> sorted = new ArrayList<>();
        for (Ruling ruling : rulings) {
            if (ruling.horizontal() == horizontal) {
                sorted.add(ruling);
            }
        }
        sorted.sort(Comparator.comparingDouble(Ruling::at));
        List<Ruling> result = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || sorted.get(i).at() - sorted.get(start).at() > NEAR) {
                mergeLevel(sorted.subList(start, i), horizontal, result);
                start = i;
            }
        }
        return result;
    }

    private static void mergeLevel(List<Ruling> level, boolean horizontal, List<Ruling> result) {
        double at = level.stream().mapToDouble(Ruling::at).average().orElse(0);
        List<Ruling> sorted = new ArrayList<>(level);
        sorted.sort(Comparator.comparingDouble(Ruling::from));
        double from = sorted.get(0).from();
        double to = sorted.get(0).to();
        for (Ruling ruling : sorted) {
            if (ruling.from() > to + NEAR) {
                keep(new Ruling(horizontal, at, from, to), result);
                from = ruling.from();
                to = ruling.to();
            }
            to = Math.max(to, ruling.to());
        }
        keep(new Ruling(horizontal, at, from, to), result);
    }

    private static void keep(Ruling ruling, List<Ruling> result) {
        if (ruling.length() >= SHORTEST) {
            result.add(ruling);
        }
    }
}
