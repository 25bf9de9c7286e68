package org.gongbao.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.ChineseNumeral;
import org.gongbao.record.GazetteIssue;
import org.jspecify.annotations.Nullable;

/**
 * The masthead of an issue (刊头): the name of a gazette with the number of an issue next to it.
 *
 * @param name the name and where it stands
 * @param number the words that number the issue, as they stand
 * @param date the day of the issue, where it stands there in Latin letters
 */
record Masthead(
        Series series,
        Seen name,
        GazetteIssue issue,
        String number,
        @Nullable LocalDate date) {

    private static final int NEAR = 5;
    private static final int LONGEST = 90;
    private static final int LONGEST_CHINESE = 60;
    private static final String N = "([\\d" + "一二三四五六七八九十百〇○零]{1,5})";

    /** {@code 2024年第33号}, {@code 二〇二四年第三期}, {@code 2024 年 第 3 期}. */
    private static final Pattern YEAR_AND_ISSUE =
            Pattern.compile("([\\d二一九〇○零八七六五四三]{4})\\s*年?\\s*[,，（(]?\\s*第\\s*" + N + "\\s*[期号]");

    /** {@code （总第1856号）}, {@code 总第 120 期}. */
    private static final Pattern TOTAL = Pattern.compile("总\\s*第?\\s*" + N + "\\s*[期号]");

    /** The masthead that the line begins. */
    static Optional<Masthead> at(Flow flow, Segment line, List<Series> all) {
        boolean chinese = line.text().codePoints().anyMatch(Character::isIdeographic);
        if (line.text().length() > (chinese ? LONGEST_CHINESE : LONGEST)) {
            return Optional.empty();
        }
        for (Series series : all) {
            for (Pattern pattern : series.match().masthead()) {
                Matcher name = pattern.matcher(line.text());
                if (name.find() && (name.start() < 6 || !chinese)) {
                    int group = name.groupCount() > 0 ? 1 : 0;
                    Seen seen =
                            Seen.at(line, name.start(group), name.end(group), name.group(group), "gazette.masthead/1");
                    Optional<Masthead> found = numbered(flow, line.index(), series, seen);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The name that returns at the head of the pages, with the number on the first lines. */
    static Optional<Masthead> ofRunningHead(Flow flow, Series series, Matcher head) {
        if (flow.size() == 0 || head.groupCount() == 0) {
            return Optional.empty();
        }
        Seen seen = Seen.outside(head.group(1), head.group(), "gazette.running-head/1", 0.9);
        return numbered(flow, 0, series, seen);
    }

    private static Optional<Masthead> numbered(Flow flow, int line, Series series, Seen name) {
        return series.issues().isEmpty() ? chinese(flow, line, series, name) : own(flow, line, series, name);
    }

    private static Optional<Masthead> chinese(Flow flow, int line, Series series, Seen name) {
        String near = flow.between(line, Math.min(flow.size() - 1, line + NEAR));
        Matcher issue = YEAR_AND_ISSUE.matcher(near);
        Matcher total = TOTAL.matcher(near);
        boolean numbered = issue.find();
        Integer all = total.find() ? number(total.group(1)) : null;
        if (!numbered && all == null) {
            return Optional.empty();
        }
        Integer year = numbered ? number(issue.group(1)) : null;
        Integer inYear = numbered ? number(issue.group(2)) : null;
        GazetteIssue found = new GazetteIssue(Blanks.remove(name.value()), year, inYear, all);
        return Optional.of(new Masthead(series, name, found, numbered ? issue.group() : total.group(), null));
    }

    /** By the patterns of the series; the number may also stand above the name. */
    private static Optional<Masthead> own(Flow flow, int line, Series series, Seen name) {
        List<Segment> near = flow.segments().subList(Math.max(0, line - 3), Math.min(flow.size(), line + NEAR));
        LocalDate date = near.stream()
                .flatMap(segment -> LatinDate.first(segment.text()).stream())
                .map(LatinDate::date)
                .findFirst()
                .orElse(null);
        for (Pattern pattern : series.issues()) {
            for (Segment segment : near) {
                Matcher number = pattern.matcher(segment.text());
                if (number.find()) {
                    Integer year = group(pattern, number, "year");
                    GazetteIssue issue = new GazetteIssue(
                            name.value().strip(),
                            year != null || date == null ? year : Integer.valueOf(date.getYear()),
                            group(pattern, number, "issue"),
                            group(pattern, number, "total"));
                    return Optional.of(new Masthead(series, name, issue, number.group(), date));
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable Integer group(Pattern pattern, Matcher found, String group) {
        return pattern.pattern().contains("(?<" + group + ">") && found.group(group) != null
                ? number(Objects.requireNonNull(found.group(group)))
                : null;
    }

    private static @Nullable Integer number(String text) {
        OptionalInt value = ChineseNumeral.parse(text);
        return value.isPresent() ? Integer.valueOf(value.getAsInt()) : null;
    }
}
