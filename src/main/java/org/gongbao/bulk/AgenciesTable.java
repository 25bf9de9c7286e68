package org.gongbao.bulk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who issued documents, by the names that the documents have for them. */
final class AgenciesTable implements LineTable {

    private final Map<String, Agency> agencies = new TreeMap<>();

    /** What is known of an issuer so far. */
    private static final class Agency {
        @Nullable
        String id;

        @Nullable
        String fullName;

        @Nullable
        String first;

        @Nullable
        String last;

        int documents;

        void add(@Nullable String day) {
            documents++;
            if (day != null) {
                first = first == null || day.compareTo(first) < 0 ? day : first;
                last = last == null || day.compareTo(last) > 0 ? day : last;
            }
        }
    }

    @Override
    public String name() {
        return "agencies";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("name", "名称（文件中的写法）", "name as documents have it"),
                Column.text("id", "机关标识（能确定时）", "identifier, where it is known which agency it is"),
                Column.text("fullName", "全称", "full name"),
                Column.integer("documents", "发文数", "documents issued"),
                Column.date("first", "最早成文日期", "first date of issue"),
                Column.date("last", "最晚成文日期", "last date of issue"));
    }

    @Override
    public List<String> key() {
        return List.of("name");
    }

    @Override
    public void add(JsonNode line, Rows rows) {
        JsonNode record = line.path("record");
        for (JsonNode issuer : record.path("issuers")) {
            Agency agency = agencies.computeIfAbsent(issuer.asString(), name -> new Agency());
            agency.add(LineTable.text(record.path("issuedOn")));
            for (JsonNode reference : record.path("agencies")) {
                if (reference.path("name").asString().equals(issuer.asString()) && agency.id == null) {
                    agency.id = LineTable.text(reference.path("id"));
                    agency.fullName = LineTable.text(reference.path("fullName"));
                }
            }
        }
    }

    @Override
    public void end(Rows rows) throws IOException {
        for (Map.Entry<String, Agency> each : agencies.entrySet()) {
            Agency agency = each.getValue();
            rows.row(each.getKey(), agency.id, agency.fullName, agency.documents, agency.first, agency.last);
        }
    }
}
