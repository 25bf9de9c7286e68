package org.gongbao.web.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.gongbao.ingest.ReadText;
import org.gongbao.ingest.ReadText.Words;
import org.gongbao.ingest.WorkingDocuments.DrawnPage;
import org.gongbao.record.Place;
import org.gongbao.record.TextCorrection;
import org.gongbao.web.desk.EvidenceView.Mark;
import org.gongbao.web.desk.EvidenceView.PageView;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was read of a file, beside its picture: the lines of which the machine was least sure first. A file without
 * pages is cut into pieces.
 *
 * @param number from 1
 * @param last number of pages or pieces
 * @param picture null where the page cannot be drawn
 * @param lost with their keys, of all pages
 */
record TextView(
        int number,
        int last,
        List<Line> lines,
        List<List<List<Words>>> tables,
        @Nullable PageView picture,
        List<Lost> lost) {

    /** Below this confidence a line is shown first. */
    static final double DOUBTFUL = 0.9;

    private static final int PIECE = 150;

    /** A line of the page. */
    record Line(Words words) {

        public boolean isDoubtful() {
            return words.confidence() < DOUBTFUL && !words.isCorrected();
        }
    }

    /** What a person read that finds something else now. */
    record Lost(String key, TextCorrection correction) {}

    static TextView of(ReadText text, List<DrawnPage> pages, int wanted) {
        int last = Math.max(
                text.lines().stream().mapToInt(TextView::pageOf).max().orElse(1),
                text.tables().stream().mapToInt(TextView::pageOfTable).max().orElse(1));
        int number = Math.min(Math.max(wanted, 1), last);
        List<Line> lines = text.lines().stream()
                .filter(words -> pageOf(words) == number && !words.seen().isBlank())
                .map(Line::new)
                .sorted(Comparator.comparing((Line line) -> !line.isDoubtful()))
                .toList();
        List<Lost> lost = new ArrayList<>();
        text.lost().forEach(each -> lost.add(new Lost("lost-" + lost.size(), each)));
        return new TextView(
                number,
                last,
                lines,
                text.tables().stream()
                        .filter(table -> pageOfTable(table) == number)
                        .toList(),
                pages.stream()
                        .filter(page -> page.number() == number)
                        .map(page -> picture(page, lines))
                        .findFirst()
                        .orElse(null),
                lost);
    }

    private static int pageOf(Words words) {
        Place place = words.place();
        return place.page() != null
                ? place.page()
                : Objects.requireNonNull(place.read()).order() / PIECE + 1;
    }

    private static int pageOfTable(List<List<Words>> table) {
        return table.stream()
                .flatMap(List::stream)
                .map(words -> words.place().page())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(1);
    }

    private static PageView picture(DrawnPage page, List<Line> lines) {
        Predicate<Line> isPlaced = line -> line.words().place().box() != null;
        return new PageView(
                page.number(),
                page.width(),
                page.height(),
                lines.stream()
                        .filter(isPlaced)
                        .map(line -> new Mark(
                                line.words().key(),
                                Objects.requireNonNull(line.words().place().box())))
                        .toList());
    }
}
