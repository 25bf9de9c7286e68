package org.gongbao.recognition;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongbao.record.ChineseDate;
import org.gongbao.record.ChineseNumeral;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines (完成时限) in a task's words: {@code 2018年7月10日前}, {@code 7月底前}, {@code 年底前}, {@code 第三季度末前},
 * {@code 次年1月31日前}. The end of a month, quarter or year is its last day. One without a year takes the year named before it, else
 * the document's, and is left out where that is unknown. Of what is due again and again ({@code 每月5日前}, {@code 每季度末}) the dates
 * in the document's year behind its own are given. A time from an unknown day ({@code 30日内}) has no date.
 */
final class Deadlines {

    /** {@code 2025年}, {@code 明年}, {@code 每年}; 下一年 and 翌年 are the next. */
    private static final String YEAR = "(?:((?:19|20)\\d{2}|今|本|当|明|次|翌|来|下一|每)年度?)";

    private static final String BEFORE = "[之以]?前";

    /** {@code 2023年12月底前}, {@code 7月底前}, {@code 次年1月31日前}, {@code 每年9月30日前}. */
    private static final Pattern MONTH =
            Pattern.compile(YEAR + "?(?<!\\d)(1[0-2]|0?[1-9])月份?(?:(\\d{1,2})日|底|末|上旬|(中旬)|下旬)?" + BEFORE);

    /** {@code 2023年底前}, {@code 年底前}, {@code 今年年末前}, {@code 年内}; not {@code 三年内}. */
    private static final Pattern END_OF_YEAR =
            Pattern.compile("(?:" + YEAR + "|(?<![\\d一二三四五六七八九十两几多半每])年)(?:年?(?:底|末)(?:" + BEFORE + "|完成)|以?内)");

    /** {@code 上半年}, {@code 2025年上半年前}, {@code 下半年完成}, {@code 每半年末前}. */
    private static final Pattern HALF =
            Pattern.compile(YEAR + "?(上|下|每)半年(?:底|末)?(?:" + BEFORE + "|以?内|完成|(?=[，。；]|$))");

    /** {@code 第三季度末前}, {@code 2025年2季度前}, {@code 一季度内}. */
    private static final Pattern QUARTER = Pattern.compile(YEAR + "?第?([一二三四1-4])季度(?:底|末)?(?:" + BEFORE + "|以?内|完成)");

    /** {@code 每季度首月10日前}, {@code 每季度末}, {@code 每季度末月20日前}, {@code 每季度前}. */
    private static final Pattern EACH_QUARTER = Pattern.compile("每个?季度(?:(首|第一个|末|最后一个)月(?:份的?)?(\\d{1,2})日" + BEFORE
            + "|(?:末|底)(?:" + BEFORE + ")?|结束" + BEFORE + "|" + BEFORE + ")");

    /** {@code 每月5日前}, {@code 每月底前}, {@code 本月底}, {@code 下月10日前}, {@code 月底前}. */
    private static final Pattern SOME_MONTH = Pattern.compile(
            "(?<!\\d)(每个?|本|当|次|下个?|(?<![每本当次下个首一末]))月(?:(\\d{1,2})日" + BEFORE + "|(?:底|末)(?:" + BEFORE + ")?)");

    /** Everything that can be a deadline, for a look at a sentence. */
    static final String WORDS = "(?:"
            + String.join(
                    "|",
                    List.of(
                            plain(MONTH),
                            plain(END_OF_YEAR),
                            plain(HALF),
                            plain(QUARTER),
                            plain(EACH_QUARTER),
                            plain(SOME_MONTH)))
            + ")";

    private final List<LocalDate> found = new ArrayList<>();
    private final @Nullable LocalDate issuedOn;

    private Deadlines(@Nullable LocalDate issuedOn) {
        this.issuedOn = issuedOn;
    }

    /**
     * The dates, in order, each once.
     *
     * @param issuedOn the document's own date, null where it is unknown
     */
    static List<LocalDate> in(String text, @Nullable LocalDate issuedOn) {
        Deadlines deadlines = new Deadlines(issuedOn);
        deadlines.months(MONTH.matcher(text));
        deadlines.ends(END_OF_YEAR.matcher(text));
        deadlines.halves(HALF.matcher(text));
        deadlines.quarters(QUARTER.matcher(text));
        deadlines.eachQuarter(EACH_QUARTER.matcher(text));
        deadlines.someMonths(SOME_MONTH.matcher(text));
        return deadlines.found.stream().distinct().sorted().toList();
    }

