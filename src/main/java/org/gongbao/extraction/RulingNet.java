package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cleans the drawn lines of a page and gathers those that touch: each net of lines may be a table. */
final class RulingNet {

    /** Lines nearer than this, in points, are one line; ends nearer than this touch. */
    static final double NEAR = 2.5;

    private static final double SHORTEST = 5;

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
        return found;
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
