package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars (条形图) with their numbers, readable without colour and at any width; the page writes the same as a table beside it.
 *
 * @param name of the chart in the page, for identifiers
 */
record BarChart(String name, List<Bar> bars, int height) {

    static final int WIDTH = 320;

    private static final int ROW = 20;
    private static final int TALL_ROW = 36;
    private static final int SHORT_LABEL = 64;
    private static final int NUMBER = 50;

    /** A bar in units of the drawing; its number stands behind its end. */
    record Bar(Counted counted, int left, int top, int width, int baseline) {

        public int end() {
            return left + width + 5;
        }
    }

    /** Bars with short labels before them. */
    static BarChart lines(String name, List<Counted> values) {
        return of(name, values, SHORT_LABEL, ROW);
    }

    /** Bars with labels above them. */
    static BarChart stacked(String name, List<Counted> values) {
        return of(name, values, 0, TALL_ROW);
    }

    private static BarChart of(String name, List<Counted> values, int left, int row) {
        long most = values.stream().mapToLong(Counted::documents).max().orElse(1);
        List<Bar> bars = new ArrayList<>();
        for (Counted value : values) {
            int top = bars.size() * row + row - ROW;
            int width = (int) Math.max(1, (WIDTH - left - NUMBER) * value.documents() / Math.max(1, most));
            bars.add(new Bar(value, left, top + 3, width, left == 0 ? top - 3 : top + 15));
        }
        return new BarChart(name, bars, bars.size() * row);
    }

    /** Whether there is anything to compare. */
    public boolean isWorthIt() {
        return !bars.isEmpty();
    }
}
