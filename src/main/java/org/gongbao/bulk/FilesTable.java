package org.gongbao.bulk;

import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The files of documents that may be had as data, a row each, in the order in which bags hold them. */
final class FilesTable implements LineTable {

    static final String NAME = "files";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("uid", "文件标识", "document"),
                Column.integer("version", "版本", "version"),
                Column.integer("year", "年份（没有的为空）", "year; empty where it has none"),
                Column.text("name", "文件名", "name of the file"),
                Column.text("mediaType", "类型", "media type"),
                Column.integer("bytes", "字节数", "size in bytes"),
                Column.text("sha256", "SHA-256", "SHA-256"),
                Column.time("versionAt", "版本发布时间", "when the version was published"));
    }

    @Override
    public List<String> key() {
        return List.of("uid", "name");
    }

    @Override
    public void add(JsonNode line, Rows rows) throws IOException {
        for (BagFile file : BagFile.of(line)) {
            rows.row(
                    file.uid().value(),
                    line.path("version").asInt(),
                    file.year(),
                    file.name(),
                    file.mediaType(),
                    file.bytes(),
                    file.sha256(),
                    file.at());
        }
    }
}
