package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Reads tables of pages, and tells them from tables that only lay out the page. */
final class HtmlTables {

    private static final int WIDEST_SPAN = 1000;

    /** A cell with more than this share of a table's text, in several paragraphs, is the page and not a cell. */
    private static final double WHOLE = 0.8;

    private static final int PARAGRAPHS = 5;

    private HtmlTables() {}

    /** Whether it is a table of rows and columns, or one row that begins with a label such as {@code 主题词：}. */
    static boolean isData(Element table) {
        if (table.attr("role").equalsIgnoreCase("presentation") || hasTables(table)) {
            return false;
        }
        Elements rows = rows(table);
        int columns = rows.stream().mapToInt(row -> cells(row).size()).max().orElse(0);
        if (rows.size() == 1 && columns > 1) {
            return PageProfile.DEFAULT.hasLabel(cells(rows.get(0)).get(0).text());
        } else if (rows.size() < 2 || columns < 2) {
            return false;
        }
        double all = Math.max(1, TextLengths.of(table.text()));
        return rows.stream()
                .flatMap(row -> cells(row).stream())
                .noneMatch(cell -> TextLengths.of(cell.text()) > WHOLE * all
                        && cell.select("p, br, div").size() > PARAGRAPHS);
    }

    /** Whether tables in its cells hold so much of its text that it lays out a page around them. */
    private static boolean hasTables(Element table) {
        int inner = 0;
        for (Element other : table.select("table")) {
            if (other != table) {
                if (isFrame(table)) {
                    return true;
                }
                inner += TextLengths.of(other.text());
            }
        }
        return inner * 2 > TextLengths.of(table.text());
    }

    /** Without rows of as many cells, or without lines: a table of data in whose cells others may stand has both. */
    private static boolean isFrame(Element table) {
        Elements rows = rows(table);
        int columns = rows.isEmpty() ? 0 : cells(rows.get(0)).size();
        boolean even = columns > 1 && rows.stream().allMatch(row -> cells(row).size() == columns);
        return !even || rows.size() < 3 || table.attr("border").matches("0?");
    }

    /** The table, after its caption. Empty when it holds no text. */
    static List<Block> read(Element table, PageProfile profile, Characters characters) {
        List<Block> blocks = new ArrayList<>();
        for (Element caption : table.select("caption")) {
            blocks.addAll(HtmlBlocks.of(caption, profile, characters));
        }
        List<List<Grid.Cell>> grid = new ArrayList<>();
        Elements rows = rows(table);
        for (int i = 0; i < rows.size(); i++) {
            int left = rows.size() - i;
            grid.add(cells(rows.get(i)).stream()
                    .map(cell -> cell(cell, left, profile, characters))
                    .toList());
        }
        if (grid.stream().flatMap(List::stream).anyMatch(cell -> !cell.text().isEmpty())) {
            blocks.add(new Grid(grid, true));
        }
        return blocks;
    }

    private static Grid.Cell cell(Element cell, int rowsLeft, PageProfile profile, Characters characters) {
        String text = HtmlBlocks.ofCell(cell, profile, characters);
        int rowSpan = Math.min(span(cell.attr("rowspan")), rowsLeft);
        return new Grid.Cell(text, rowSpan, Math.min(span(cell.attr("colspan")), WIDEST_SPAN), null, null, 1);
    }

    private static int span(String value) {
        try {
            return Math.max(1, Integer.parseInt(value.strip()));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static Elements rows(Element table) {
        Elements rows = new Elements();
        for (Element child : table.children()) {
            if (child.nameIs("tr")) {
                rows.add(child);
            } else if (child.nameIs("tbody") || child.nameIs("thead") || child.nameIs("tfoot")) {
                child.children().stream().filter(row -> row.nameIs("tr")).forEach(rows::add);
            }
        }
        return rows;
    }

    private static List<Element> cells(Element row) {
        return row.children().stream()
                .filter(cell -> cell.nameIs("td") || cell.nameIs("th"))
                .toList();
    }
}
