package org.gongbao.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The duties that documents lay down, a row each, in the order in which the service counts them. */
final class DutiesTable implements LineTable {

    @Override
    public String name() {
        return "duties";
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("uid", "文件标识", "document"),
                Column.integer("duty", "文件中第几项", "number of the duty in the document"),
                Column.text("category", "类别", "category"),
                Column.text("text", "任务", "what is to be done"),
                Column.texts("units", "责任单位", "who has to do it"),
                Column.text("measure", "要求", "how"),
                Column.texts("deadlines", "完成时限", "until when")));
        columns.addAll(LinePart.columns());
        columns.add(Column.integer("itemDuty", "该篇中第几项", "number of the duty in that document of the issue"));
        return columns;
    }

    @Override
    public List<String> key() {
        return List.of("uid", "duty");
    }

    @Override
    public void add(JsonNode line, Rows rows) throws IOException {
        int number = 0;
        for (LinePart part : LinePart.of(line)) {
            int inPart = 0;
            for (JsonNode task : part.record().path("tasks")) {
                inPart++;
                rows.row(
                        LineTable.text(line.path("uid")),
                        ++number,
                        LineTable.text(task.path("category")),
                        LineTable.text(task.path("text")),
                        LineTable.joined(task.path("units")),
                        LineTable.text(task.path("measure")),
                        LineTable.joined(task.path("deadlines")),
                        part.item(),
                        part.title(),
                        part.documentNumber(),
                        part.item() == null ? null : inPart);
            }
        }
    }
}
