package org.gongbao.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What documents say of others, a row each; the other document is named where it is in the same release. */
final class CitationsTable implements LineTable {

    private final CitationKeys keys;

    CitationsTable(CitationKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "citations";
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("citing", "引用文件标识", "citing document"),
                Column.integer("citation", "文件中第几处", "number of the citation in the document"),
                Column.text("relation", "关系", "relation"),
                Column.text("cited", "被引文件标识（在本次发布之内且唯一时）", "cited document, where it is one and in this release"),
                Column.text("title", "被引标题", "title as cited"),
                Column.text("documentNumber", "被引文号", "number as cited"),
                Column.text("quote", "原文", "the words that say so")));
        columns.addAll(LinePart.columns());
        return columns;
    }

    @Override
    public List<String> key() {
        return List.of("citing", "citation");
    }

    @Override
    public void add(JsonNode line, Rows rows) throws IOException {
        int number = 0;
        for (LinePart part : LinePart.of(line)) {
            for (JsonNode citation : part.record().path("citations")) {
                @Nullable String title = LineTable.text(citation.path("title"));
                @Nullable String documentNumber = LineTable.text(citation.path("documentNumber"));
                rows.row(
                        LineTable.text(line.path("uid")),
                        ++number,
                        LineTable.text(citation.path("relation")),
                        keys.cited(documentNumber, title),
                        title,
                        documentNumber,
                        LineTable.text(citation.path("quote")),
                        part.item(),
                        part.title(),
                        part.documentNumber());
            }
        }
    }
}
