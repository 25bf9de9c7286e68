package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongbao.record.Box;

/** Makes lines of characters: first runs in the order of drawing, then lines of the runs that stand side by side. */
final class LineGrouping {

    /** Parts of the smaller height that two runs must share to stand on one line. */
    private static final double SHARED = 0.5;

    private LineGrouping() {}

    /** The runs of characters, in the order of drawing. */
    static List<TextRun> runs(Iterable<Glyph> glyphs) {
        List<TextRun> runs = new ArrayList<>();
        TextRun current = null;
        for (Glyph glyph : glyphs) {
            if (current != null && current.take(glyph)) {
                continue;
            }
            current = glyph.isBlank() ? null : TextRun.of(glyph);
            if (current != null) {
                runs.add(current);
            }
        }
        return runs;
    }

    /** The lines of a column or cell, from top to bottom; runs on one line are joined from left to right. */
    static List<TextRun> lines(List<TextRun> runs) {
        List<TextRun> sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparingDouble(run -> run.box().y() + run.box().height() / 2));
        List<TextRun> lines = new ArrayList<>();
        List<TextRun> row = new ArrayList<>();
        for (TextRun run : sorted) {
            if (!row.isEmpty() && !besides(run, row)) {
                lines.add(joined(row));
                row.clear();
            }
            row.add(run);
        }
        if (!row.isEmpty()) {
            lines.add(joined(row));
        }
        return lines;
    }

    private static boolean besides(TextRun run, List<TextRun> row) {
        Box box = run.box();
        TextRun tallest = row.get(0);
        for (TextRun other : row) {
            if (other.box().height() > tallest.box().height()) {
                tallest = other;
            }
            double across = Math.min(box.right(), other.box().right())
                    - Math.max(box.x(), other.box().x());
            if (across > 0.3 * Math.min(box.width(), other.box().width())) {
                return false;
            }
        }
        Box reference = tallest.box();
        double shared = Math.min(box.bottom(), reference.bottom()) - Math.max(box.y(), reference.y());
        return shared >= SHARED * Math.min(box.height(), reference.height());
    }

    private static TextRun joined(List<TextRun> row) {
        row.sort(Comparator.comparingDouble(run -> run.box().x()));
        TextRun first = row.get(0);
        for (TextRun next : row.subList(1, row.size())) {
            first.join(next);
        }
        return first;
    }
}
