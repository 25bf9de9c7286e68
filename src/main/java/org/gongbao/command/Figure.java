package org.gongbao.command;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a bench.
 *
 * @param bench the bench that measured it
 * @param name what was measured
 * @param value the median, or the sum where there is only one
 * @param unit such as {@code ms} or {@code pages/s}; {@code ratio} for a ratio of medians
 * @param low the least of the rounds, null for a single measurement
 * @param high the greatest of the rounds, null for a single measurement
 * @param aim what was aimed at, in words; empty where there is none
 */
record Figure(
        String bench,
        String name,
        double value,
        String unit,
        @Nullable Double low,
        @Nullable Double high,
        String aim) {

    static Figure of(String bench, String name, double value, String unit) {
        return new Figure(bench, name, value, unit, null, null, "");
    }

    /** The median of several measurements with their spread. */
    static Figure of(String bench, String name, Spread spread, String unit) {
        return new Figure(bench, name, spread.median(), unit, spread.low(), spread.high(), "");
    }

    Figure aimedAt(String words) {
        return new Figure(bench, name, value, unit, low, high, words);
    }
}
