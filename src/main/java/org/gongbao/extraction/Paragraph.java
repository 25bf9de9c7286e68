package org.gongbao.extraction;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph: lines that belong together.
 *
 * @param style what the format says of its look, {@link Style#PLAIN} where it says nothing
 * @param path the element of an XML file that it is, such as {@code /act[1]/article[3]}; null for other formats
 */
public record Paragraph(
        List<Line> lines, Style style, @Nullable String path) implements Block {

    public Paragraph {
        lines = List.copyOf(lines);
    }

    /** A paragraph of a format without paths. */
    public Paragraph(List<Line> lines, Style style) {
        this(lines, style, null);
    }

    public static Paragraph of(String text) {
        return new Paragraph(List.of(Line.of(text)), Style.PLAIN);
    }

    /** The lines run together as {@link LineJoin} says. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            if (LineJoin.needsBlank(text, line.text())) {
                text.append(' ');
            }
            text.append(line.text());
        }
        return text.toString();
    }

    /** The first page it stands on, null for unpaged formats. */
    public @Nullable Integer page() {
        return lines.isEmpty() ? null : lines.get(0).page();
    }

    @Override
    public String toString() {
        return lines.stream().map(Line::text).collect(Collectors.joining("⏎", "¶", ""));
    }

    /**
     * The look of a paragraph.
     *
     * @param outline heading level from 1, 0 for text
     * @param size font size in points, 0 where unknown
     */
    public record Style(Align align, int outline, double size, boolean bold, boolean red) {
        public static final Style PLAIN = new Style(Align.UNKNOWN, 0, 0, false, false);
    }

    /** How a paragraph is set. */
    public enum Align {
        UNKNOWN,
        LEFT,
        CENTRE,
        RIGHT
    }
}
