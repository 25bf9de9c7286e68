package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words of the text cut where something stands in them that a reader is to see: a new page, a repair, a link. Places count code
 * points of the record's text.
 */
final class TextRuns {

    /** What a run is. */
    enum Kind {
        WORDS,
        PAGE,
        REPAIR,
        LINK
    }

    /**
     * Words, or what stands between words.
     *
     * @param text the words; of a page its number
     * @param detail what a repair reads, or where a link leads; null for others
     */
    record Run(Kind kind, String text, @Nullable String detail) {}

    /**
     * Something that stands in the text; a page has no length.
     *
     * @param detail as of a run; of a page its number
     */
    record Mark(Kind kind, int start, int end, String detail) {}

    private final List<Mark> marks;
    private int next;

    /** @param marks in any order; those that overlap an earlier one are left out, but for pages */
    TextRuns(List<Mark> marks) {
        this.marks = apart(marks);
    }

    private static List<Mark> apart(List<Mark> marks) {
        List<Mark> apart = new ArrayList<>();
        int end = 0;
        List<Mark> sorted = marks.stream()
                .sorted(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end))
                .toList();
        for (Mark mark : sorted) {
            if (mark.start() >= end) {
                apart.add(mark);
                end = Math.max(end, mark.end());
            } else if (mark.kind() == Kind.PAGE) {
                apart.add(new Mark(Kind.PAGE, end, end, mark.detail()));
            }
        }
        return apart;
    }

    /** The pages that begin before a place and were not told of yet. */
    List<Run> pagesBefore(int place) {
        List<Run> pages = new ArrayList<>();
        while (next < marks.size() && marks.get(next).start() < place) {
            Mark mark = marks.get(next++);
            if (mark.kind() == Kind.PAGE) {
                pages.add(new Run(Kind.PAGE, mark.detail(), null));
            }
        }
        return pages;
    }

    /** The runs of words that begin at a place; to be asked in the order of the text. */
    List<Run> of(String words, int start) {
        List<Run> runs = new ArrayList<>(pagesBefore(start));
        int end = start + words.codePointCount(0, words.length());
        int at = start;
        int index = 0;
        while (next < marks.size() && marks.get(next).start() < end) {
            Mark mark = marks.get(next++);
            int from = words.offsetByCodePoints(index, mark.start() - at);
            add(runs, Kind.WORDS, words.substring(index, from), null);
            int stop = Math.min(mark.end(), end);
            index = words.offsetByCodePoints(from, stop - mark.start());
            if (mark.kind() == Kind.PAGE) {
                runs.add(new Run(Kind.PAGE, mark.detail(), null));
            } else {
                add(runs, mark.kind(), words.substring(from, index), mark.detail());
            }
            at = stop;
        }
        add(runs, Kind.WORDS, words.substring(index), null);
        return runs;
    }

    private static void add(List<Run> runs, Kind kind, String words, @Nullable String detail) {
        if (!words.isEmpty()) {
            runs.add(new Run(kind, words, detail));
        }
    }
}
