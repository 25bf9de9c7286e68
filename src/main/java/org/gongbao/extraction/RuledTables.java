package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds the ruled tables of a page and takes their characters out of the flow of text. */
final class RuledTables {

    private final ReadingFrame frame;
    private final int page;
    private List<Glyph> rest;

    RuledTables(ReadingFrame frame, int page, List<Glyph> glyphs) {
        this.frame = frame;
        this.page = page;
        this.rest = glyphs;
    }

    /** The characters outside all tables found so far. */
    List<Glyph> rest() {
        return rest;
    }

    /** The tables that the lines make, smaller ones first so that a table in a frame is found. */
    List<PageTable> find(List<Ruling> rulings) {
        List<TableShape> shapes = new ArrayList<>();
        for (RulingNet net : RulingNet.of(rulings)) {
            TableShape shape = TableShape.of(net);
            if (shape.areas.size() > 1) {
                shapes.add(shape);
            }
        }
        shapes.sort(Comparator.comparingDouble(
                shape -> shape.box().width() * shape.box().height()));
        List<PageTable> tables = new ArrayList<>();
        for (TableShape shape : shapes) {
            PageTable table = fill(shape);
            if (table != null) {
                tables.add(table);
            }
        }
        return tables;
    }

    private @org.jspecify.annotations.Nullable PageTable fill(TableShape shape) {
        List<List<Glyph>> contents = new ArrayList<>();
        shape.areas.forEach(area -> contents.add(new ArrayList<>()));
        List<Glyph> outside = new ArrayList<>();
        for (Glyph glyph : rest) {
            int area = shape.areaAt(glyph.centreX(), glyph.centreY());
            (area < 0 ? outside : contents.get(area)).add(glyph);
        }
        long filled = contents.stream()
                .filter(cell -> cell.stream().anyMatch(glyph -> !glyph.isBlank()))
                .count();
        if (filled < 2) {
            return null;
        }
        rest = outside;
        List<List<Grid.Cell>> rows = new ArrayList<>();
        for (int r = 0; r < shape.rows(); r++) {
            rows.add(new ArrayList<>());
        }
        for (int i = 0; i < contents.size(); i++) {
            TableShape.Area area = shape.areas.get(i);
            rows.get(area.row()).add(cell(area, contents.get(i)));
        }
        List<Double> edges = Arrays.stream(shape.xs).boxed().toList();
        return new PageTable(new Grid(rows, true), page, page, shape.box(), edges);
    }

    private Grid.Cell cell(TableShape.Area area, List<Glyph> glyphs) {
        List<TextRun> lines = LineGrouping.lines(LineGrouping.runs(glyphs));
        return new Grid.Cell(
                CellText.of(lines, area.box()),
                area.rowSpan(),
                area.columnSpan(),
                page,
                frame.out(area.box()),
                lines.stream().mapToDouble(TextRun::confidence).min().orElse(1));
    }
}
