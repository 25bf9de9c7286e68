package org.gongbao.recognition;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.ChineseNumeral;
import org.gongbao.record.GazetteIssue;
import org.jspecify.annotations.Nullable;

/** The issue of a gazette (公报期号) that a file is or names on its first lines: series, year, number, number over all years. */
final class GazetteStep implements Step {

    private static final int FIRST_LINES = 30;
    private static final String N = "([\\d" + "一二三四五六七八九十百〇○零]{1,5})";

    /** {@code 2024年第33号}, {@code 二〇二四年第三期}, {@code 2024 年 第 3 期}. */
    private static final Pattern YEAR_AND_ISSUE =
            Pattern.compile("([\\d二一九〇○零八七六五四三]{4})\\s*年?\\s*[,，（(]?\\s*第\\s*" + N + "\\s*[期号]");

    /** {@code （总第1856号）}, {@code 总第 120 期}. */
    private static final Pattern TOTAL = Pattern.compile("总\\s*第?\\s*" + N + "\\s*[期号]");

    private final List<Pattern> series;

    GazetteStep(Profiles profiles) {
        series = profiles.gazettes().lines().stream().map(Pattern::compile).toList();
    }

    @Override
    public void apply(Draft draft) {
        Flow flow = draft.flow();
        for (Segment line : flow.segments()) {
            if (line.index() > FIRST_LINES
                    || line.index() > 0
                            && line.index() >= draft.anatomy().body()
                            && draft.title().isPresent()) {
                return;
            }
            Optional<Matcher> name = named(line);
            if (name.isPresent()) {
                String near = flow.between(line.index(), Math.min(flow.size() - 1, line.index() + 5));
                Matcher issue = YEAR_AND_ISSUE.matcher(near);
                Matcher total = TOTAL.matcher(near);
                boolean numbered = issue.find();
                Integer all = total.find() ? number(total.group(1)) : null;
                if (numbered || all != null) {
                    accept(
                            draft,
                            line,
                            name.get(),
                            new GazetteIssue(
                                    Blanks.remove(name.get().group(1)),
                                    numbered ? number(issue.group(1)) : null,
                                    numbered ? number(issue.group(2)) : null,
                                    all));
                    return;
                }
            }
        }
    }

    private Optional<Matcher> named(Segment line) {
        return line.text().length() > 60
                ? Optional.empty()
                : series.stream()
                        .map(pattern -> pattern.matcher(line.text()))
                        .filter(matcher -> matcher.find() && matcher.start() < 6)
                        .findFirst();
    }

    private static void accept(Draft draft, Segment line, Matcher name, GazetteIssue issue) {
        draft.gazette(issue, Seen.at(line, name.start(1), name.end(1), issue.series(), "gazette.masthead/1"));
    }

    private static @Nullable Integer number(String text) {
        OptionalInt value = ChineseNumeral.parse(text);
        return value.isPresent() ? value.getAsInt() : null;
    }
}
