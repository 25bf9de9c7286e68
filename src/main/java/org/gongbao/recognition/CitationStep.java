package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.Citation;
import org.gongbao.record.DocumentNumberReader;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Cited documents (引用文件): titles in 《》 with the number behind them, and bare numbers; how each is cited comes from the
 * words around it. Forms, certificates and short names made for the occasion are no citations.
 */
final class CitationStep implements Step {

    /** {@code （国发〔2018〕22号）}, {@code (GB 50180)} behind a title. */
    private static final Pattern BEHIND =
            Pattern.compile("^[（(]([^（）()]{2,60}(?:[（(][^（）()]{1,10}[)）][^（）()]{0,20})?)[)）]");

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

    CitationStep(Profiles profiles) {
        citable = Pattern.compile(".*" + Profiles.anyOf(profiles.cited()) + "(?:[（(<〈].{1,20}[)）>〉])?(?:第.{1,5}[章条])?");
        relations = new CitationRelations(profiles);
        lists = new ListedCitations(profiles);
    }

    @Override
    public void apply(Draft draft) {
        Map<String, Citation> citations = new LinkedHashMap<>();
        Set<String> codes = draft.number().map(number -> Set.of(number.code())).orElse(Set.of());
        Set<Integer> listing = listed(draft, citations);
        for (Segment line : draft.flow().segments()) {
            if (line.index() < draft.anatomy().body()
                    || draft.header().has(line.index())
                    || line.cell() != null && listing.contains(line.cell().grid())) {
                continue;
            }
            List<int[]> taken = new ArrayList<>();
            titles(draft, line, codes, taken, citations);
            numbers(draft, line, codes, taken, citations);
            forwarded(draft, line, taken, citations);
        }
        if (draft.title()
                .filter(title -> INTERPRETATION.matcher(title).matches())
                .isPresent()) {
            draft.anatomy().title().forEach(line -> titles(draft, line, codes, new ArrayList<>(), citations));
        }
        draft.record().citations(List.copyOf(citations.values()));
    }

    /** Adds what tables list; gives the numbers of those tables. */
    private Set<Integer> listed(Draft draft, Map<String, Citation> citations) {
        Set<Integer> listing = new HashSet<>();
        for (int table = 0; table < draft.flow().tables().size(); table++) {
            for (ListedCitations.Listed each :
                    lists.in(draft.flow(), draft.flow().tables().get(table))) {
                Citation citation = each.citation();
                String key = citation.documentNumber() != null ? citation.documentNumber() : citation.title();
                listing.add(table);
                if (key != null && citations.putIfAbsent(key, citation) == null) {
                    draft.claim("citations", Seen.whole(each.cell(), key, "citation.listed/1"));
                }
            }
        }
        return listing;
    }

    private void titles(
            Draft draft, Segment line, Set<String> codes, List<int[]> taken, Map<String, Citation> citations) {
        String text = line.text();
        for (int open = text.indexOf('《'); open >= 0; open = text.indexOf('《', open + 1)) {
            int close = closing(text, open);
            if (close < 0) {
                return;
            }
            String title = Blanks.joined(text.substring(open + 1, close))
                    .replace("&lt;", "〈")
                    .replace("&gt;", "〉");
            Matcher behind = BEHIND.matcher(text.substring(close + 1));
            DocumentNumberReader.@Nullable Reading number = null;
            String standard = null;
            int end = close + 1;
            if (behind.find()) {
                number = DocumentNumberReader.find(behind.group(1), codes).stream()
                        .findFirst()
                        .orElse(null);
                Matcher match = STANDARD.matcher(behind.group(1));
                standard = number == null && match.lookingAt() ? match.group() : null;
                end = number != null || standard != null ? close + 1 + behind.end() : end;
            }
            taken.add(new int[] {open, end});
            if (number != null || standard != null || isCitable(title)) {
                String value = number != null ? number.number().toString() : standard;
                repaired(draft, line, number, close + 2);
                add(draft, line, open, end, title, value, number != null && number.repaired(), citations);
            }
            open = close;
        }
    }

