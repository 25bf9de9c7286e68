package org.gongbao.extraction;

import java.util.List;
import org.gongbao.record.Box;

/** Joins the lines of a table cell to paragraphs: a line that has room left for more ends one. */
final class CellText {

    /** Free space, in em, that a full line may leave before the margin of the cell. */
    private static final double SLACK = 1.6;

    private static final String CLOSING = "》）〉」』】〕，。、；：？！”’)],.;:?!%";

    private CellText() {}

    static String of(List<TextRun> lines, Box cell) {
        if (lines.isEmpty()) {
            return "";
        }
        double margin = lines.stream()
                .mapToDouble(line -> line.box().x() - cell.x())
                .min()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        TextRun before = null;
        for (TextRun line : lines) {
            if (before != null) {
                if (ends(before, line, cell, Math.max(0, Math.min(margin, 6)))) {
                    text.append('\n');
                } else if (LineJoin.needsBlank(text, line.text())) {
                    text.append(' ');
                }
            }
            text.append(line.text());
            before = line;
        }
        return text.toString();
    }

    private static boolean ends(TextRun line, TextRun next, Box cell, double margin) {
        Box box = line.box();
        double room = cell.right() - margin - box.right();
        boolean centred =
                Math.abs(box.x() + box.right() - next.box().x() - next.box().right()) < line.size()
                        && Math.abs(box.x() - next.box().x()) > 1;
        boolean spaced = next.box().y() - box.bottom() > line.size() * 1.5;
        return spaced || !centred && room > Math.max(SLACK * line.size(), unbroken(next) + 1);
    }

    /** Width of what must stay together at the head of a line: its first character and the marks that may not begin one. */
    private static double unbroken(TextRun line) {
        String text = line.text();
        int marks = 1;
        while (marks < text.length() && marks < 3 && CLOSING.indexOf(text.charAt(marks)) >= 0) {
            marks++;
        }
        return line.firstWidth() + (marks - 1) * line.size();
    }
}
