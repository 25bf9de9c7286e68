package org.gongbao.command;

import java.util.List;

/** Measurements of the same thing, in ascending order. The median is the middle one, or the mean of the middle two. */
record Spread(List<Double> values) {

    Spread {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no measurement came, expected at least one");
        }
        values = values.stream().sorted().toList();
    }

    double median() {
        int half = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(half) : (values.get(half - 1) + values.get(half)) / 2;
    }

    double low() {
        return values.get(0);
    }

    double high() {
        return values.get(values.size() - 1);
    }

    /** The least value that a share of all values does not exceed (nearest rank): 0.99 for p99. */
    double percentile(double share) {
        int rank = (int) Math.ceil(share * values.size());
        return values.get(Math.max(0, Math.min(values.size(), rank) - 1));
    }
}
