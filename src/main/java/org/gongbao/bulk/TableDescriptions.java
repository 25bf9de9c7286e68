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

/**
 * Describes the tables of a release for machines: {@code csv-metadata.json} by CSV on the Web (W3C), {@code datapackage.json} by
 * Frictionless Data Package 1.
 */
final class TableDescriptions {

    static final String CSVW = "csv-metadata.json";
    static final String FRICTIONLESS = "datapackage.json";

    private final Path folder;

    TableDescriptions(Path folder) {
        this.folder = folder;
    }

    /** The columns of all tables by the name of their file. */
    static Map<String, List<Column>> tables() {
        Map<String, List<Column>> tables = new LinkedHashMap<>();
        DerivedFiles.tables(new CitationKeys()).forEach(table -> tables.put(table.name() + ".csv", table.columns()));
        tables.put(ReleaseWriter.TOMBSTONES, ReleaseWriter.TOMBSTONE);
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
        tables().forEach((file, columns) -> tables.add(Map.of(
                "url",
                file,
                "tableSchema",
                Map.of("columns", columns.stream().map(TableDescriptions::csvw).toList()))));
        return Map.of("@context", "http://www.w3.org/ns/csvw", "tables", tables);
    }

    private static Map<String, Object> csvw(Column column) {
        return Map.of(
                "name",
                column.name(),
                "titles",
                column.name(),
                "datatype",
                column.type().csvw,
                "dc:description",
                List.of(
                        Map.of("@value", column.chinese(), "@language", "zh"),
                        Map.of("@value", column.english(), "@language", "en")));
    }

    private static Map<String, Object> data(ReleaseName name, List<Release.ReleaseFile> files) {
        Map<String, List<Column>> tables = tables();
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

    private static Map<String, Object> resource(
            Release.ReleaseFile file, @org.jspecify.annotations.Nullable List<Column> columns) {
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
        if (columns != null) {
            resource.put("profile", "tabular-data-resource");
            resource.put("encoding", "utf-8");
            resource.put("format", "csv");
            resource.put(
                    "schema",
                    Map.of(
                            "fields",
                            columns.stream().map(TableDescriptions::field).toList()));
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
                column.chinese() + " / " + column.english());
    }
}
