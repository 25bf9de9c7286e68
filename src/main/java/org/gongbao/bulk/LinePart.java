package org.gongbao.bulk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a line holds a record of: the document itself, then the documents of a digitised issue, which have no line of their
 * own. An issue that was put together here has none of them: its documents are published one by one, and its record does not
 * repeat what is in them.
 *
 * @param item which of the documents of an issue it is, from 1; null for the document itself
 */
record LinePart(JsonNode record, @Nullable Integer item) {

    static List<LinePart> of(JsonNode line) {
        JsonNode record = line.path("record");
        List<LinePart> parts = new ArrayList<>();
        parts.add(new LinePart(record, null));
        for (JsonNode item : record.path("items")) {
            parts.add(new LinePart(item, parts.size()));
        }
        return parts;
    }

    /** The columns that say which part a row is of; their cells are empty for the document itself. */
    static List<Column> columns() {
        return List.of(
                Column.integer(
                        "item",
                        "数字化公报一期中的第几篇文件（属于文件本身的为空）",
                        "number of the document in a digitised issue; empty for what is of the document itself"),
                Column.text("itemTitle", "该篇标题", "title of that document of the issue"),
                Column.text("itemDocumentNumber", "该篇发文字号", "document number of that document of the issue"));
    }

    @Nullable
    String title() {
        return item == null ? null : LineTable.text(record.path("title"));
    }

    @Nullable
    String documentNumber() {
        return item == null ? null : LineTable.text(record.path("documentNumber"));
    }
}
