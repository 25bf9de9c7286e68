package org.gongbao.recognition;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.ChineseDate;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines (完成时限) in a task's words: {@code 2018年7月10日前}, {@code 2023年底前}, {@code 7月底前}. One without a year takes the
 * document's year, and is left out where that is unknown. A month's end is its last day.
 */
final class Deadlines {

    /** {@code 2023年12月底前}, {@code 7月底前}, {@code 9月30日前}. */
    private static final Pattern MONTH =
            Pattern.compile("(?:((?:19|20)\\d{2})年)?(?<!\\d)(1[0-2]|[1-9])月(?:(\\d{1,2})日|底|末)?[之以]?前");

    /** {@code 2023年底前}, {@code 年底前}. */
    private static final Pattern YEAR = Pattern.compile("(?:((?:19|20)\\d{2})年|(?<!\\d)年)(?:年?底|末)[之以]?前");

    private Deadlines() {}

    static List<LocalDate> in(String text, @Nullable Integer year) {
        List<LocalDate> found = new ArrayList<>();
        Matcher month = MONTH.matcher(text);
        while (month.find()) {
            Integer in = month.group(1) == null ? year : Integer.valueOf(month.group(1));
            if (in != null) {
                YearMonth when = YearMonth.of(in, Integer.parseInt(month.group(2)));
                int day = month.group(3) == null ? when.lengthOfMonth() : Integer.parseInt(month.group(3));
                if (when.isValidDay(day)) {
                    found.add(when.atDay(day));
                }
            }
        }
        Matcher end = YEAR.matcher(text.replace("年年底", "年底"));
        while (end.find()) {
            Integer in = end.group(1) == null ? year : Integer.valueOf(end.group(1));
            if (in != null) {
                found.add(LocalDate.of(in, 12, 31));
            }
        }
        return found.stream().distinct().sorted().toList();
    }

    /** A cell of a column of deadlines needs no 前. */
    static List<LocalDate> inCell(String cell, @Nullable Integer year) {
        List<LocalDate> dates = in(cell, year);
        if (!dates.isEmpty()) {
            return dates;
        }
        List<LocalDate> whole =
                ChineseDate.find(cell).stream().map(ChineseDate::date).toList();
        return whole.isEmpty() ? in(cell.strip() + "前", year) : whole;
    }
}
