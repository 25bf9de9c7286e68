package org.gongbao.extraction;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.extraction.HostileFile.Maker;

/** Workbooks and OFD files (版式文档) whose parts lie, loop or multiply. */
final class HostileSheets {

    private static final String CELL = "<c r=\"A1\" t=\"inlineStr\"><is><t>云州市预算表</t></is></c>";
    private static final String OFD = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    private HostileSheets() {}

    static List<HostileFile> all() {
        return List.of(
                HostileFile.read("dimension-lie.xlsx", sheet("<row r=\"1\">" + CELL + "</row>", ""), "云州市预算表"),
                HostileFile.read("far-corner.xlsx", sheet(farCorner(), ""), "云州市预算表"),
                HostileFile.read("diagonal.xlsx", sheet(diagonal(), ""), "云州市预算表", "sheet.scattered"),
                HostileFile.read("merged-flood.xlsx", sheet("<row r=\"1\">" + CELL + "</row>", merges()), "云州市预算表"),
                HostileFile.read("formulas.xlsx", sheet(formulas(), ""), "云州市预算表")
                        .without("cmd|", "127.0.0.1"),
                HostileFile.noted("sheet-bomb.xlsx", HostileSheets::bomb, "file.damaged", "file.too-large"),
                HostileFile.noted("sheet-entities.xlsx", entities(), "file.damaged")
                        .without("root:", "哈哈"),
                HostileFile.blank("page-loop.ofd", ofd(pages(3), "<ofd:Template TemplateID=\"1\"/>"), "ofd.empty"),
                HostileFile.refused("million-pages.ofd", ofd(pages(1_000_000), ""), "file.too-large")
                        .and(outcome -> outcome.mentions("1000004")),
                HostileFile.refused("many-pages.ofd", ofd(pages(30_000), ""), "file.too-many-pages")
                        .and(outcome -> outcome.mentions("30000")),
                HostileFile.noted("entities.ofd", ofdEntities(), "file.damaged").without("root:", "哈哈"),
                HostileFile.noted("bomb.ofd", HostileSheets::ofdBomb, "file.too-large", "file.damaged"));
    }

    private static Maker sheet(String rows, String after) {
        return out -> out.write(HostileArchives.zip(workbook(
                "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                        + "<dimension ref=\"A1:XFD1048576\"/><sheetData>" + rows + "</sheetData>" + after
                        + "</worksheet>")));
    }

