package org.gongbao.bulk;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The duties that documents lay down, a row each, in the order in which the service counts them: those of the document itself,
 * then those of the documents of a digitised issue, which have no line of their own. An issue that was put together here has none:
 * its documents are published one by one, and its record does not repeat what is in them.
 */
final class DutiesTable implements LineTable {

    @Override
    public String name() {
        return "duties";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("uid", "文件标识", "document"),
                Column.integer("duty", "文件中第几项", "number of the duty in the document"),
                Column.text("category", "类别", "category"),
                Column.text("text", "任务", "what is to be done"),
                Column.texts("units", "责任单位", "who has to do it"),
                Column.text("measure", "要求", "how"),
                Column.texts("deadlines", "完成时限", "until when"),
                Column.integer(
                        "item",
                        "数字化公报一期中的第几篇文件（文件本身的任务为空）",
                        "number of the document in a digitised issue; empty for a duty of the document itself"),
                Column.integer("itemDuty", "该篇中第几项", "number of the duty in that document of the issue"),
                Column.text("itemTitle", "该篇标题", "title of that document of the issue"),
                Column.text("itemDocumentNumber", "该篇发文字号", "document number of that document of the issue"));
    }

    @Override
    public List<String> key() {
        return List.of("uid", "duty");
    }

    @Override
    public void add(JsonNode line, Rows rows) throws IOException {
        JsonNode record = line.path("record");
        int number = add(line, record, null, 0, rows);
        int item = 0;
        for (JsonNode each : record.path("items")) {
            number = add(line, each, ++item, number, rows);
        }
    }

    /** @return the number of the last duty so far */
    private static int add(JsonNode line, JsonNode record, @Nullable Integer item, int before, Rows rows)
            throws IOException {
        int number = before;
        for (JsonNode task : record.path("tasks")) {
            number++;
            rows.row(
                    LineTable.text(line.path("uid")),
                    number,
                    LineTable.text(task.path("category")),
                    LineTable.text(task.path("text")),
                    LineTable.joined(task.path("units")),
                    LineTable.text(task.path("measure")),
                    LineTable.joined(task.path("deadlines")),
                    item,
                    item == null ? null : number - before,
                    item == null ? null : LineTable.text(record.path("title")),
                    item == null ? null : LineTable.text(record.path("documentNumber")));
        }
        return number;
    }
}