    /** A cell of a column of deadlines needs no 前. */
    static List<LocalDate> inCell(String cell, @Nullable LocalDate issuedOn) {
        List<LocalDate> dates = in(cell, issuedOn);
        if (!dates.isEmpty()) {
            return dates;
        }
        List<LocalDate> whole =
                ChineseDate.find(cell).stream().map(ChineseDate::date).toList();
        return whole.isEmpty() ? in(cell.strip() + "前", issuedOn) : whole;
    }

    private void months(Matcher month) {
        String named = null;
        while (month.find()) {
            boolean digits = month.group(1) != null && month.group(1).length() == 4;
            named = digits ? month.group(1) : named;
            String year = month.group(1) == null ? named : month.group(1);
            Integer in = year(year);
            if (in != null) {
                YearMonth when = YearMonth.of(in, Integer.parseInt(month.group(2)));
                int middle = month.group(4) == null ? when.lengthOfMonth() : 20;
                String early = month.group().contains("上旬") ? "10" : month.group(3);
                add(when, early == null ? middle : Integer.parseInt(early), "每".equals(year));
            }
        }
    }

    private void ends(Matcher end) {
        while (end.find()) {
            endOf(end.group(1), 12);
        }
    }

    private void halves(Matcher half) {
        while (half.find()) {
            if (half.group(2).equals("每")) {
                endOf("每", 6);
                endOf("每", 12);
            } else {
                endOf(half.group(1), half.group(2).equals("上") ? 6 : 12);
            }
        }
    }

    private void quarters(Matcher quarter) {
        while (quarter.find()) {
            endOf(quarter.group(1), 3 * ChineseNumeral.parse(quarter.group(2)).orElseThrow());
        }
    }

    private void eachQuarter(Matcher each) {
        while (each.find()) {
            boolean first = each.group(1) != null && each.group(1).matches("首|第一个");
            for (int last = 3; last <= 12; last += 3) {
                recurring(first ? last - 2 : last, each.group(2));
            }
        }
    }

    private void someMonths(Matcher some) {
        while (some.find()) {
            String which = some.group(1);
            if (which.startsWith("每")) {
                IntStream.rangeClosed(1, 12).forEach(month -> recurring(month, some.group(2)));
            } else if (issuedOn != null) {
                boolean next = which.startsWith("次") || which.startsWith("下");
                YearMonth month = YearMonth.from(issuedOn).plusMonths(next ? 1 : 0);
                add(month, day(month, some.group(2)), false);
            }
        }
    }

    private void recurring(int month, @Nullable String day) {
        if (issuedOn != null) {
            YearMonth when = YearMonth.of(issuedOn.getYear(), month);
            add(when, day(when, day), true);
        }
    }

    private static int day(YearMonth month, @Nullable String day) {
        return day == null ? month.lengthOfMonth() : Integer.parseInt(day);
    }

    private void endOf(@Nullable String yearWord, int month) {
        Optional.ofNullable(year(yearWord))
                .map(year -> YearMonth.of(year, Month.of(month)))
                .ifPresent(when -> add(when, when.lengthOfMonth(), "每".equals(yearWord)));
    }

    private void add(YearMonth month, int day, boolean recurring) {
        if (month.isValidDay(day)) {
            LocalDate date = month.atDay(day);
            if (!recurring || issuedOn != null && date.isAfter(issuedOn)) {
                found.add(date);
            }
        }
    }

    /** The year that a word means, the document's without one. */
    private @Nullable Integer year(@Nullable String word) {
        if (word != null && word.length() == 4) {
            return Integer.valueOf(word);
        }
        if (issuedOn == null) {
            return null;
        }
        boolean next = word != null && "明次翌来下一".contains(word);
        return issuedOn.getYear() + (next ? 1 : 0);
    }

    private static String plain(Pattern pattern) {
        return pattern.pattern().replaceAll("(?<!\\\\)\\((?!\\?)", "(?:");
    }
}