    private static Map<String, byte[]> workbook(String sheet) {
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packaged = "http://schemas.openxmlformats.org/package/2006";
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                "[Content_Types].xml",
                TestFiles.bytes(
                        "<Types xmlns=\"" + packaged + "/content-types\"><Default Extension=\"rels\" ContentType="
                                + "\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName="
                                + "\"/xl/workbook.xml\" ContentType=\"" + type + "sheet.main+xml\"/><Override PartName="
                                + "\"/xl/worksheets/sheet1.xml\" ContentType=\"" + type + "worksheet+xml\"/></Types>"));
        entries.put("_rels/.rels", relation(packaged, office + "/officeDocument", "xl/workbook.xml"));
        entries.put(
                "xl/workbook.xml",
                TestFiles.bytes(
                        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
                                + office
                                + "\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
        entries.put("xl/_rels/workbook.xml.rels", relation(packaged, office + "/worksheet", "worksheets/sheet1.xml"));
        entries.put("xl/worksheets/sheet1.xml", TestFiles.bytes(sheet));
        return entries;
    }

    private static byte[] relation(String packaged, String type, String target) {
        return TestFiles.bytes("<Relationships xmlns=\"" + packaged + "/relationships\"><Relationship Id=\"r1\" Type=\""
                + type + "\" Target=\"" + target + "\"/></Relationships>");
    }

    private static String farCorner() {
        return "<row r=\"1\">" + CELL + "</row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    }

    private static String diagonal() {
        StringBuilder rows = new StringBuilder("<row r=\"1\">" + CELL + "</row>");
        for (int i = 2; i < 8_000; i++) {
            String place = org.apache.poi.ss.util.CellReference.convertNumToColString(i) + i;
            rows.append("<row r=\"" + i + "\"><c r=\"" + place + "\"><v>1</v></c></row>");
        }
        return rows.toString();
    }

    private static String merges() {
        StringBuilder merges = new StringBuilder("<mergeCells>");
        for (int i = 0; i < 200; i++) {
            merges.append("<mergeCell ref=\"A")
                    .append(1 + i * 5_000)
                    .append(":CV")
                    .append(5_000 + i * 5_000)
                    .append("\"/>");
        }
        return merges.append("</mergeCells>").toString();
    }

    private static String formulas() {
        StringBuilder rows = new StringBuilder("<row r=\"1\">" + CELL + "</row>");
        int row = 2;
        for (String formula : List.of(
                "cmd|' /C calc'!A0",
                "HYPERLINK(&quot;http://127.0.0.1/&quot;)",
                "WEBSERVICE(&quot;http://127.0.0.1/&quot;)",
                "A" + (row + 3),
                "(".repeat(5_000) + "1" + ")".repeat(5_000),
                "REPT(&quot;x&quot;,32767)")) {
            rows.append("<row r=\"" + row + "\"><c r=\"A" + row + "\"><f>" + formula + "</f><v>7</v></c></row>");
            row++;
        }
        return rows.toString();
    }

    private static void bomb(java.io.OutputStream out) throws IOException {
        out.write(HostileArchives.zip(workbook("<worksheet>" + " ".repeat(100 << 20) + "</worksheet>")));
    }

    private static Maker entities() {
        return out -> out.write(HostileArchives.zip(
                workbook("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"哈哈\">]><worksheet xmlns="
                        + "\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r="
                        + "\"A1\" t=\"inlineStr\"><is><t>&x;&y;</t></is></c></row></sheetData></worksheet>")));
    }

    private static String pages(int count) {
        return "<ofd:Page ID=\"9\" BaseLoc=\"Page.xml\"/>".repeat(count);
    }

    private static Map<String, byte[]> ofdParts(String pages, String page) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                "OFD.xml",
                TestFiles.bytes("<ofd:OFD " + OFD
                        + "><ofd:DocBody><ofd:DocRoot>Doc.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"));
        entries.put(
                "Doc.xml",
                TestFiles.bytes(
                        "<ofd:Document " + OFD + "><ofd:CommonData><ofd:TemplatePage ID=\"1\" BaseLoc=\"Page.xml\"/>"
                                + "</ofd:CommonData><ofd:Pages>" + pages + "</ofd:Pages></ofd:Document>"));
        entries.put(
                "Page.xml",
                TestFiles.bytes("<ofd:Page " + OFD + ">" + page + "<ofd:Content><ofd:Layer>"
                        + "<ofd:PageBlock>".repeat(2_000) + "</ofd:PageBlock>".repeat(2_000)
                        + "</ofd:Layer></ofd:Content></ofd:Page>"));
        return entries;
    }

    private static Maker ofd(String pages, String page) {
        return out -> out.write(HostileArchives.zip(ofdParts(pages, page)));
    }

    private static Maker ofdEntities() {
        return out -> {
            Map<String, byte[]> entries = ofdParts(pages(1), "");
            entries.put(
                    "OFD.xml",
                    TestFiles.bytes(
                            "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"哈哈\">]><ofd:OFD "
                                    + OFD
                                    + "><ofd:DocBody><ofd:DocInfo><ofd:Title>&x;&y;</ofd:Title></ofd:DocInfo><ofd:DocRoot>"
                                    + "Doc.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"));
            out.write(HostileArchives.zip(entries));
        };
    }

    private static void ofdBomb(java.io.OutputStream out) throws IOException {
        Map<String, byte[]> entries = ofdParts(pages(1), "");
        entries.put("Doc.xml", new byte[100 << 20]);
        out.write(HostileArchives.zip(entries));
    }
}
