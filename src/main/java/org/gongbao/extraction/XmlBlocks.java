package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lays the elements of an XML file out as paragraphs in document order, each with the path of its element. An element in
 * which words stand is a paragraph, with the elements inside it; one of elements only is a container. Inside a paragraph
 * an element of two and more elements with words, such as a list, is parted from it.
 */
final class XmlBlocks {

    /** How many lines must be full for a width of lines to be one. */
    private static final int FULL_LINES = 3;

    private static final int NARROWEST = 40;
    private static final int WIDEST = 100;

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r\\x85\\u2028\\u2029]");

    /** What a line ends with where the next one is a paragraph of its own. */
    private static final Pattern SENTENCE = Pattern.compile(".*[。；：！？.;:!?][”’」』）)]?\\s*");

    private final List<Block> blocks = new ArrayList<>();
    private final int width;

    private XmlBlocks(int width) {
        this.width = width;
    }

    static List<Block> of(XmlNode root) {
        List<String> kept = new ArrayList<>();
        keptLines(root, kept);
        XmlBlocks blocks = new XmlBlocks(width(kept));
        blocks.element(root);
        return blocks.blocks;
    }

    private static void keptLines(XmlNode element, List<String> lines) {
        for (XmlNode.Content content : element.contents()) {
            if (content instanceof XmlNode.Text text && text.kept()) {
                lines.addAll(List.of(LINE_END.split(text.text())));
            } else if (content instanceof XmlNode.Child child) {
                keptLines(child.element(), lines);
            }
        }
    }

    /** The width at which kept lines were wrapped, 0 where they were not. */
    private static int width(List<String> lines) {
        int widest = lines.stream().mapToInt(WrappedLines::columns).max().orElse(0);
        long full = lines.stream()
                .filter(line -> WrappedLines.columns(line) >= widest - 4)
                .count();
        return widest >= NARROWEST && widest <= WIDEST && full >= FULL_LINES ? widest : 0;
    }

    private void element(XmlNode element) {
        if (!element.speaks()) {
            element.children().forEach(this::element);
            return;
        }
        StringBuilder words = new StringBuilder();
        boolean kept = false;
        boolean leaf = element.children().isEmpty();
        for (XmlNode.Content content : element.contents()) {
            XmlNode child = XmlNode.element(content);
            if (content instanceof XmlNode.Text text) {
                words.append(text.text());
                kept |= text.kept();
            } else if (child != null && isParted(child)) {
                paragraph(element, words, kept, leaf);
                element(child);
            } else if (child != null) {
                inline(child, words);
            }
        }
        paragraph(element, words, kept, leaf);
    }

    /** Whether it is no part of the sentence around it. */
    private static boolean isParted(XmlNode child) {
        return !child.speaks()
                && child.children().stream().filter(XmlNode::hasWords).count() > 1;
    }

    private static void inline(XmlNode element, StringBuilder words) {
        for (XmlNode.Content content : element.contents()) {
            if (content instanceof XmlNode.Text text) {
                words.append(text.text());
            } else if (content instanceof XmlNode.Child child) {
                inline(child.element(), words);
            }
        }
    }

    private void paragraph(XmlNode element, StringBuilder words, boolean kept, boolean leaf) {
        List<String> lines = LINE_END.splitAsStream(words).toList();
        words.setLength(0);
        if (kept) {
            (width > 0 ? WrappedLines.hanging(lines, width) : WrappedLines.single(lines))
                    .forEach(paragraph -> add(paragraph.lines(), element));
            return;
        }
        List<Line> visible = lines.stream()
                .map(WrappedLines::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> Line.of(line.replaceAll("[ \\t]+", " ")))
                .toList();
        if (leaf && isOfSentences(visible)) {
            visible.forEach(line -> add(List.of(line), element));
        } else {
            add(visible, element);
        }
    }

    private static boolean isOfSentences(List<Line> lines) {
        return lines.stream()
                .limit(Math.max(0, lines.size() - 1))
                .allMatch(line -> SENTENCE.matcher(line.text()).matches());
    }

    private void add(List<Line> lines, XmlNode element) {
        if (!lines.isEmpty()) {
            blocks.add(new Paragraph(lines, Paragraph.Style.PLAIN, element.path()));
        }
    }
}
