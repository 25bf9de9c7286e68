package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one table of a DOCX: merged cells once, with the rows and columns that they span. */
final class DocxTable {

    private static final int WIDEST_SPAN = 1000;

    private final DocxBody body;
    private final WordFindings findings;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** The cell that each column's vertical merge began with. */
    private final Map<Integer, Cell> merged = new TreeMap<>();

    DocxTable(DocxBody body, WordFindings findings) {
        this.body = body;
        this.findings = findings;
    }

    /** The table; a table of a single cell is a frame, and gives its content. */
    List<Block> read(XmlElement table) {
        rows(table);
        if (rows.size() == 1 && rows.get(0).size() == 1) {
            return rows.get(0).get(0).content;
        }
        List<List<Grid.Cell>> grid = rows.stream()
                .map(row -> row.stream().map(this::finished).toList())
                .toList();
        boolean blank =
                grid.stream().flatMap(List::stream).allMatch(cell -> cell.text().isEmpty());
        return blank ? List.of() : List.of(new Grid(grid, true));
    }

    private Grid.Cell finished(Cell cell) {
        if (cell.content.stream().anyMatch(Grid.class::isInstance)) {
            findings.count(WordFindings.Kind.NESTED_TABLES);
        }
        return new Grid.Cell(DocxBody.text(cell.content), cell.rowSpan, cell.columnSpan, null, null, 1);
    }

    private void rows(XmlElement parent) {
        for (XmlElement child : parent.children()) {
            switch (child.name()) {
                case "w:tr" -> row(child);
                case "w:tblPr", "w:tblGrid" -> {}
                case "w:del", "w:moveFrom" -> findings.count(WordFindings.Kind.DELETED_TEXT);
                default -> rows(child);
            }
        }
    }

    private void row(XmlElement row) {
        XmlElement properties = row.child("w:trPr");
        if (properties != null && properties.child("w:del") != null) {
            findings.count(WordFindings.Kind.DELETED_TEXT);
            return;
        } else if (properties != null && Boolean.TRUE.equals(properties.toggle("w:hidden"))) {
            findings.count(WordFindings.Kind.HIDDEN_TEXT);
            return;
        }
        List<Cell> cells = new ArrayList<>();
        int before = properties == null ? 0 : span(properties.value("w:gridBefore"), 0);
        if (before > 0) {
            cells.add(new Cell(new ArrayList<>(), before));
        }
        cells(row, before, cells);
        rows.add(cells);
    }

    private int cells(XmlElement parent, int from, List<Cell> into) {
        int column = from;
        for (XmlElement child : parent.children()) {
            switch (child.name()) {
                case "w:tc" -> column += cell(child, column, into);
                case "w:trPr", "w:tblPrEx", "w:sdtPr" -> {}
                default -> column = cells(child, column, into);
            }
        }
        return column;
    }

    private int cell(XmlElement element, int column, List<Cell> into) {
        XmlElement properties = element.child("w:tcPr");
        int span = properties == null ? 1 : span(properties.value("w:gridSpan"), 1);
        Cell cell = new Cell(new ArrayList<>(), span);
        body.readAll(element, cell.content);
        body.finish(cell.content);
        if (continues(properties, "w:vMerge") && merged.containsKey(column)) {
            Cell first = Objects.requireNonNull(merged.get(column));
            first.rowSpan++;
            first.content.addAll(cell.content);
        } else if (continues(properties, "w:hMerge") && !into.isEmpty()) {
            Cell left = into.get(into.size() - 1);
            left.columnSpan += span;
            left.content.addAll(cell.content);
        } else {
            into.add(cell);
            boolean begins = properties != null && properties.child("w:vMerge") != null;
            if (begins) {
                merged.put(column, cell);
            } else {
                merged.remove(column);
            }
        }
        return span;
    }

    /** A merge goes on where its element has no value, or says so. */
    private static boolean continues(@Nullable XmlElement properties, String merge) {
        XmlElement element = properties == null ? null : properties.child(merge);
        return element != null
                && element.attributes().getOrDefault("w:val", "continue").equals("continue");
    }

    private static int span(@Nullable String value, int otherwise) {
        Integer span = DocxLook.integer(value);
        return span == null ? otherwise : Math.max(otherwise, Math.min(span, WIDEST_SPAN));
    }

    /** A cell that may still grow downward. */
    private static final class Cell {
        private final List<Block> content;
        private int columnSpan;
        private int rowSpan = 1;

        Cell(List<Block> content, int columnSpan) {
            this.content = content;
            this.columnSpan = columnSpan;
        }
    }
}
