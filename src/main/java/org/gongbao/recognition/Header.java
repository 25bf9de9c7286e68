package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The metadata header (公开信息著录块) of a page: its pairs of label and value and the lines that it takes up.
 *
 * @param lines indexes of the segments that belong to the header and not to the document
 */
record Header(List<HeaderPair> pairs, Set<Integer> lines) {

    /** The first value that is not blank for the field. */
    Optional<Seen> value(String field) {
        return pairs.stream()
                .filter(pair -> pair.field().equals(field) && !pair.isBlank())
                .map(HeaderPair::seen)
                .findFirst();
    }

    /** The value that a profile of a series maps an element to. */
    Optional<Seen> ofSeries(String field) {
        return value(field)
                .filter(seen ->
                        seen.rule().startsWith("series.") && !seen.rule().contains(".label/"));
    }

    /** With values of XML elements before those of labels; an element that is a line of the text is none of the body. */
    Header with(List<SeriesXml.Field> fields, Flow flow) {
        if (fields.isEmpty()) {
            return this;
        }
        List<HeaderPair> all = new ArrayList<>();
        Set<Integer> taken = new TreeSet<>(lines);
        for (SeriesXml.Field field : fields) {
            Optional<Segment> line = flow.segments().stream()
                    .filter(segment -> field.inText() && field.raw().startsWith(segment.text()))
                    .findFirst();
            line.ifPresent(segment -> taken.add(segment.index()));
            int start = line.map(Segment::start).orElse(-1);
            int end = line.map(Segment::end).orElse(-1);
            Seen seen = new Seen(field.value(), field.raw(), start, end, field.rule(), 1, false);
            all.add(new HeaderPair(field.field(), field.element(), seen));
        }
        all.addAll(pairs);
        return new Header(List.copyOf(all), Set.copyOf(taken));
    }

    boolean has(int segment) {
        return lines.contains(segment);
    }
}
