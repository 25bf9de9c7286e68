package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Metadata headers whose labels have no colon, because a table was flattened to text: labels and values on lines by turns,
 * or a row of the table with its cells between pipes.
 */
final class BareHeaders {

    /** One word that is a label may be a heading; several of them are a header. */
    private static final int FEWEST = 3;

    private static final int LONGEST_VALUE = 80;

    private final HeaderReader reader;

    BareHeaders(HeaderReader reader) {
        this.reader = reader;
    }

    void read(Flow flow, int top, List<HeaderPair> pairs, Set<Integer> lines) {
        List<Segment> head = flow.segments().stream()
                .limit(top)
                .filter(line -> !line.isCell())
                .toList();
        head.stream().filter(line -> isRow(line.text())).forEach(line -> row(line, pairs, lines));
        List<Segment> labels =
                head.stream().filter(line -> reader.isLabel(line.text())).toList();
        if (labels.size() >= FEWEST) {
            labels.forEach(label -> byTurns(flow, label, pairs, lines));
        }
    }

    private static boolean isRow(String text) {
        return text.chars().filter(c -> c == '|' || c == '｜').count() >= 2;
    }

    private void row(Segment line, List<HeaderPair> pairs, Set<Integer> lines) {
        List<int[]> cells = cells(line.text());
        for (int i = 0; i < cells.size(); i++) {
            String label = line.text().substring(cells.get(i)[0], cells.get(i)[1]);
            if (!reader.isLabel(label)) {
                continue;
            }
            boolean valued = i + 1 < cells.size()
                    && !reader.isLabel(line.text().substring(cells.get(i + 1)[0], cells.get(i + 1)[1]));
            int[] value = valued ? cells.get(i + 1) : new int[] {cells.get(i)[1], cells.get(i)[1]};
            pairs.add(reader.pair(HeaderReader.bare(label), line, value[0], value[1]));
            lines.add(line.index());
        }
    }

    private static List<int[]> cells(String text) {
        List<int[]> cells = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '|' || text.charAt(i) == '｜') {
                if (i > from) {
                    cells.add(new int[] {from, i});
                }
                from = i + 1;
            }
        }
        return cells;
    }

    private void byTurns(Flow flow, Segment label, List<HeaderPair> pairs, Set<Integer> lines) {
        if (lines.contains(label.index())) {
            return;
        }
        String name = HeaderReader.bare(label.text());
        Segment next = label.index() + 1 < flow.size() ? flow.segment(label.index() + 1) : null;
        lines.add(label.index());
        if (next != null
                && !next.isCell()
                && next.text().length() <= LONGEST_VALUE
                && !reader.isLabel(next.text())
                && reader.suits(name, next.text())) {
            lines.add(next.index());
            pairs.add(reader.pair(name, next, 0, next.text().length()));
        } else {
            int end = label.text().length();
            pairs.add(reader.pair(name, label, end, end));
        }
    }
}
