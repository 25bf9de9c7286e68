package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gongbao.record.Box;
import org.gongbao.record.Finding;

/**
 * Understands one page: characters and lines in, text lines and tables in reading order out. The same for PDF, OFD and
 * pages recognised from images.
 */
final class PageLayout {

    private PageLayout() {}

    /** Lays out what is drawn on a page. */
    static PageText of(PageContent content, List<Glyph> glyphs) {
        Map<Glyph.Direction, List<Glyph>> directions = new EnumMap<>(Glyph.Direction.class);
        for (Glyph glyph : glyphs) {
            directions.computeIfAbsent(glyph.direction, d -> new ArrayList<>()).add(glyph);
        }
        reportAskew(directions.remove(Glyph.Direction.ASKEW), content);
        List<Map.Entry<Glyph.Direction, List<Glyph>>> sorted = new ArrayList<>(directions.entrySet());
        sorted.sort((a, b) -> b.getValue().size() - a.getValue().size());
        List<PageItem> items = new ArrayList<>();
        boolean first = true;
        for (Map.Entry<Glyph.Direction, List<Glyph>> entry : sorted) {
            ReadingFrame frame = new ReadingFrame(entry.getKey(), content.width, content.height);
            items.addAll(items(content, frame, entry.getValue(), first));
            first = false;
        }
        return new PageText(new Page(content.number, content.width, content.height, false), items);
    }

    private static List<PageItem> items(
            PageContent content, ReadingFrame frame, List<Glyph> glyphs, boolean withTables) {
        List<Glyph> turned = new ArrayList<>(glyphs.size());
        glyphs.forEach(glyph -> turned.add(frame.in(glyph)));
        RuledTables ruled = new RuledTables(frame, content.number, turned);
        List<Placed> placed = new ArrayList<>();
        List<Ruling> rulings =
                withTables ? content.rulings.stream().map(frame::in).toList() : List.of();
        if (!rulings.isEmpty()) {
            placed.addAll(ruled.find(rulings));
        }
        List<TextRun> runs = LineGrouping.runs(ruled.rest());
        LabelTable.take(runs, content.number, frame).ifPresent(placed::add);
        if (withTables) {
            placed.addAll(AlignedTables.take(runs, rulings, content.number, frame));
        }
        placed.addAll(runs);
        return inOrder(placed, content.number, frame);
    }

    /** Lays out the lines recognised from a page's image. */
    static PageText ofRecognised(List<Line> lines, int number, double width, double height) {
        return ofRecognised(lines, List.of(), number, width, height);
    }

    /** Lays out the lines and tables recognised from a page's image. */
    static PageText ofRecognised(
            List<Line> lines, List<RecognisedTable> tables, int number, double width, double height) {
        List<Placed> runs = new ArrayList<>();
        tables.forEach(table -> runs.add(table.on(number)));
        RecognisedSizes sizes = new RecognisedSizes(lines);
        for (Line line : lines) {
            Box box = line.box();
            if (box != null && !line.text().isBlank()) {
                runs.add(TextRun.of(line, box, sizes.of(line.text(), box)));
            }
        }
        ReadingFrame frame = new ReadingFrame(Glyph.Direction.RIGHT, width, height);
        return new PageText(new Page(number, width, height, true), inOrder(runs, number, frame));
    }

    private static List<PageItem> inOrder(List<? extends Placed> placed, int page, ReadingFrame frame) {
        List<PageItem> items = new ArrayList<>();
        for (Columns.Part part : Columns.read(placed, frame.width())) {
            List<TextRun> runs = new ArrayList<>();
            List<PageTable> tables = new ArrayList<>();
            for (Placed item : part.items()) {
                TextRun run = item.run();
                if (run != null) {
                    runs.add(run);
                } else if (item instanceof PageTable table) {
                    tables.add(table);
                }
            }
            List<PageItem> here = new ArrayList<>(tables);
            LineGrouping.lines(runs).forEach(line -> here.add(line.line(page, frame, part.column())));
            here.sort((a, b) -> Double.compare(middle(a), middle(b)));
            items.addAll(here);
        }
        return items;
    }

    private static double middle(PageItem item) {
        return item instanceof PageTable
                ? item.box().y()
                : item.box().y() + item.box().height() / 2;
    }

    /** Text at an angle is a watermark (水印) laid over the document. */
    private static void reportAskew(@org.jspecify.annotations.Nullable List<Glyph> glyphs, PageContent content) {
        if (glyphs == null) {
            return;
        }
        StringBuilder quote = new StringBuilder();
        glyphs.stream().limit(200).forEach(glyph -> quote.append(glyph.text));
        if (!quote.toString().isBlank()) {
            content.add(Finding.info(
                            "pdf.text-askew",
                            "Text that runs at an angle over the page, as a watermark does, was left out.")
                    .quoting(quote.toString().strip()));
        }
    }
}
