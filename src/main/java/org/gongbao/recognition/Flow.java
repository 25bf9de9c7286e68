package org.gongbao.recognition;

import java.util.List;
import java.util.Set;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.Grid;
import org.gongbao.record.Box;
import org.gongbao.record.Claim;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document in reading order (正文流) with its logical lines and tables, and where on which page each stretch
 * stands. Made by {@link FlowBuilder}.
 *
 * @param text the record's text: paragraphs separated by one line break, cells of a row by a tab
 * @param places lines with their boxes, in order
 * @param parts the first segments of the files that it was put together from, of an archive
 * @param blocks what the flow was made from
 */
record Flow(
        String text,
        List<Segment> segments,
        List<Place> places,
        List<TablePlace> tables,
        Set<Integer> parts,
        List<Block> blocks) {

    /** A line of the file: from where to where in the text, and its box. */
    record Place(
            int start,
            int end,
            @Nullable Integer page,
            @Nullable Box box,
            double confidence) {}

    /** A table and its segments, from the first to the one after the last. */
    record TablePlace(Grid grid, int from, int to, int start, int end) {}

    Segment segment(int index) {
        return segments.get(index);
    }

    int size() {
        return segments.size();
    }

    /** The text from one segment to the end of another. */
    String between(int first, int last) {
        return text.substring(segments.get(first).start(), segments.get(last).end());
    }

    /** The claim that something was seen in the text, with page, box and code point offsets. */
    Claim claim(Seen seen) {
        if (!seen.inText()) {
            return new Claim(
                    seen.value(), seen.raw(), null, null, null, null, seen.rule(), seen.confidence(), seen.repaired());
        }
        Integer page = null;
        Box box = null;
        double confidence = seen.confidence();
        for (Place place : places) {
            if (place.end() > seen.start() && place.start() < Math.max(seen.end(), seen.start() + 1)) {
                if (page == null) {
                    page = place.page();
                }
                if (place.box() != null && place.page() != null && place.page().equals(page)) {
                    box = box == null ? place.box() : box.union(place.box());
                }
                confidence = Math.min(confidence, place.confidence());
            }
        }
        int start = text.codePointCount(0, seen.start());
        int end = start + text.codePointCount(seen.start(), seen.end());
        return new Claim(seen.value(), seen.raw(), page, box, start, end, seen.rule(), confidence, seen.repaired());
    }
}
