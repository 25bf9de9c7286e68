package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins the lines of paragraphs that were wrapped at a fixed width, as printers' and mailers' text is. Only where lines are
 * full to that width again and again and break in mid-sentence; any other text keeps one paragraph a line. Page numbers
 * that such a text has between its lines are no part of a paragraph and are left out.
 */
final class WrappedLines {

    private static final int NARROWEST = 40;
    private static final int WIDEST = 100;
    private static final int FEWEST = 6;

    /** Full lines that a wrapped text has at least; any text has one line that is its longest. */
    private static final int FEWEST_FULL = 3;

    /** {@code — 3 —}, {@code -3-}, {@code －３－}. */
    private static final Pattern PAGE_NUMBER = Pattern.compile("[-—－–·]{1,2}\\s*[\\d０-９]{1,4}\\s*[-—－–·]{1,2}");

    /** Marks that must not begin a line, so that a full line is a column longer with them. */
    private static final String HANGING = "，。；：、！？）》”’〕,.;:)";

    private static final String SENTENCE_ENDS = "。！？；：!?;:";

    /** A line that begins something new: {@code 第三条}, {@code 一、}, {@code （二）}, {@code 3.}, {@code 附件}. */
    private static final Pattern BEGINS = Pattern.compile(
            "(?:第[一二三四五六七八九十百零〇\\d]+[编章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\\d]+[）)]|\\d{1,3}[.．、]|附件).*");

    /** Marks that must not begin a line make one two characters wider than its sisters. */
    private static final int WIDER = 4;

    private static final Pattern SENTENCE_END = Pattern.compile(".*[。！？；：!?;:.]\\s*");

    private final List<String> lines;
    private final int width;

    private WrappedLines(List<String> lines, int width) {
        this.lines = lines;
        this.width = width;
    }

    static List<Paragraph> paragraphs(List<String> lines) {
        int width = lines.stream().mapToInt(WrappedLines::columns).max().orElse(0);
        WrappedLines wrapped = new WrappedLines(withoutPageNumbers(lines), width);
        return wrapped.isClear() ? wrapped.joined() : new WrappedLines(lines, width).single();
    }

    /** The lines without page numbers and the blank lines around them, so that a paragraph goes on over the page. */
    private static List<String> withoutPageNumbers(List<String> lines) {
        List<String> kept = new ArrayList<>();
        boolean turned = false;
        for (String line : lines) {
            if (PAGE_NUMBER.matcher(strip(line)).matches()) {
                while (!kept.isEmpty() && kept.get(kept.size() - 1).isBlank()) {
                    kept.remove(kept.size() - 1);
                }
                turned = true;
            } else if (!turned || !line.isBlank()) {
                kept.add(line);
                turned = false;
            }
        }
        return kept;
    }

    /**
     * Joins lines of which it is known that they were wrapped at the width, in columns. The rest of an item may hang, that
     * is, stand indented; a sentence that ends with its line ends the paragraph.
     */
    static List<Paragraph> hanging(List<String> lines, int width) {
        List<String> flush = new ArrayList<>();
        WrappedLines wrapped = new WrappedLines(lines, width - WIDER);
        for (int i = 0; i < lines.size(); i++) {
            String line = strip(lines.get(i));
            boolean goesOn = i > 0
                    && wrapped.isFull(i - 1)
                    && !SENTENCE_END.matcher(lines.get(i - 1)).matches()
                    && !begins(line);
            if (goesOn && !line.isEmpty()) {
                flush.set(flush.size() - 1, flush.get(flush.size() - 1) + "\n" + line);
            } else if (!line.isEmpty()) {
                flush.add(line);
            }
        }
        return flush.stream()
                .map(text -> new Paragraph(text.lines().map(Line::of).toList(), Paragraph.Style.PLAIN))
                .toList();
    }

    /** One paragraph a line. */
    static List<Paragraph> single(List<String> lines) {
        return new WrappedLines(lines, 0).single();
    }

    private boolean isClear() {
        if (width < NARROWEST || width > WIDEST) {
            return false;
        }
        int text = 0;
        int full = 0;
        int broken = 0;
        for (int i = 0; i < lines.size(); i++) {
            text += lines.get(i).isBlank() ? 0 : 1;
            full += isFull(i) ? 1 : 0;
            broken += isFull(i) && breaksSentence(i) ? 1 : 0;
        }
        boolean often = full >= FEWEST_FULL && full * 5 >= text && broken * 3 >= full * 2;
        return text >= FEWEST && (often || full * 2 >= text);
    }

    private boolean breaksSentence(int i) {
        String line = strip(lines.get(i));
        return SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) < 0 && !begins(lines.get(i + 1));
    }

    /** Whether the next line's first word would not have fitted at the end of this one. */
    private boolean isFull(int i) {
        if (i + 1 >= lines.size() || lines.get(i + 1).isBlank() || lines.get(i).isBlank()) {
            return false;
        }
        return columns(lines.get(i)) + firstWord(strip(lines.get(i + 1))) > width;
    }

    /** Columns of the first word; one more ideograph for a mark that must not begin a line. */
    private static int firstWord(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) < 0x2000 && line.charAt(end) != ' ') {
            end++;
        }
        return end == 0 ? 4 : end + 1;
    }

    private List<Paragraph> joined() {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = strip(lines.get(i));
            if (!line.isEmpty()) {
                open.add(Line.of(line));
            }
            boolean goesOn = isFull(i) && !begins(lines.get(i + 1));
            if (!goesOn && !open.isEmpty()) {
                paragraphs.add(new Paragraph(open, Paragraph.Style.PLAIN));
                open.clear();
            }
        }
        return paragraphs;
    }

    private static boolean begins(String line) {
        char first = line.isEmpty() ? ' ' : line.charAt(0);
        return first == '\u3000'
                || first == ' '
                || first == '\t'
                || first == '\u00A0'
                || BEGINS.matcher(line).matches();
    }

    private List<Paragraph> single() {
        return lines.stream()
                .map(WrappedLines::strip)
                .filter(line -> !line.isEmpty())
                .map(Paragraph::of)
                .toList();
    }

    /** Without blanks at both ends, no-break and ideographic ones included. */
    static String strip(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && isBlank(line.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** The columns of a line without blanks at its end and without a mark that hangs behind its last column. */
    static int columns(String line) {
        int end = line.length();
        while (end > 0 && isBlank(line.charAt(end - 1))) {
            end--;
        }
        if (end > 0 && HANGING.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        int columns = 0;
        for (int i = 0; i < end; i++) {
            columns += line.charAt(i) < 0x2000 ? 1 : 2;
        }
        return columns;
    }
}
