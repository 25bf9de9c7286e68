package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.Citation;
import org.gongbao.record.DocumentNumberReader;
import org.jspecify.annotations.Nullable;

/**
 * Cited documents (引用文件): titles in 《》 with the number behind them, and bare numbers; how each is cited comes from the
 * words around it. Forms, certificates and short names made for the occasion are no citations.
 */
final class CitationStep implements Step {

    /** {@code （国发〔2018〕22号）}, {@code (GB 50180)} behind a title. */
    private static final Pattern BEHIND =
            Pattern.compile("^[（(]([^（）()]{2,160}(?:[（(][^（）()]{1,10}[)）][^（）()]{0,20})?)[)）]");

    /** A number belongs to the title that it stands as near behind as a date and a body's name are long. */
    private static final int NEAR = 40;

    /** A number of a standard: {@code GB 50180}, {@code GB/T 9704-2012}, {@code DB36/T 1124—2019}. */
    private static final Pattern STANDARD =
            Pattern.compile("(?:GB|GA|DB|JGJ|CJJ|HJ|JT|WS|TSG|CJ)\\d{0,4}(?:/?[TZ])?\\s?[\\d.]+(?:[-—－]\\d{4})?");

    /** {@code 国务院批转国家某委关于…的报告}: a forwarded document named without 《》, as old documents do. */
    private static final Pattern FORWARDED = Pattern.compile(
            "(?:国务院|国务院办公厅|中共中央|中共中央、国务院|中共中央办公厅|[\\p{IsHan}]{2,8}人民政府(?:办公[厅室])?)(?:批转|转发)[\\p{IsHan}、]{2,20}关于[^，。；《》]{4,60}?(?:报告|通知|意见|请示)(?![\\p{IsHan}])");

    /** {@code 以下简称《办法》}, {@code 新《规定》}: a short name. */
    private static final Pattern SHORT = Pattern.compile(".{1,4}");

    /** {@code 《云州市绿化办法》政策解读}: what is interpreted may stand in the title alone. */
    private static final Pattern INTERPRETATION = Pattern.compile(".*》.{0,8}(?:解读|问答|答记者问)");

    private final Pattern citable;
    private final CitationRelations relations;
    private final ListedCitations lists;
    private final ListedLines lines;
    private final Agencies agencies;

    CitationStep(Profiles profiles, Agencies agencies) {
        this.agencies = agencies;
        citable = Pattern.compile(".*" + Profiles.anyOf(profiles.cited()) + "(?:[（(<〈].{1,20}[)）>〉])?(?:第.{1,5}[章条])?");
        relations = new CitationRelations(profiles);
        lists = new ListedCitations(profiles);
        lines = new ListedLines(lists);
    }

    @Override
    public void apply(Draft draft) {
        CitationList found = new CitationList(draft, relations);
        Set<String> codes = draft.number().map(number -> Set.of(number.code())).orElse(Set.of());
        Set<Integer> listing = listed(draft, found);
        Map<Integer, ListedLines.Listed> stated =
                lines.in(draft.flow(), draft.anatomy().body());
        for (Segment line : draft.flow().segments()) {
            if (line.index() < draft.anatomy().body()
                    || draft.header().has(line.index())
                    || line.cell() != null && listing.contains(line.cell().grid())) {
                continue;
            }
            CitedLine cited = new CitedLine(draft, line, codes, stated.get(line.index()), new ArrayList<>());
            titles(cited, found);
            bare(cited, found);
            numbers(cited, found);
            forwarded(cited, found);
        }
        if (draft.title()
                .filter(title -> INTERPRETATION.matcher(title).matches())
                .isPresent()) {
            draft.anatomy()
                    .title()
                    .forEach(line -> titles(new CitedLine(draft, line, codes, null, new ArrayList<>()), found));
        }
        // A proposal that the letter names by its title is not cited a second time by its number.
        if (found.all().stream().noneMatch(citation -> citation.relation().equals("答复"))) {
            Replies.in(draft).ifPresent(reply -> found.add(reply.citation(), reply.seen()));
        }
        found.write();
    }

