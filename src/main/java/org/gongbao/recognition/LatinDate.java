package org.gongbao.recognition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A date in words of a language in Latin letters (西文日期): {@code 12 December 2024}, {@code December 12, 2024},
 * {@code 16 de setembro de 2020}.
 *
 * @param start index of its first UTF-16 unit in the line
 * @param end index behind its last
 */
record LatinDate(LocalDate date, int start, int end) {

    private static final Map<String, Integer> MONTHS = months("en", "pt", "es", "fr");

    private static final String MONTH =
            MONTHS.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")"));

    /** {@code 12th day of December, 2024}, {@code 1º de março de 2020}. */
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<![\\d/.])(\\d{1,2})(?:st|nd|rd|th|º|°|er)?\\.?\\s+(?:day\\s+)?(?:(?:of|de|del)\\s+)?" + MONTH
                    + ",?\\s+(?:(?:of|de|del)\\s+)?(\\d{4})(?!\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** {@code December 12, 2024}. */
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?<!\\p{L})" + MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static Map<String, Integer> months(String... languages) {
        Map<String, Integer> months = new TreeMap<>();
        for (String language : languages) {
            for (Month month : Month.values()) {
                months.put(
                        month.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language))
                                .toLowerCase(Locale.ROOT),
                        month.getValue());
            }
        }
        return months;
    }

    /** The first date of the line. */
    static Optional<LatinDate> first(String line) {
        List<LatinDate> found = new ArrayList<>();
        find(DAY_FIRST.matcher(line), 1, 2).ifPresent(found::add);
        find(MONTH_FIRST.matcher(line), 2, 1).ifPresent(found::add);
        return found.stream().min((a, b) -> a.start() - b.start());
    }

    private static Optional<LatinDate> find(Matcher matcher, int day, int month) {
        while (matcher.find()) {
            try {
                LocalDate date = LocalDate.of(
                        Integer.parseInt(matcher.group(3)),
                        MONTHS.getOrDefault(matcher.group(month).toLowerCase(Locale.ROOT), 0),
                        Integer.parseInt(matcher.group(day)));
                return Optional.of(new LatinDate(date, matcher.start(), matcher.end()));
            } catch (DateTimeException e) {
                // 31 of a month of thirty days is no date; another may follow.
            }
        }
        return Optional.empty();
    }
}
