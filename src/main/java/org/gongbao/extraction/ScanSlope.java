package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a scanned page lies askew, by its drawn lines: a line that falls to the right is a stair of runs, each a point lower
 * than the one before.
 */
final class ScanSlope {

    /** A line shorter than this, in points, says too little. */
    private static final double LONG = 60;

    private ScanSlope() {}

    /**
     * Pixels down for each pixel right; 0 where there are no lines.
     *
     * @param runs of a page that was not straightened, from the top down
     * @param scale points for each pixel
     */
    static double of(List<Ruling> runs, double scale) {
        List<List<Ruling>> stairs = new ArrayList<>();
        List<List<Ruling>> open = new ArrayList<>();
        for (Ruling run : runs) {
            open.removeIf(stair -> run.at() - stair.get(stair.size() - 1).at() > 3 * scale);
            List<Ruling> stair = open.stream()
                    .filter(it -> goesOn(it.get(it.size() - 1), run, scale))
                    .findFirst()
                    .orElse(null);
            if (stair == null) {
                stair = new ArrayList<>();
                stairs.add(stair);
                open.add(stair);
            }
            stair.add(run);
        }
        List<List<Ruling>> longest = stairs.stream()
                .filter(stair -> length(stair) >= LONG)
                .sorted(Comparator.comparingDouble(ScanSlope::slope))
                .toList();
        double half = longest.stream().mapToDouble(ScanSlope::length).sum() / 2;
        for (List<Ruling> stair : longest) {
            half -= length(stair);
            if (half <= 0) {
                return slope(stair);
            }
        }
        return 0;
    }

    private static boolean goesOn(Ruling before, Ruling run, double scale) {
        double near = 4 * scale;
        return run.at() > before.at() && run.from() <= before.to() + near && run.to() >= before.from() - near;
    }

    private static double length(List<Ruling> stair) {
        return stair.stream().mapToDouble(Ruling::to).max().orElse(0)
                - stair.stream().mapToDouble(Ruling::from).min().orElse(0);
    }

    /** The line through the middles of the runs, each weighing as much as it is long. */
    private static double slope(List<Ruling> stair) {
        double weight = stair.stream().mapToDouble(Ruling::length).sum();
        double x = stair.stream().mapToDouble(run -> middle(run) * run.length()).sum() / weight;
        double y = stair.stream().mapToDouble(run -> run.at() * run.length()).sum() / weight;
        double both = 0;
        double square = 0;
        for (Ruling run : stair) {
            both += run.length() * (middle(run) - x) * (run.at() - y);
            square += run.length() * (middle(run) - x) * (middle(run) - x);
        }
        double spread = Math.sqrt(square / weight);
        return spread < length(stair) / 20 ? 0 : both / square;
    }

    private static double middle(Ruling run) {
        return (run.from() + run.to()) / 2;
    }
}
