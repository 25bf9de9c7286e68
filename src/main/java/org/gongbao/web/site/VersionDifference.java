package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Table;
import org.gongbao.web.site.TextDifference.Kind;
import org.gongbao.web.site.TextDifference.Line;
import org.gongbao.web.site.TextDifference.Run;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two versions of a document (版本差异): its fields, its text paragraph by paragraph, its tables row by
 * row.
 */
record VersionDifference(List<Field> fields, List<Line> text, List<TableDifference> tables) {

    /** Paragraphs that are compared; a longer text is compared up to here. */
    private static final int MOST_LINES = 20_000;

    private static final String CELLS = " │ ";

    /** A field with what it was and what it is; null where it was not there. */
    record Field(
            String name, @Nullable String before, @Nullable String after) {}

    /** A table by its number from 1. */
    record TableDifference(int number, @Nullable String caption, List<Line> rows) {}

    static VersionDifference of(DocumentRecord before, DocumentRecord after) {
        return new VersionDifference(
                fields(before, after), TextDifference.of(lines(before), lines(after)), tables(before, after));
    }

    public boolean isNothing() {
        return fields.isEmpty() && text.isEmpty() && tables.isEmpty();
    }

    private static List<String> lines(DocumentRecord record) {
        return record.text().lines().limit(MOST_LINES).toList();
    }

    private static List<Field> fields(DocumentRecord before, DocumentRecord after) {
        Map<String, @Nullable String> one = values(before);
        Map<String, @Nullable String> other = values(after);
        List<Field> fields = new ArrayList<>();
        one.forEach((name, value) -> {
            if (!Objects.equals(value, other.get(name))) {
                fields.add(new Field(name, value, other.get(name)));
            }
        });
        return fields;
    }

    /** The fields that the page of a document shows, under the names that it has for them. */
    private static Map<String, @Nullable String> values(DocumentRecord record) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put("displayTitle", record.displayTitle());
        values.put("title", record.enclosedTitle() == null ? null : record.title());
        values.put("documentNumber", record.documentNumber());
        values.put("indexNumber", record.indexNumber());
        values.put("documentKind", record.documentKind());
        values.put("issuers", joined(record.issuers()));
        values.put("addressees", joined(record.addressees()));
        values.put("issuedOn", said(record.issuedOn()));
        values.put("publishedOn", said(record.publishedOn()));
        values.put("effectiveOn", said(record.effectiveOn()));
        values.put("expiresOn", said(record.expiresOn()));
        values.put("themes", joined(record.themes()));
        values.put("summary", record.summary());
        return values;
    }

    private static @Nullable String joined(List<String> values) {
        return values.isEmpty() ? null : String.join("、", values);
    }

    private static @Nullable String said(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static List<TableDifference> tables(DocumentRecord before, DocumentRecord after) {
        List<TableDifference> tables = new ArrayList<>();
        int count = Math.max(before.tables().size(), after.tables().size());
        for (int i = 0; i < count; i++) {
            Table one = i < before.tables().size() ? before.tables().get(i) : null;
            Table other = i < after.tables().size() ? after.tables().get(i) : null;
            List<Line> rows = TextDifference.of(rows(one), rows(other));
            if (!rows.isEmpty()) {
                tables.add(new TableDifference(
                        i + 1,
                        Objects.requireNonNull(other == null ? one : other).caption(),
                        rows));
            }
        }
        return tables;
    }

    private static List<String> rows(@Nullable Table table) {
        List<String> rows = new ArrayList<>();
        if (table != null) {
            if (!table.header().isEmpty()) {
                rows.add(String.join(CELLS, table.header()));
            }
            table.rows().forEach(row -> rows.add(String.join(CELLS, row)));
        }
        return rows;
    }

    byte[] json(String uid, int from, int to) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", "/id/doc/" + uid);
        json.put("from", from);
        json.put("to", to);
        json.put("fields", fields.stream().map(VersionDifference::json).toList());
        json.put("text", text.stream().map(VersionDifference::json).toList());
        json.put(
                "tables",
                tables.stream()
                        .map(table -> Map.of(
                                "number",
                                table.number(),
                                "rows",
                                table.rows().stream()
                                        .map(VersionDifference::json)
                                        .toList()))
                        .toList());
        return CanonicalJson.bytes(json);
    }

    private static Map<String, @Nullable Object> json(Field field) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("field", field.name());
        json.put("before", field.before());
        json.put("after", field.after());
        return json;
    }

    private static Map<String, @Nullable Object> json(Line line) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", word(line.kind()));
        if (line.kind() == Kind.GAP) {
            json.put("lines", line.count());
        } else {
            json.put("runs", line.runs().stream().map(VersionDifference::json).toList());
        }
        return json;
    }

    private static Map<String, String> json(Run run) {
        return Map.of("kind", word(run.kind()), "text", run.text());
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