    /** Adds what tables list; gives the numbers of those tables. */
    private Set<Integer> listed(Draft draft, CitationList found) {
        Set<Integer> listing = new HashSet<>();
        for (int table = 0; table < draft.flow().tables().size(); table++) {
            for (ListedCitations.Listed each :
                    lists.in(draft.flow(), draft.flow().tables().get(table))) {
                Citation citation = each.citation();
                String key = citation.documentNumber() != null ? citation.documentNumber() : citation.title();
                listing.add(table);
                if (key != null) {
                    found.add(citation, Seen.whole(each.cell(), key, "citation.listed/1"));
                }
            }
        }
        return listing;
    }

    private void titles(CitedLine cited, CitationList found) {
        String text = cited.text();
        for (int open = text.indexOf('《'); open >= 0; open = text.indexOf('《', open + 1)) {
            int close = closing(text, open);
            if (close < 0) {
                return;
            }
            title(cited, found, open, close);
            open = close;
        }
    }

    private void title(CitedLine cited, CitationList found, int open, int close) {
        String text = cited.text();
        String title = Blanks.joined(text.substring(open + 1, close))
                .replace("&lt;", "〈")
                .replace("&gt;", "〉");
        Matcher behind = BEHIND.matcher(text.substring(close + 1));
        DocumentNumberReader.@Nullable Reading number = null;
        String standard = null;
        int end = close + 1;
        if (behind.find()) {
            number = DocumentNumberReader.find(behind.group(1), cited.codes()).stream()
                    .filter(reading -> reading.start() < NEAR)
                    .findFirst()
                    .orElse(null);
            Matcher match = STANDARD.matcher(behind.group(1));
            standard = number == null && match.lookingAt() ? match.group() : null;
            end = number != null || standard != null ? close + 1 + behind.end() : end;
        }
        // A second number behind the title, that of an amendment, is one of its own.
        cited.taken().add(new int[] {open, number == null ? end : close + 2 + number.end()});
        if (number != null) {
            cited.repaired(number, close + 2);
        }
        CitedOrigin origin = CitedOrigin.before(text, open, agencies);
        if (number == null && standard == null && origin.number() != null) {
            number = origin.number();
            cited.taken().add(new int[] {origin.from(), open});
        }
        if (number != null || standard != null || isCitable(title)) {
            String value = number != null ? number.number().toString() : standard;
            found.add(cited, open, end, title, value, number != null && number.repaired(), origin);
        }
    }

    /** A line of a list that names a document without 《》. */
    private void bare(CitedLine cited, CitationList found) {
        if (cited.listed() == null) {
            return;
        }
        ListedLines.bare(cited.text()).filter(item -> isCitable(item.title())).ifPresent(item -> {
            cited.taken().add(new int[] {item.from(), item.to()});
            String number = item.number().number().toString();
            found.add(
                    cited,
                    item.from(),
                    item.to(),
                    item.title(),
                    number,
                    item.number().repaired(),
                    CitedOrigin.NONE);
        });
    }

    private boolean isCitable(String title) {
        return !SHORT.matcher(title.replaceAll("[（(].*[）)]", "")).matches()
                        && citable.matcher(title).matches()
                || title.matches(".{1,3}(?<!办)法|.{1,2}法典|.{2}[总通]则|.{2,3}条例");
    }

    private static void numbers(CitedLine cited, CitationList found) {
        String text = cited.text();
        for (DocumentNumberReader.Reading reading : DocumentNumberReader.find(text, cited.codes())) {
            if (!cited.isTaken(reading.start())
                    && !NumberStep.FILE_LINK.matcher(text).matches()) {
                cited.repaired(reading, 0);
                String number = reading.number().toString();
                found.add(cited, reading.start(), reading.end(), null, number, reading.repaired(), CitedOrigin.NONE);
            }
        }
    }

    private static void forwarded(CitedLine cited, CitationList found) {
        String text = cited.text();
        if (!text.contains("批转") && !text.contains("转发")) {
            return;
        }
        Matcher matcher = FORWARDED.matcher(text);
        while (matcher.find()) {
            if (!cited.isTaken(matcher.start())) {
                found.add(cited, matcher.start(), matcher.end(), matcher.group(), null, false, CitedOrigin.NONE);
            }
        }
    }

    /** The end of a title whose brackets may nest; where an inner one was opened with 《 and closed once, the first 》. */
    static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length() && i < open + 200; i++) {
            char c = text.charAt(i);
            depth += c == '《' ? 1 : c == '》' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        int first = text.indexOf('》', open);
        return first > open + 200 ? -1 : first;
    }
}
