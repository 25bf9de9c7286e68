package org.gongbao.extraction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.gongbao.record.Box;
import org.jspecify.annotations.Nullable;

/**
 * Joins recognised lines into paragraphs by their boxes: a paragraph begins with an indent, after a line that is not full,
 * or where the size changes. A paragraph may go on over a page's end. Page numbers are left out.
 */
final class OcrParagraphs {

    /** A page number alone on its line, as in {@code — 3 —}, {@code -12-} or {@code 7}. */
    private static final Pattern PAGE_NUMBER = Pattern.compile("[-—–－一·. ]{0,4}\\d{1,4}[-—–－一·. ]{0,4}");

    /** Share of the page's height at its top and bottom where page numbers stand. */
    private static final double MARGIN = 0.12;

    private final List<Block> blocks = new ArrayList<>();
    private final List<Line> open = new ArrayList<>();
    private Paragraph.Style style = Paragraph.Style.PLAIN;
    private @Nullable TextArea lastArea;

    /** Adds a page without tables; pages come in order. */
    void add(Page page, List<Line> lines) {
        add(page, lines, List.of());
    }

    /** Adds a page; pages come in order. A table stands before the first line below it. */
    void add(Page page, List<Line> lines, List<RecognisedTable> tables) {
        List<Line> text =
                lines.stream().filter(line -> !isPageNumber(line, page)).toList();
        Deque<RecognisedTable> waiting = new ArrayDeque<>(tables.stream()
                .sorted(Comparator.comparingDouble(table -> table.box().y()))
                .toList());
        if (!text.isEmpty()) {
            add(text, TextArea.of(text, page), waiting);
        }
        waiting.forEach(this::table);
    }

    private void table(RecognisedTable table) {
        close();
        blocks.add(new Grid(table.rows(), true));
    }

    private void add(List<Line> text, TextArea area, Deque<RecognisedTable> waiting) {
        for (Line line : text) {
            while (!waiting.isEmpty() && isBelow(line, waiting.element())) {
                table(waiting.remove());
            }
            Paragraph.Style own = area.style(line);
            if (open.isEmpty() || begins(line, own, area)) {
                close();
                style = own;
            }
            open.add(line);
            lastArea = area;
        }
    }

    private static boolean isBelow(Line line, RecognisedTable table) {
        Box box = line.box();
        return box != null && box.y() >= table.box().y();
    }

    /** All paragraphs; nothing can be added any more. */
    List<Block> finish() {
        close();
        return blocks;
    }

    private void close() {
        if (!open.isEmpty()) {
            blocks.add(new Paragraph(open, style));
            open.clear();
        }
    }

    private boolean begins(Line line, Paragraph.Style own, TextArea area) {
        Line before = open.get(open.size() - 1);
        TextArea areaBefore = lastArea == null ? area : lastArea;
        boolean resized = Math.abs(own.size() - style.size()) > 0.25 * style.size();
        if (resized) {
            return true;
        }
        if (own.align() == Paragraph.Align.CENTRE && style.align() == Paragraph.Align.CENTRE) {
            return !area.isLarge(line) || area.isApart(before, line);
        }
        return area.isIndented(line) || !areaBefore.isFull(before) || area.isApart(before, line);
    }

    static boolean isPageNumber(Line line, Page page) {
        Box box = line.box();
        if (box == null || !PAGE_NUMBER.matcher(line.text()).matches()) {
            return false;
        }
        return box.bottom() < MARGIN * page.height() || box.y() > (1 - MARGIN) * page.height();
    }
}
