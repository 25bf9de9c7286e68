package org.gongbao.bulk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * Describes the tables of a release for machines: {@code csv-metadata.json} by CSV on the Web (W3C), {@code datapackage.json} by
 * Frictionless Data Package 1.
 */
final class TableDescriptions {

    static final String CSVW = "csv-metadata.json";
    static final String FRICTIONLESS = "datapackage.json";

    /** Frictionless has no word for it. */
    private static final String SEPARATED =
            "；多个值以“" + Column.SEPARATOR + "”分隔 / several values are separated by " + Column.SEPARATOR;

    private final Path folder;

    TableDescriptions(Path folder) {
        this.folder = folder;
    }

    /**
     * A table.
     *
     * @param key the columns that tell a row from all others, none where they may be empty
     */
    record Described(List<Column> columns, List<String> key) {}

    /** All tables by the name of their file. */
    static Map<String, Described> tables() {
        Map<String, Described> tables = new LinkedHashMap<>();
        DerivedFiles.tables(new CitationKeys())
                .forEach(table -> tables.put(table.name() + ".csv", new Described(table.columns(), table.key())));
        tables.put(ReleaseWriter.TOMBSTONES, new Described(ReleaseWriter.TOMBSTONE, List.of("uid")));
        return tables;
    }

    /** @param files what is described, all but these descriptions */
    List<Release.ReleaseFile> write(ReleaseName name, List<Release.ReleaseFile> files) throws IOException {
        return List.of(
                write(CSVW, "application/csvm+json", csvw()),
                write(FRICTIONLESS, "application/json", data(name, files)));
    }

    private Release.ReleaseFile write(String name, String mediaType, Object json) throws IOException {
        byte[] bytes = (CanonicalJson.write(json) + "\n").getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve(name), bytes);
        String sha256 = Digest.of(bytes);
        return new Release.ReleaseFile(name, mediaType, "none", bytes.length, sha256, bytes.length, sha256);
    }

    private static Map<String, Object> csvw() {
        List<Object> tables = new ArrayList<>();
        tables().forEach((file, table) -> tables.add(Map.of("url", file, "tableSchema", csvw(table))));
        return Map.of("@context", "http://www.w3.org/ns/csvw", "tables", tables);
    }

    private static Map<String, Object> csvw(Described table) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(
                "columns", table.columns().stream().map(TableDescriptions::csvw).toList());
        if (!table.key().isEmpty()) {
            schema.put("primaryKey", table.key());
        }
        return schema;
    }

    private static Map<String, Object> csvw(Column column) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", column.name());
        described.put("titles", column.name());
        described.put("datatype", column.type().csvw);
        if (column.isList()) {
            described.put("separator", Column.SEPARATOR);
        }
        described.put(
                "dc:description",
                List.of(
                        Map.of("@value", column.chinese(), "@language", "zh"),
                        Map.of("@value", column.english(), "@language", "en")));
        return described;
    }

    private static Map<String, Object> data(ReleaseName name, List<Release.ReleaseFile> files) {
        Map<String, Described> tables = tables();
        return Map.of(
                "profile",
                "data-package",
                "name",
                Release.DATASET,
                "version",
                name.toString(),
                "resources",
                files.stream()
                        .map(file -> resource(file, tables.get(file.content())))
                        .toList());
    }

    private static Map<String, Object> resource(Release.ReleaseFile file, @Nullable Described table) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("name", file.name().toLowerCase(java.util.Locale.ROOT));
        resource.put("path", file.name());
        resource.put("mediatype", file.mediaType());
        resource.put("bytes", file.bytes());
        resource.put("hash", "sha256:" + file.sha256());
        if (!file.encoding().equals("none")) {
            resource.put("compression", file.encoding().equals("gzip") ? "gz" : "zst");
        }
        if (file.mediaType().equals(ParquetFile.MEDIA_TYPE)) {
            resource.put("format", "parquet");
        }
        if (table != null) {
            resource.put("profile", "tabular-data-resource");
            resource.put("encoding", "utf-8");
            resource.put("format", "csv");
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put(
                    "fields",
                    table.columns().stream().map(TableDescriptions::field).toList());
            if (!table.key().isEmpty()) {
                schema.put("primaryKey", table.key());
            }
            resource.put("schema", schema);
        }
        return resource;
    }

    private static Map<String, Object> field(Column column) {
        return Map.of(
                "name",
                column.name(),
                "type",
                column.type().frictionless,
                "description",
                column.chinese() + " / " + column.english() + (column.isList() ? SEPARATED : ""));
    }
}
