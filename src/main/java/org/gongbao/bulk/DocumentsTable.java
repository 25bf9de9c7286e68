package org.gongbao.bulk;

import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** All documents, a row each, lists separated by semicolons. */
final class DocumentsTable implements LineTable {

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("uid", "标识", "identifier"),
                Column.text("title", "标题", "title"),
                Column.text("enclosedTitle", "所印发文件的标题", "title of the enclosed instrument"),
                Column.text("documentNumber", "发文字号", "document number"),
                Column.text("documentKind", "文种", "kind of document"),
                Column.text("instrumentForm", "体裁", "form of the instrument"),
                Column.texts("issuers", "发文机关", "issuers"),
                Column.texts("addressees", "主送机关", "addressees"),
                Column.date("issuedOn", "成文日期", "date of issue"),
                Column.date("publishedOn", "发布日期", "date of publication"),
                Column.date("effectiveOn", "施行日期", "in force from"),
                Column.date("expiresOn", "失效日期", "no longer in force from"),
                Column.text("indexNumber", "索引号", "index number"),
                Column.text("disclosureMode", "公开方式", "disclosure mode"),
                Column.texts("themes", "主题分类", "themes"),
                Column.text("normative", "是否规范性文件", "whether it is a normative document"),
                Column.text("language", "语种", "language"),
                Column.integer("version", "版本", "version"),
                Column.time("releasedAt", "首次发布时间", "time of first release"),
                Column.text("terms", "开放属性", "terms of use"),
                Column.text("titlePinyin", "标题的汉语拼音（机器注音）", "title in pinyin (zh-Latn), read out by a program"));
    }

    @Override
    public List<String> key() {
        return List.of("uid");
    }

    @Override
    public void add(JsonNode line, Rows rows) throws IOException {
        JsonNode record = line.path("record");
        rows.row(
                LineTable.text(line.path("uid")),
                LineTable.text(record.path("title")),
                LineTable.text(record.path("enclosedTitle")),
                LineTable.text(record.path("documentNumber")),
                LineTable.text(record.path("documentKind")),
                LineTable.text(record.path("instrumentForm")),
                LineTable.joined(record.path("issuers")),
                LineTable.joined(record.path("addressees")),
                LineTable.text(record.path("issuedOn")),
                LineTable.text(record.path("publishedOn")),
                LineTable.text(record.path("effectiveOn")),
                LineTable.text(record.path("expiresOn")),
                LineTable.text(record.path("indexNumber")),
                LineTable.text(record.path("disclosure").path("mode")),
                LineTable.joined(record.path("themes")),
                LineTable.text(record.path("normative")),
                LineTable.text(record.path("language")),
                line.path("version").asInt(),
                LineTable.text(line.path("releasedAt")),
                LineTable.text(line.path("terms")),
                LineTable.text(line.path("titlePinyin")));
    }
}
