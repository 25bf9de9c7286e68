package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The title of a document in Latin letters (西文标题): an issue of a gazette by its masthead, else a line that names an act, else the
 * lines in the largest letters, else a page's own title, else a first line set in capitals as titles are.
 */
final class LatinTitleStep implements Step {

    private static final int HEAD = 30;
    private static final int LONGEST = 200;

    /** How much larger than its text a document sets its title. */
    private static final double LARGER = 1.15;

    /** Lines of a title in several sizes, against the largest. */
    private static final double SAME_BLOCK = 0.7;

    /** A line that must go on: {@code DECRETO Nº 5 DE 3 DE MARÇO DE}, {@code AN ACT OF THE}. */
    private static final Pattern GOES_ON =
            Pattern.compile("(?iu).*(?:[,;–—-]|\\b(?:de|do|da|dos|das|e|of|the|and|for|to|on))");

    /** What stands before the words by an editor's or printer's slip: {@code \THE HARBOURS ACT}. */
    private static final Pattern STRAY = Pattern.compile("^[^\\p{L}\\p{N}\"“«(\\[]+");

    /** Divisions and lists of contents are set as titles are: {@code CHAPTER 1}, {@code ARRANGEMENT OF SECTIONS}, {@code SUMÁRIO}. */
    private static final Pattern DIVISION = Pattern.compile(
            "(?iu)(?:chapter|part|section|article|annex|schedule|cap[íi]tulo|se[cç][ãa]o|artigo|anexo)\\b.{0,12}"
                    + "|(?:table of )?contents|arrangement of sections|sum[áa]rio|[íi]ndice|preamble|body|page \\d+");

    private final Map<String, List<Pattern>> acts;

    LatinTitleStep(Profiles profiles) {
        acts = profiles.instruments().rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0),
                        Collectors.mapping(
                                row -> Pattern.compile(row.get(1), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                                Collectors.toList())));
    }

    @Override
    public void apply(Draft draft) {
        if (draft.title().isPresent()) {
            return;
        }
        List<Segment> head = draft.flow().segments().stream()
                .limit(HEAD)
                .filter(line -> !line.isCell())
                .toList();
        Optional<Seen> title = draft.header()
                .ofSeries("title")
                .or(() -> act(head))
                .or(() -> largest(draft, head))
                .or(() -> page(draft))
                .or(() -> firstLine(head));
        title.ifPresent(seen -> {
            draft.title(seen.value());
            draft.claim("title", seen);
        });
    }

    private Optional<Seen> act(List<Segment> head) {
        for (Segment line : head) {
            Matcher stray = STRAY.matcher(line.text());
            int from = stray.find() ? stray.end() : 0;
            String words = line.text().substring(from);
            if (words.length() < LONGEST && isSetAsTitle(words) && namesAct(words)) {
                return Optional.of(joined(head, line, from, "title.act/1"));
            }
        }
        return Optional.empty();
    }

    private boolean namesAct(String words) {
        return acts.values().stream()
                .flatMap(List::stream)
                .anyMatch(pattern -> pattern.matcher(words).matches());
    }

    /** With the lines behind it, as long as one cannot be the last. */
    private static Seen joined(List<Segment> head, Segment line, int from, String rule) {
        StringBuilder title = new StringBuilder(line.text().substring(from));
        Segment last = line;
        for (int i = head.indexOf(line) + 1;
                i < head.size() && GOES_ON.matcher(title).matches() && title.length() < LONGEST;
                i++) {
            last = head.get(i);
            title.append(' ').append(last.text());
        }
        return new Seen(title.toString(), title.toString(), line.start() + from, last.end(), rule, 1, false);
    }

    /** The block of lines in the largest letters of the first page, where the text is set in smaller ones. */
    private static Optional<Seen> largest(Draft draft, List<Segment> head) {
        double text = textSize(draft.flow());
        double largest =
                head.stream().mapToDouble(line -> line.style().size()).max().orElse(0);
        if (text <= 0 || largest < text * LARGER) {
            return Optional.empty();
        }
        List<Segment> block = new ArrayList<>();
        for (Segment line : head) {
            boolean starts = block.isEmpty() && line.style().size() >= largest - 0.1;
            boolean goesOn = !block.isEmpty()
                    && line.style().size() >= Math.max(largest * SAME_BLOCK, text * LARGER)
                    && java.util.Objects.equals(line.page(), block.get(0).page());
            if (starts || goesOn) {
                block.add(line);
            } else if (!block.isEmpty()) {
                break;
            }
        }
        String title = block.stream().map(Segment::text).collect(Collectors.joining(" "));
        boolean fits = title.length() > 5
                && title.length() < LONGEST
                && !DIVISION.matcher(title).matches();
        return fits
                ? Optional.of(new Seen(
                        title,
                        title,
                        block.get(0).start(),
                        block.get(block.size() - 1).end(),
                        "title.largest/1",
                        0.8,
                        false))
                : Optional.empty();
    }

    /** The size in which most of the characters are set. */
    private static double textSize(Flow flow) {
        Map<Double, Integer> lengths = flow.segments().stream()
                .filter(line -> line.style().size() > 0)
                .collect(Collectors.groupingBy(
                        line -> line.style().size(),
                        Collectors.summingInt(line -> line.text().length())));
        return lengths.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0.0);
    }

    /** What a web page calls itself. */
    private static Optional<Seen> page(Draft draft) {
        for (String name : List.of("ArticleTitle", "DC.title", "dc:title", "og:title", "title")) {
            String value = draft.metadata().get(name);
            if (value != null && !value.isBlank()) {
                return Optional.of(Seen.outside(value.strip(), value, "title.meta-" + name + "/1", 0.7));
            }
        }
        return Optional.empty();
    }

    private static Optional<Seen> firstLine(List<Segment> head) {
        return head.stream()
                .limit(3)
                .filter(line -> isSetAsTitle(line.text()) && line.text().length() > 8)
                .filter(line -> LatinDate.first(line.text()).isEmpty()
                        && line.text().indexOf(' ') > 0
                        && !DIVISION.matcher(line.text()).matches())
                .findFirst()
                .map(line -> Seen.whole(line, line.text(), "title.first-line/1").withConfidence(0.6));
    }

    /** In capitals, or each longer word with one, and no sentence. */
    private static boolean isSetAsTitle(String line) {
        if (line.isEmpty() || line.length() >= LONGEST || line.matches(".*[.;:!?…]\\s*\\d*$")) {
            return false;
        }
        for (String word : line.split("[^\\p{L}]+")) {
            if (word.length() > 3
                    && !word.substring(0, 1).equals(word.substring(0, 1).toUpperCase(Locale.ROOT))) {
                return false;
            }
        }
        return line.matches(".*\\p{L}{2}.*");
    }
}
