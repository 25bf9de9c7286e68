package org.gongbao.command;

import java.util.List;
import java.util.Locale;

/** Figures as lines of a table for people. */
final class FigureTable {

    private FigureTable() {}

    static List<String> lines(List<Figure> figures) {
        int names = width(figures.stream().map(FigureTable::name).toList());
        int values = width(figures.stream().map(FigureTable::value).toList());
        return figures.stream()
                .map(figure -> String.format(
                        Locale.ROOT,
                        "%-" + names + "s  %" + values + "s  %-12s%s%s",
                        name(figure),
                        value(figure),
                        figure.unit(),
                        spread(figure),
                        figure.aim().isEmpty() ? "" : "  aim: " + figure.aim()))
                .map(String::stripTrailing)
                .toList();
    }

    private static int width(List<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(1);
    }

    private static String name(Figure figure) {
        return figure.bench() + ": " + figure.name();
    }

    private static String value(Figure figure) {
        return number(figure.value());
    }

    private static String spread(Figure figure) {
        return figure.low() == null || figure.high() == null
                ? ""
                : "[" + number(figure.low()) + " … " + number(figure.high()) + "]";
    }

    private static String number(double value) {
        double size = Math.abs(value);
        String form = size >= 1000 || value == Math.rint(value) ? "%.0f" : size >= 100 ? "%.1f" : "%.3f";
        return String.format(Locale.ROOT, form, value);
    }
}
