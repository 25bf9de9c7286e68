package org.gongbao.recognition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.DocumentNumberReader;
import org.gongbao.record.Finding;

/**
 * The title (标题) as one line: the document's own lines first, the header's 标题 second, then the words that promulgate an
 * instrument, a link to the document, meta tags and the sidecar.
 */
final class TitleStep implements Step {

    /** {@code 《云州市绿化办法》已经市政府第3次常务会议通过，现予公布}. */
    private static final Pattern PROMULGATED =
            Pattern.compile("^《(.{2,120}?)》(?=(?:已[经于由]|业经|现予公布|经).{0,80}现?予?(?:公布|发布|颁布))(?!.{0,100}印发)");

    /** {@code （云政办发〔2021〕117号）} behind a title. */
    private static final Pattern NUMBER_BEHIND =
            Pattern.compile("[（(][^（）()]{2,20}[〔\\[（(]\\d{4}[^）)]*[）)]?\\d+号[）)]$");

    /** {@code （单位：万元）} behind the title of a table, or on a line of its own. */
    private static final Pattern UNIT = Pattern.compile("[（(]?\\s*单位[:：].{1,12}$");

    private static final List<String> META = List.of("ArticleTitle", "title", "og:title", "dc:title");

    private final LineKinds kinds;

    TitleStep(LineKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public void apply(Draft draft) {
        Optional<Seen> own = draft.header().ofSeries("title").or(() -> own(draft));
        Optional<Seen> found = own.or(() -> draft.header().value("title").map(seen -> seen.withConfidence(0.95)))
                .or(() -> promulgated(draft))
                .or(() -> link(draft))
                .or(() -> meta(draft))
                .or(() -> draft.sidecar().value("title"))
                .or(() -> caption(draft));
        found.ifPresent(seen -> {
            String title = clean(seen.value());
            draft.title(title);
            draft.claim("title", seen.withValue(title));
        });
        if (own.isPresent()) {
            compare(draft, own.get());
        }
    }

    private static Optional<Seen> own(Draft draft) {
        List<Segment> lines = draft.anatomy().title();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Segment first = lines.get(0);
        Segment last = lines.get(lines.size() - 1);
        return Optional.of(new Seen(
                TitleFinder.joined(lines),
                draft.flow().between(first.index(), last.index()),
                first.start(),
                last.end(),
                "title.lines/1",
                1,
                false));
    }

    private static Optional<Seen> promulgated(Draft draft) {
        return draft.flow().segments().stream()
                .limit(20)
                .flatMap(segment -> {
                    Matcher matcher = PROMULGATED.matcher(segment.text());
                    return matcher.find()
                            ? Optional.of(Seen.at(
                                            segment,
                                            matcher.start(1),
                                            matcher.end(1),
                                            outerBrackets(matcher.group(1)),
                                            "title.promulgated/1"))
                                    .stream()
                            : Optional.<Seen>empty().stream();
                })
                .findFirst()
                .map(seen -> seen.withConfidence(0.8));
    }

    /** Inside 《》 brackets are 〈〉, and inside those 《》 again (GB/T 15834, 4.15); outside all of them it is the other way. */
    static String outerBrackets(String inner) {
        StringBuilder out = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '〈' || c == '《') {
                out.append(depth++ % 2 == 0 ? '《' : '〈');
            } else if (c == '〉' || c == '》') {
                depth = Math.max(0, depth - 1);
                out.append(depth % 2 == 0 ? '》' : '〉');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private Optional<Seen> link(Draft draft) {
        for (Segment segment : draft.flow().segments()) {
            Matcher link = NumberStep.FILE_LINK.matcher(segment.text());
            if (link.matches() && !segment.text().startsWith("附件")) {
                int from = DocumentNumberReader.find(link.group(1), Set.of()).stream()
                        .filter(reading -> reading.start() == 0)
                        .mapToInt(DocumentNumberReader.Reading::end)
                        .findFirst()
                        .orElse(0);
                String title = link.group(1).substring(from);
                if (title.contains("关于") && kinds.endsTitle(title)) {
                    return Optional.of(Seen.at(segment, from, link.end(1), title, "title.file-link/1")
                            .withConfidence(0.85));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Seen> meta(Draft draft) {
        for (String name : META) {
            String value = draft.metadata().get(name);
            if (value != null && !value.isBlank()) {
                String title = Blanks.joined(value).replaceFirst("[_|\\-—].{2,30}$", "");
                if (kinds.endsTitle(title) && title.length() > 5) {
                    return Optional.of(Seen.outside(title, value, "title.meta-" + name + "/1", 0.8));
                }
            }
        }
        return Optional.empty();
    }

    /** A file that is one table with a line or two above it, as an annex is: the line right above the table is its title. */
    private static Optional<Seen> caption(Draft draft) {
        List<Flow.TablePlace> tables = draft.flow().tables();
        if (tables.isEmpty() || tables.get(0).from() == 0 || tables.get(0).from() > 3) {
            return Optional.empty();
        }
        for (int line = tables.get(0).from() - 1; line >= 0; line--) {
            Segment above = draft.flow().segment(line);
            String title = UNIT.matcher(Blanks.joined(above.text())).replaceFirst("");
            if (title.length() > 3 && title.length() < 60 && !title.matches(".*[。；：:，,]$|附件.{0,4}")) {
                return Optional.of(Seen.whole(above, title, "title.caption/1").withConfidence(0.8));
            }
        }
        return Optional.empty();
    }

    static String clean(String title) {
        return NUMBER_BEHIND.matcher(Blanks.joined(title)).replaceFirst("");
    }

    private static void compare(Draft draft, Seen own) {
        draft.header().value("title").ifPresent(other -> {
            if (!fold(other.value()).equals(fold(own.value()))
                    && !fold(own.value()).endsWith(fold(other.value()))) {
                draft.finding(
                        Finding.info(
                                "title.disagrees", "the header has another title than the document: " + other.value()),
                        other);
            }
        });
    }

    private static String fold(String title) {
        return java.text.Normalizer.normalize(Blanks.remove(title), java.text.Normalizer.Form.NFKC)
                .replaceAll("[《》〈〉<>“”\"，,、]", "");
    }
}
