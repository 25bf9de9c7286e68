package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Joins lines to paragraphs by their place: a first line is set in by two characters (GB/T 9704-2012, 7.3.3), a line that
 * is full goes on in the next one, also over the end of a column or page; a gap, another size or the middle of the
 * column set a line apart. Lengths are in em of the line.
 */
final class Paragraphs {

    /** Free space that a full line may leave: a punctuation mark or two characters that must not be parted. */
    private static final double SLACK = 1.7;

    /** A line set in by less stands at the margin. */
    private static final double AT_MARGIN = 0.9;

    /** Lines set in deeper than this on both sides are signatures, dates, headings. */
    private static final double DEEP = 6;

    /** Line distance beyond this multiple of the usual one parts paragraphs. */
    private static final double GAP = 1.4;

    /** The label of an item, such as {@code 1.}, {@code （一）}, {@code 第三条}, {@code 附件2}. */
    static final Pattern LABEL =
            Pattern.compile("^(?:[（(]?[0-9一二三四五六七八九十百]{1,4}[.．、)）]|第[0-9一二三四五六七八九十百零〇]+[编章节条]|附件).*");

    /** The end of a sentence, after which a label begins an item, such as the 。 of {@code 办理。}. */
    static final Pattern SENTENCE_END = Pattern.compile("[。：；！？:;][”’）)]?$");

    /** The label of a part of the text, such as {@code 二、}, which begins one also after {@code （市财政局负责）}. */
    private static final Pattern CHAPTER = Pattern.compile("[一二三四五六七八九十]{1,3}、");

    /** The end of a line of a table of contents, such as {@code ……12}. */
    static final Pattern LEADER = Pattern.compile("(?:[.．·]{4,}|…{3,})\\s*\\d+$");

    /** Signs that never end a line. */
    private static final String OPENING = "《（〈「『【〔([";

    /** Signs that stay with their neighbours on both sides. */
    private static final String QUOTES = "“”‘’";

    /** Signs that never begin a line. */
    private static final String CLOSING = "》）〉」』】〕，。、；：？！)],.;:?!%";

    private final double bodySize;
    private final double pitch;
    private final ColumnMargins margins;
    private final List<Block> blocks = new ArrayList<>();
    private final List<TextLine> open = new ArrayList<>();

    private Paragraphs(List<PageText> pages) {
        this.bodySize = bodySize(pages);
        this.pitch = pitch(pages);
        this.margins = new ColumnMargins(pages, bodySize);
    }

    /** The paragraphs and tables of all pages in reading order. */
    static List<Block> of(List<PageText> pages) {
        Paragraphs paragraphs = new Paragraphs(pages);
        TableJoining joining = new TableJoining();
        for (PageItem item : joining.join(pages)) {
            if (item instanceof TextLine line) {
                paragraphs.add(line.in(paragraphs.margins.of(line.column())));
            } else if (item instanceof PageTable table) {
                paragraphs.close();
                paragraphs.blocks.add(table.grid());
            }
        }
        paragraphs.close();
        return paragraphs.blocks;
    }

    private void add(TextLine line) {
        if (!open.isEmpty() && !continues(open.get(open.size() - 1), line)) {
            close();
        }
        open.add(line);
    }

    private boolean continues(TextLine before, TextLine line) {
        double em = line.size();
        boolean otherLook =
                Math.abs(before.size() - em) > 0.15 * Math.max(before.size(), em) || before.red() != line.red();
        if (otherLook || isApart(before, line) || LEADER.matcher(before.text()).find()) {
            return false;
        }
        if (isCentred(before) && isCentred(line)) {
            return em >= 1.15 * bodySize && before.page() == line.page();
        }
        boolean item = LABEL.matcher(line.text()).matches();
        if (isCentred(before)
                || isDeep(before)
                || !isFull(before, line)
                || item && SENTENCE_END.matcher(before.text()).find()
                || CHAPTER.matcher(line.text()).lookingAt() && before.text().endsWith("）")) {
            return false;
        }
        double indent = line.indent() / em;
        if (indent < AT_MARGIN) {
            return true;
        }
        double change = (line.indent() - before.indent()) / em;
        if (open.size() > 1 && Math.abs(change) < 0.5) {
            return !item;
        }
        boolean ended = SENTENCE_END.matcher(before.text()).find();
        return change < -1.5 || change > 1.2 && open.size() == 1 && !item && !ended;
    }

