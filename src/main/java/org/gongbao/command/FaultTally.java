package org.gongbao.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts what became of damaged files. Safe for use by several threads. */
final class FaultTally {

    private static final int SLOWEST = 5;

    private final Map<FaultOutcome.Kind, Integer> counts = new EnumMap<>(FaultOutcome.Kind.class);
    private final List<Taken> slowest = new ArrayList<>();
    private final List<String> notable = new ArrayList<>();
    private int neighbours;
    private int disturbed;

    /** A file with the time that it took. */
    private record Taken(String name, double seconds, FaultOutcome outcome) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f s: %s (%s)", seconds, name, outcome.kind().words);
        }
    }

    synchronized void add(String name, double seconds, FaultOutcome outcome) {
        counts.merge(outcome.kind(), 1, Integer::sum);
        if (outcome.kind().worthALook()) {
            notable.add(name + ": " + outcome.says());
        }
        slowest.add(new Taken(name, seconds, outcome));
        slowest.sort(Comparator.comparingDouble(Taken::seconds).reversed());
        if (slowest.size() > SLOWEST) {
            slowest.remove(SLOWEST);
        }
    }

    /** A whole document was read between damaged ones. */
    synchronized void neighbour(String name, FaultOutcome before, FaultOutcome now) {
        neighbours++;
        if (!before.equals(now)) {
            disturbed++;
            notable.add("a whole document came out otherwise, " + name + ": " + now.says());
        }
    }

    synchronized int count(FaultOutcome.Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** Damaged files that came to an end. */
    synchronized int files() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int neighbours() {
        return neighbours;
    }

    synchronized int disturbed() {
        return disturbed;
    }

    /** Promises that did not hold. */
    synchronized int broken() {
        return count(FaultOutcome.Kind.BROKEN) + disturbed;
    }

    synchronized double longestSeconds() {
        return slowest.isEmpty() ? 0 : slowest.get(0).seconds();
    }

    /** Files worth a look, and the slowest. */
    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>(notable);
        slowest.forEach(file -> lines.add(file.toString()));
        return lines;
    }
}
