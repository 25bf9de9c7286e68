package org.gongbao.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.gongbao.command.Comparison.Cost;
import org.gongbao.command.Comparison.Work;

/**
 * Several ways of doing the same, in turns in one run: each round takes them in their order and then backwards, so that a
 * machine that grows faster or slower favours none. All must be warm before.
 */
final class Contest {

    private final Map<String, Work> ways = new LinkedHashMap<>();
    private final Map<String, List<Cost[]>> costs = new LinkedHashMap<>();

    Contest add(String name, Work work) {
        ways.put(name, work);
        costs.put(name, new ArrayList<>());
        return this;
    }

    boolean has(String name) {
        return ways.containsKey(name);
    }

    /** Runs every way so often that what it runs on is warm. */
    Contest warm(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            for (Work way : ways.values()) {
                way.run();
            }
        }
        return this;
    }

    void round() throws Exception {
        Map<String, Cost> there = new LinkedHashMap<>();
        for (Map.Entry<String, Work> way : ways.entrySet()) {
            there.put(way.getKey(), Comparison.costOf(way.getValue()));
        }
        List<Map.Entry<String, Cost>> backwards = new ArrayList<>(there.entrySet());
        java.util.Collections.reverse(backwards);
        for (Map.Entry<String, Cost> first : backwards) {
            String name = first.getKey();
            Work way = java.util.Objects.requireNonNull(ways.get(name));
            costs(name).add(new Cost[] {first.getValue(), Comparison.costOf(way)});
        }
    }

    private List<Cost[]> costs(String name) {
        return java.util.Objects.requireNonNull(costs.get(name), name);
    }

    /** What a way cost in each of its runs. */
    Spread of(String name, ToDoubleFunction<Cost> what) {
        List<Double> all = new ArrayList<>();
        for (Cost[] round : costs(name)) {
            all.add(what.applyAsDouble(round[0]));
            all.add(what.applyAsDouble(round[1]));
        }
        return new Spread(all);
    }

    /** One way over another: the ratio of medians, with the least and the greatest ratio of a round. */
    Figure ratio(String bench, String title, String name, String over, ToDoubleFunction<Cost> what) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < costs(name).size(); round++) {
            ratios.add(sum(name, round, what) / sum(over, round, what));
        }
        Spread spread = new Spread(ratios);
        double median = of(name, what).median() / of(over, what).median();
        return new Figure(bench, title, median, "ratio", spread.low(), spread.high(), "");
    }

    private double sum(String name, int round, ToDoubleFunction<Cost> what) {
        Cost[] pair = costs(name).get(round);
        return what.applyAsDouble(pair[0]) + what.applyAsDouble(pair[1]);
    }
}