    /** A gap wider than usual between two lines of one column, or a step back up the page. */
    private boolean isApart(TextLine before, TextLine line) {
        if (before.page() != line.page()) {
            return line.page() - before.page() > 1;
        }
        double step = line.box().y() - before.box().y();
        double usual = Math.max(pitch * line.size() / bodySize, line.size() * 1.15);
        if (open.size() > 1 && open.get(open.size() - 2).page() == line.page()) {
            usual = Math.max(
                    usual, before.box().y() - open.get(open.size() - 2).box().y());
        }
        boolean sameColumn = before.column().equals(line.column());
        return sameColumn && step > GAP * usual;
    }

    private static boolean isFull(TextLine line, TextLine next) {
        return line.rest() <= Math.max(SLACK, unbreakable(next.text()) + 0.8) * line.size();
    }

    /** The width in em of what had to move to the next line together: a word or a character with its brackets and stops. */
    private static double unbreakable(String text) {
        int i = 0;
        double width = 0;
        boolean glued = true;
        while (i < text.length() && glued) {
            char c = text.charAt(i);
            boolean opens = OPENING.indexOf(c) >= 0 || QUOTES.indexOf(c) >= 0;
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            boolean word = !TextRun.isWide(c) && !TextRun.isWide(next) && c != ' ' && next != ' ';
            glued = opens || word || CLOSING.indexOf(next) >= 0 || QUOTES.indexOf(next) >= 0;
            width += TextRun.isWide(c) ? 1 : 0.6;
            i++;
        }
        return width;
    }

    private static boolean isDeep(TextLine line) {
        return line.indent() > DEEP * line.size();
    }

    private boolean isCentred(TextLine line) {
        double em = line.size();
        double off =
                Math.abs(line.box().x() + line.box().width() / 2 - line.column().middle());
        double least = em >= 1.15 * bodySize ? 0.8 : 2.6;
        boolean nearFull = em >= 1.15 * bodySize && line.rest() < em && line.indent() < 2.6 * em;
        return off < 0.8 * em && (line.indent() > least * em || nearFull);
    }

    private void close() {
        if (!open.isEmpty()) {
            blocks.add(new Paragraph(open.stream().map(TextLine::line).toList(), style()));
            open.clear();
        }
    }

    private Paragraph.Style style() {
        double size = open.stream().mapToDouble(TextLine::size).average().orElse(0);
        boolean bold = open.stream().allMatch(TextLine::bold);
        boolean red = open.stream().allMatch(TextLine::red);
        return new Paragraph.Style(align(), 0, Math.round(size * 10) / 10.0, bold, red);
    }

    private Paragraph.Align align() {
        if (open.stream().allMatch(this::isCentred)) {
            return Paragraph.Align.CENTRE;
        }
        boolean right = open.stream()
                .allMatch(line -> line.rest() < DEEP * line.size()
                        && line.indent() > 0.4 * line.column().width());
        return right ? Paragraph.Align.RIGHT : Paragraph.Align.LEFT;
    }

    /** The size in which most characters are set. */
    static double bodySize(List<PageText> pages) {
        Map<Long, Integer> characters = new HashMap<>();
        for (PageText page : pages) {
            for (PageItem item : page.items()) {
                if (item instanceof TextLine line) {
                    characters.merge(Math.round(line.size() * 2), line.text().length(), Integer::sum);
                }
            }
        }
        Map.@Nullable Entry<Long, Integer> most = characters.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElse(null);
        return most == null ? 12 : Math.max(1, most.getKey() / 2.0);
    }

    /** The usual distance of two lines in points. */
    private double pitch(List<PageText> pages) {
        List<Double> steps = new ArrayList<>();
        for (PageText page : pages) {
            TextLine before = null;
            for (PageItem item : page.items()) {
                TextLine line = item instanceof TextLine it ? it : null;
                if (line != null && before != null && before.column() == line.column()) {
                    double step = line.box().y() - before.box().y();
                    if (step > 0.5 * bodySize && step < 4 * bodySize && Math.abs(line.size() - bodySize) < 1) {
                        steps.add(step);
                    }
                }
                before = line;
            }
        }
        double[] sorted =
                steps.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0
                ? 1.6 * bodySize
                : Arrays.stream(sorted).skip(sorted.length / 3).findFirst().orElse(0);
    }
}
