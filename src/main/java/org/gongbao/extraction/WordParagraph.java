package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A paragraph of a word processor's file that is being read: its lines, and its look by how most of its text looks. */
final class WordParagraph {

    private final StringBuilder text = new StringBuilder();
    private final Map<Double, Integer> sizes = new TreeMap<>();
    private int all;
    private int bold;
    private int red;

    /** @param size in points, 0 where unknown */
    void append(String run, double size, boolean isBold, boolean isRed) {
        text.append(run);
        int length = TextLengths.of(run);
        if (length > 0) {
            all += length;
            bold += isBold ? length : 0;
            red += isRed ? length : 0;
            sizes.merge(size, length, Integer::sum);
        }
    }

    boolean isBlank() {
        return WrappedLines.strip(text.toString()).isEmpty();
    }

    /** Puts the automatic number before the text. */
    void number(String label) {
        text.insert(0, label);
    }

    /** The paragraph; line breaks within it end its lines. Empty when there is no text. */
    List<Paragraph> finish(Paragraph.Align align, int outline, Characters characters) {
        List<Line> lines = new ArrayList<>();
        for (String line : characters.clean(text.toString()).split("\n")) {
            String stripped = WrappedLines.strip(line);
            if (!stripped.isEmpty()) {
                lines.add(Line.of(stripped));
            }
        }
        if (lines.isEmpty()) {
            return List.of();
        }
        double size = sizes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0.0);
        Paragraph.Style style = new Paragraph.Style(align, outline, size, bold * 2 > all, red * 2 > all);
        boolean together = outline > 0 || align == Paragraph.Align.CENTRE;
        return together
                ? List.of(new Paragraph(lines, style))
                : lines.stream()
                        .map(line -> new Paragraph(List.of(line), style))
                        .toList();
    }
}
