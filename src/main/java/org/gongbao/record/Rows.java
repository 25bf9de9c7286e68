package org.gongbao.record;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cells of the authority file's tables: text, alternatives parted by {@code |}, dates of which month or day may be missing. */
final class Rows {

    private Rows() {}

    static String text(List<String> row, int column) {
        return column < row.size() ? row.get(column).strip() : "";
    }

    static List<String> alternatives(List<String> row, int column) {
        return Arrays.stream(text(row, column).split("\\|"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The last day that a day, a month or a year may mean. */
    static LocalDate lastDay(String text) {
        return switch (text.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(text), 12, 31);
            case 7 -> YearMonth.parse(text).atEndOfMonth();
            default -> LocalDate.parse(text);
        };
    }

    /** A year or a month stands for its first day. */
    static @Nullable LocalDate date(List<String> row, int column) {
        String text = text(row, column);
        return switch (text.length()) {
            case 0 -> null;
            case 4 -> LocalDate.of(Integer.parseInt(text), 1, 1);
            case 7 -> LocalDate.parse(text + "-01");
            default -> LocalDate.parse(text);
        };
    }
}
