package org.gongbao.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The tables inside documents, a row for each cell: no two tables have the same columns. */
final class CellsTable implements LineTable {

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("uid", "文件标识", "document"),
                Column.integer("table", "文件中第几个表", "number of the table in the document"),
                Column.text("caption", "表题", "caption"),
                Column.integer("row", "行", "row"),
                Column.integer("column", "列", "column"),
                Column.text("header", "表头", "head of the column"),
                Column.text("value", "单元格", "the cell")));
        columns.addAll(LinePart.columns());
        return columns;
    }

    @Override
    public List<String> key() {
        return List.of("uid", "table", "row", "column");
    }

    @Override
    public void add(JsonNode line, Rows rows) throws IOException {
        int number = 0;
        for (LinePart part : LinePart.of(line)) {
            for (JsonNode table : part.record().path("tables")) {
                add(line, part, table, ++number, rows);
            }
        }
    }

    private static void add(JsonNode line, LinePart part, JsonNode table, int number, Rows rows) throws IOException {
        int row = 0;
        for (JsonNode cells : table.path("rows")) {
            row++;
            for (int column = 0; column < cells.size(); column++) {
                rows.row(
                        LineTable.text(line.path("uid")),
                        number,
                        LineTable.text(table.path("caption")),
                        row,
                        column + 1,
                        LineTable.text(table.path("header").path(column)),
                        LineTable.text(cells.path(column)),
                        part.item(),
                        part.title(),
                        part.documentNumber());
            }
        }
    }
}
