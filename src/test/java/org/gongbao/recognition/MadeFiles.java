package org.gongbao.recognition;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Writes lines and tables as HTML and as DOCX, with merged cells as each format has them. */
final class MadeFiles {

    private MadeFiles() {}

    /** A page of a government site: lines, a table where {@code null} stands in the list, lines again. */
    static Path html(Path file, List<String> before, MadeTable table, List<String> after, boolean borders)
            throws IOException {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>")
                .append(before.get(0))
                .append("</title></head><body><div class=\"article-content\">\n");
        before.forEach(line -> html.append("<p>").append(line).append("</p>\n"));
        html.append(table(table, borders));
        after.forEach(line -> html.append("<p>").append(line).append("</p>\n"));
        return Files.writeString(file, html.append("</div></body></html>").toString());
    }

    static String table(MadeTable table, boolean borders) {
        StringBuilder html = new StringBuilder(borders ? "<table border=\"1\">" : "<table border=\"0\">");
        for (List<MadeTable.Cell> row : table.rows()) {
            html.append("<tr>");
            for (MadeTable.Cell cell : row) {
                html.append("<td")
                        .append(cell.rowSpan() > 1 ? " rowspan=\"" + cell.rowSpan() + "\"" : "")
                        .append(cell.columnSpan() > 1 ? " colspan=\"" + cell.columnSpan() + "\"" : "")
                        .append('>');
                for (String paragraph : cell.text().split("\n", -1)) {
                    html.append("<p>").append(paragraph).append("</p>");
                }
                html.append("</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</table>\n").toString();
    }

    static Path docx(Path file, List<String> before, MadeTable table, List<String> after, boolean borders)
            throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            before.forEach(line -> document.createParagraph().createRun().setText(line));
            if (table != null) {
                table(document, table, borders);
            }
            after.forEach(line -> paragraph(document, line));
            document.write(out);
        }
        return file;
    }

    private static void paragraph(XWPFDocument document, String line) {
        var run = document.createParagraph().createRun();
        String[] stops = line.split("\t", -1);
        for (int i = 0; i < stops.length; i++) {
            if (i > 0) {
                run.addTab();
            }
            run.setText(stops[i]);
        }
    }

    private static void table(XWPFDocument document, MadeTable table, boolean borders) {
        XWPFTable made = document.createTable();
        made.removeRow(0);
        if (!borders) {
            made.removeBorders();
        }
        List<MadeTable.Placed> places = table.placed();
        for (int row = 0; row < table.rows().size(); row++) {
            XWPFTableRow line = made.createRow();
            while (!line.getTableCells().isEmpty()) {
                line.removeCell(0);
            }
            for (int column = 0; column < table.columns(); ) {
                MadeTable.Placed place = covering(places, row, column);
                XWPFTableCell cell = line.addNewTableCell();
                CTTcPr properties = cell.getCTTc().addNewTcPr();
                if (place.cell().columnSpan() > 1) {
                    properties
                            .addNewGridSpan()
                            .setVal(BigInteger.valueOf(place.cell().columnSpan()));
                }
                if (place.cell().rowSpan() > 1) {
                    properties.addNewVMerge().setVal(place.row() == row ? STMerge.RESTART : STMerge.CONTINUE);
                }
                text(cell, place.row() == row ? place.cell().text() : "");
                column += place.cell().columnSpan();
            }
        }
    }

    private static void text(XWPFTableCell cell, String text) {
        String[] paragraphs = text.split("\n", -1);
        for (int i = 0; i < paragraphs.length; i++) {
            var paragraph =
                    i < cell.getParagraphs().size() ? cell.getParagraphs().get(i) : cell.addParagraph();
            paragraph.createRun().setText(paragraphs[i]);
        }
    }

    private static MadeTable.Placed covering(List<MadeTable.Placed> places, int row, int column) {
        return places.stream()
                .filter(place -> place.row() <= row
                        && row < place.row() + place.cell().rowSpan()
                        && place.column() <= column
                        && column < place.column() + place.cell().columnSpan())
                .findFirst()
                .orElseThrow();
    }
}
