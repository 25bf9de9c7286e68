package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The paragraph of a page that is being read: its lines and its look so far. */
final class HtmlParagraph {

    /** Blanks as HTML has them: no-break and ideographic blanks are text. */
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\r\\f]+");

    private final Characters characters;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private HtmlLook look = new HtmlLook();
    private @Nullable Element block;

    HtmlParagraph(Characters characters) {
        this.characters = characters;
    }

    void begin(Element element) {
        block = element;
    }

    /** Whether it is a heading by its element, or set in the centre. */
    boolean isHeading() {
        return block != null && (HtmlLook.outline(block) > 0 || HtmlLook.align(block) == Paragraph.Align.CENTRE);
    }

    void append(TextNode node) {
        String raw = node.getWholeText();
        Element parent = node.parentElement();
        if (parent == null) {
            return;
        }
        if (raw.indexOf('\n') >= 0 && HtmlLook.isPreformatted(parent)) {
            preformatted(raw, parent);
        } else {
            inline(raw, parent);
        }
    }

    private void preformatted(String raw, Element parent) {
        String[] parts = raw.split("\\r?\\n", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                endLine();
            }
            inline(parts[i], parent);
        }
    }

    private void inline(String raw, Element parent) {
        String text = characters.clean(raw);
        String words = BLANKS.matcher(text).replaceAll(found -> joint(text, found.start(), found.end()));
        boolean continues = !line.isEmpty() && line.charAt(line.length() - 1) != ' ';
        line.append(words.startsWith(" ") && !continues ? words.substring(1) : words);
        look.add(parent, words);
    }

    /** A line end between two ideographs in the source is no blank to a Chinese reader. */
    private static String joint(String text, int start, int end) {
        boolean lineEnd = text.substring(start, end).indexOf('\n') >= 0;
        boolean wide =
                start > 0 && end < text.length() && text.charAt(start - 1) >= 0x2E80 && text.charAt(end) >= 0x2E80;
        return lineEnd && wide ? "" : " ";
    }

    void endLine() {
        String text = WrappedLines.strip(line.toString());
        if (!text.isEmpty()) {
            lines.add(text);
        }
        line.setLength(0);
    }

    /** What was read since the last time: no paragraph, one, or one for each line of preformatted text. */
    List<Paragraph> take() {
        endLine();
        if (lines.isEmpty()) {
            return List.of();
        }
        Paragraph.Style style = look.style(block);
        List<Paragraph> paragraphs = isHeading()
                ? List.of(new Paragraph(lines.stream().map(Line::of).toList(), style))
                : lines.stream()
                        .map(text -> new Paragraph(List.of(Line.of(text)), style))
                        .toList();
        lines.clear();
        look = new HtmlLook();
        return paragraphs;
    }
}
