package org.gongbao.record;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as documents write it (日期): {@code 2018年6月22日}, {@code 二〇一八年六月二十二日}, {@code 2018-06-22},
 * {@code 2018.6.22}, with blanks inside and any variant of zero; and the damaged form {@code 2018622}, which lost 年月日.
 *
 * @param start index of the first character in the text that was searched
 * @param end index after the last character
 * @param repaired whether damage had to be repaired
 */
public record ChineseDate(LocalDate date, String raw, int start, int end, boolean repaired) {

    private static final String N = "[" + ChineseNumeral.CHARACTERS + "]";

    private static final String BLANK = "[\\s\\u00a0\\u3000]";

    /** {@code 2018年 6月22日}, {@code 二〇一八年六月二十二日}; the last 日 may be lost at the end of a line. */
    private static final Pattern WRITTEN = Pattern.compile("(" + N + "(?:" + BLANK + "?" + N + "){3})" + BLANK + "*年"
            + BLANK + "*(" + N + "{1,3})" + BLANK + "*月" + BLANK + "*(" + N + "{1,3})" + BLANK + "*([日号]|$)");

    /** {@code 2018-06-22}, {@code 2018.6.22}, {@code 2018/6/22}; a time may be glued behind: {@code 2023-05-1111:09}. */
    private static final Pattern PUNCTUATED =
            Pattern.compile("(?<![\\d.])((?:19|20|１９|２０)[\\d０-９]{2})([-./－．—])([\\d０-９]{1,2})\\2"
                    + "([\\d０-９]{2}(?=[\\d０-９]{2}[:：][\\d０-９]{2})|[\\d０-９]{1,2}(?![\\d０-９]))");

    /** {@code 2018622}, {@code 2018622日}, {@code 2018年622日}: month and day run together. */
    private static final Pattern LOST = Pattern.compile("((?:19|20)\\d{2})(?:(\\d{2,4})日?|年(\\d{3,4})日)");

    /** {@code 20186月22日}: 年 alone is lost. */
    private static final Pattern YEAR_LOST = Pattern.compile("((?:19|20)\\d{2})(\\d{1,2})月(\\d{1,2})日?");

    /** Every undamaged date in the text, in order. */
    public static List<ChineseDate> find(String text) {
        List<ChineseDate> found = new ArrayList<>();
        if (text.indexOf('年') >= 0) {
            collect(WRITTEN.matcher(text), 1, 2, 3, found);
        }
        if (text.contains("19") || text.contains("20") || text.contains("１９") || text.contains("２０")) {
            collect(PUNCTUATED.matcher(text), 1, 3, 4, found);
        }
        found.sort((a, b) -> Integer.compare(a.start, b.start));
        return found;
    }

    /** The date that is the whole text, apart from blanks around it. */
    public static Optional<ChineseDate> parse(String text) {
        String line = text.strip();
        return find(line).stream()
                .filter(date -> date.start == 0 && date.end == line.length())
                .findFirst();
    }

    /** The first undamaged date in the text. */
    public static Optional<ChineseDate> first(String text) {
        return find(text).stream().findFirst();
    }

    /**
     * Reads digits that lost their 年月日. {@code 2018622} can only be 22 June; {@code 2018111} may be 11 January or 1
     * November and is settled by the hint.
     *
     * @param hint a date that the document states elsewhere; an ambiguous reading must equal it
     */
    public static Optional<ChineseDate> repair(String digits, @Nullable LocalDate hint) {
        List<LocalDate> readings = readings(digits);
        Optional<LocalDate> settled = readings.size() == 1
                ? readings.stream().findFirst()
                : readings.stream().filter(date -> date.equals(hint)).findFirst();
        return settled.map(date -> new ChineseDate(date, digits, 0, digits.length(), true));
    }

    /** Every date that a text can mean which lost signs of its own and is nothing but a date; empty for other texts. */
    public static List<LocalDate> readings(String text) {
        String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
        Matcher lost = LOST.matcher(plain);
        if (lost.matches()) {
            String monthAndDay = lost.group(2) == null ? lost.group(3) : lost.group(2);
            return readings(Integer.parseInt(lost.group(1)), monthAndDay);
        }
        Matcher year = YEAR_LOST.matcher(plain);
        return year.matches()
                ? date(
                                Integer.parseInt(year.group(1)),
                                Integer.parseInt(year.group(2)),
                                Integer.parseInt(year.group(3)))
                        .stream()
                        .toList()
                : List.of();
    }

    private static List<LocalDate> readings(int year, String monthAndDay) {
        List<LocalDate> readings = new ArrayList<>();
        for (int split = 1; split < monthAndDay.length() && split <= 2; split++) {
            String month = monthAndDay.substring(0, split);
            String day = monthAndDay.substring(split);
            boolean padded = month.startsWith("0") != day.startsWith("0") && monthAndDay.length() < 4;
            if (day.length() <= 2 && !padded) {
                date(year, Integer.parseInt(month), Integer.parseInt(day)).ifPresent(readings::add);
            }
        }
        return readings;
    }

    private static void collect(Matcher matcher, int year, int month, int day, List<ChineseDate> found) {
        while (matcher.find()) {
            OptionalInt y = ChineseNumeral.parse(matcher.group(year).replaceAll(BLANK, ""));
            OptionalInt m = ChineseNumeral.parse(matcher.group(month));
            OptionalInt d = ChineseNumeral.parse(matcher.group(day));
            if (y.isEmpty() || m.isEmpty() || d.isEmpty()) {
                continue;
            }
            boolean lost = matcher.pattern() == WRITTEN && matcher.group(4).isEmpty();
            date(y.getAsInt(), m.getAsInt(), d.getAsInt())
                    .ifPresent(date ->
                            found.add(new ChineseDate(date, matcher.group(), matcher.start(), matcher.end(), lost)));
        }
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        if (year < 1800 || year > 2199) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
