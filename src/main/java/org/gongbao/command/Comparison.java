package org.gongbao.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Compares a piece of work with a yardstick in one run. Each round runs yardstick, work, work, yardstick, so that a machine
 * that grows faster or slower favours neither; what counts is the ratio of the medians. Both must be warm before.
 *
 * <p>This is plain timing by the wall clock and by processor time, without a harness that controls the compiler: the work
 * runs in other processes, whose warmth such a harness does not see.
 */
final class Comparison {

    private final List<Cost> yardstick = new ArrayList<>();
    private final List<Cost> work = new ArrayList<>();
    private final List<Cost[]> rounds = new ArrayList<>();

    /** What one run cost. */
    record Cost(double wallSeconds, double cpuSeconds) {

        Cost plus(Cost other) {
            return new Cost(wallSeconds + other.wallSeconds, cpuSeconds + other.cpuSeconds);
        }
    }

    /** Something that takes time. */
    interface Work {
        void run() throws Exception;
    }

    static Cost costOf(Work work) throws Exception {
        CpuTime before = CpuTime.now();
        long start = System.nanoTime();
        work.run();
        double wall = (System.nanoTime() - start) / 1e9;
        return new Cost(wall, CpuTime.now().secondsSince(before));
    }

    /** Adds a round of four runs, in their order. */
    void add(Cost firstYardstick, Cost firstWork, Cost secondWork, Cost secondYardstick) {
        yardstick.addAll(List.of(firstYardstick, secondYardstick));
        work.addAll(List.of(firstWork, secondWork));
        rounds.add(new Cost[] {firstYardstick.plus(secondYardstick), firstWork.plus(secondWork)});
    }

    Spread yardstick(ToDoubleFunction<Cost> what) {
        return new Spread(yardstick.stream().map(what::applyAsDouble).toList());
    }

    Spread work(ToDoubleFunction<Cost> what) {
        return new Spread(work.stream().map(what::applyAsDouble).toList());
    }

    /** Work over yardstick: the ratio of medians, with the least and the greatest ratio of a round. */
    Figure ratio(String bench, String name, ToDoubleFunction<Cost> what) {
        Spread ofRounds = new Spread(rounds.stream()
                .map(round -> what.applyAsDouble(round[1]) / what.applyAsDouble(round[0]))
                .toList());
        double median = work(what).median() / yardstick(what).median();
        return new Figure(bench, name, median, "ratio", ofRounds.low(), ofRounds.high(), "");
    }
}
