package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.Grid;
import org.gongbao.extraction.Line;
import org.gongbao.extraction.Paragraph;
import org.jspecify.annotations.Nullable;

/** Lays blocks out as one text with logical lines. Blank paragraphs go; nothing else of the text is changed. */
final class FlowBuilder {

    private final StringBuilder text = new StringBuilder();
    private final List<Segment> segments = new ArrayList<>();
    private final List<Flow.Place> places = new ArrayList<>();
    private final List<Flow.TablePlace> tables = new ArrayList<>();

    private FlowBuilder() {}

    static Flow build(List<Block> blocks) {
        return ofFiles(List.of(blocks));
    }

    /** The texts of several files, one after the other. */
    static Flow ofFiles(List<List<Block>> files) {
        FlowBuilder builder = new FlowBuilder();
        Set<Integer> parts = new TreeSet<>();
        for (List<Block> file : files) {
            parts.add(builder.segments.size());
            file.forEach(builder::block);
        }
        return new Flow(
                builder.text.toString(),
                List.copyOf(builder.segments),
                List.copyOf(builder.places),
                List.copyOf(builder.tables),
                Set.copyOf(parts),
                files.stream().flatMap(List::stream).toList());
    }

    private void block(Block block) {
        if (block instanceof Paragraph paragraph) {
            paragraph(paragraph);
        } else if (block instanceof Grid grid) {
            grid(grid);
        }
    }

    private void paragraph(Paragraph paragraph) {
        String whole = paragraph.text();
        if (Blanks.strip(whole).isEmpty()) {
            return;
        }
        breakLine();
        int lead = leading(whole);
        int start = text.length();
        text.append(Blanks.strip(whole).replace('\n', ' ').replace('\t', ' '));
        List<Integer> lineStarts = lines(paragraph, whole, start - lead);
        for (RunOnSplitter.Piece piece : RunOnSplitter.split(text.substring(start), lineStarts, start)) {
            segment(piece.text(), start + piece.from(), paragraph.page(), paragraph.style(), null);
        }
    }

    /** Notes where each line stands; gives the indexes in the text at which lines begin. */
    private List<Integer> lines(Paragraph paragraph, String whole, int origin) {
        List<Integer> starts = new ArrayList<>();
        int at = 0;
        for (Line line : paragraph.lines()) {
            int from = whole.indexOf(line.text(), at);
            if (from < 0) {
                continue;
            }
            at = from + line.text().length();
            int start = Math.max(origin + from, origin + leading(whole));
            int end = Math.min(origin + at, text.length());
            if (end > start) {
                places.add(new Flow.Place(start, end, line.page(), line.box(), line.confidence()));
                starts.add(start);
            }
        }
        return starts;
    }

    private void grid(Grid grid) {
        int number = tables.size();
        int firstSegment = segments.size();
        int begin = -1;
        for (int row = 0; row < grid.rows().size(); row++) {
            boolean started = false;
            List<Grid.Cell> cells = grid.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                String cell = Blanks.strip(cells.get(column).text());
                if (cell.isEmpty()) {
                    continue;
                }
                if (started) {
                    text.append('\t');
                } else {
                    breakLine();
                    started = true;
                }
                begin = begin < 0 ? text.length() : begin;
                cell(cells.get(column), cell, new Segment.CellPlace(number, row, column));
            }
        }
        int start = begin < 0 ? text.length() : begin;
        tables.add(new Flow.TablePlace(grid, firstSegment, segments.size(), start, text.length()));
    }

    private void cell(Grid.Cell cell, String content, Segment.CellPlace place) {
        int start = text.length();
        text.append(content.replaceAll("[\n\t]+", "\n"));
        places.add(new Flow.Place(start, text.length(), cell.page(), cell.box(), cell.confidence()));
        int from = start;
        for (String line : text.substring(start).split("\n", -1)) {
            String stripped = Blanks.strip(line);
            if (!stripped.isEmpty()) {
                segment(stripped, from + leading(line), cell.page(), Paragraph.Style.PLAIN, place);
            }
            from += line.length() + 1;
        }
    }

    private void segment(
            String content,
            int start,
            @Nullable Integer page,
            Paragraph.Style style,
            Segment.@Nullable CellPlace cell) {
        segments.add(new Segment(segments.size(), content, start, page, style, cell));
    }

    private void breakLine() {
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    private static int leading(String line) {
        int count = 0;
        while (count < line.length() && Blanks.isBlank(line.charAt(count))) {
            count++;
        }
        return count;
    }
}