    private boolean isCitable(String title) {
        return !SHORT.matcher(title.replaceAll("[（(].*[）)]", "")).matches()
                        && citable.matcher(title).matches()
                || title.matches(".{1,3}(?<!办)法|.{2,3}条例");
    }

    private static void repaired(Draft draft, Segment line, DocumentNumberReader.@Nullable Reading number, int offset) {
        if (number != null && number.repaired()) {
            Seen seen = Seen.at(
                    line,
                    offset + number.start(),
                    offset + number.end(),
                    number.number().toString(),
                    number.rule());
            draft.finding(
                    Finding.warning(
                            "number.repaired",
                            "the number of a cited document came as \"" + number.raw() + "\", read as "
                                    + number.number()),
                    seen);
        }
    }

    private void numbers(
            Draft draft, Segment line, Set<String> codes, List<int[]> taken, Map<String, Citation> citations) {
        for (DocumentNumberReader.Reading reading : DocumentNumberReader.find(line.text(), codes)) {
            boolean inside = taken.stream().anyMatch(span -> reading.start() >= span[0] && reading.start() < span[1]);
            if (!inside && !NumberStep.FILE_LINK.matcher(line.text()).matches()) {
                repaired(draft, line, reading, 0);
                add(
                        draft,
                        line,
                        reading.start(),
                        reading.end(),
                        null,
                        reading.number().toString(),
                        reading.repaired(),
                        citations);
            }
        }
    }

    private void forwarded(Draft draft, Segment line, List<int[]> taken, Map<String, Citation> citations) {
        if (!line.text().contains("批转") && !line.text().contains("转发")) {
            return;
        }
        Matcher matcher = FORWARDED.matcher(line.text());
        while (matcher.find()) {
            int at = matcher.start();
            if (taken.stream().noneMatch(span -> at >= span[0] && at < span[1])) {
                add(draft, line, at, matcher.end(), matcher.group(), null, false, citations);
            }
        }
    }

    private void add(
            Draft draft,
            Segment line,
            int from,
            int to,
            @Nullable String named,
            @Nullable String number,
            boolean repaired,
            Map<String, Citation> citations) {
        String title = named == null || number != null ? named : nameOfEnclosed(draft, named);
        boolean own = number != null
                        && draft.number()
                                .filter(mine -> mine.toString().equals(number))
                                .isPresent()
                || title != null
                        && draft.title()
                                .filter(mine -> fold(mine).equals(fold(title)))
                                .isPresent();
        String key = number != null ? number : title == null ? "" : title;
        if (own || citations.containsKey(key) || title != null && isKnown(citations, title, number)) {
            return;
        }
        CitationRelations.Found found = relations.of(draft, line.text(), from, to, title);
        citations.put(key, new Citation(title, number, found.relation(), found.quote()));
        Seen seen = Seen.at(line, from, to, key, "citation." + (title == null ? "number" : "title") + "/1");
        draft.claim("citations", repaired ? seen.repairedTo(key, 0.95) : seen);
    }

    /**
     * A document has one name in a record: what the notice carries is cited by the name that the notice's title gives it,
     * although the text may write {@code 市水利局《关于…的意见》} for {@code 市水利局关于…意见}.
     */
    private static String nameOfEnclosed(Draft draft, String title) {
        return draft.enclosedTitle()
                .filter(enclosed ->
                        title.length() > 6 && withoutParticle(enclosed).endsWith(withoutParticle(title)))
                .orElse(title);
    }

    private static String withoutParticle(String title) {
        return fold(title).replace("的", "");
    }

    private static String fold(String title) {
        return title.replaceAll("[《》〈〉<>]", "");
    }

    /** The same title without its number, after it was cited with it. */
    private static boolean isKnown(Map<String, Citation> citations, String title, @Nullable String number) {
        return number == null
                && citations.values().stream()
                        .map(Citation::title)
                        .flatMap(known -> Optional.ofNullable(known).stream())
                        .anyMatch(known -> known.equals(title));
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
