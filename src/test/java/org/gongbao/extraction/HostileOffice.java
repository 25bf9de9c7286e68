package org.gongbao.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Word documents and old office containers. */
final class HostileOffice {

    static final String WORDS = "云州市财政局正文";
    private static final List<String> PARTS =
            List.of("styles", "numbering", "footnotes", "endnotes", "comments", "settings", "header1");

    private HostileOffice() {}

    static List<HostileFile> all() {
        return List.of(
                HostileFile.refused("bomb.docx", out -> bomb(out), "file.too-large", "file.damaged"),
                HostileFile.noted(
                                "entities.docx",
                                out -> out.write(entities()),
                                "text.replacement-characters",
                                "file.damaged",
                                "docx.damaged")
                        .without("root:", "/bin/"),
                HostileFile.noted(
                                "billion-laughs.docx",
                                out -> out.write(laughs()),
                                "text.replacement-characters",
                                "file.damaged",
                                "docx.damaged")
                        .without("哈哈"),
                HostileFile.read("style-loop.docx", out -> out.write(styleLoop()), WORDS),
                HostileFile.read("spans.docx", out -> out.write(docx(spans())), WORDS),
                HostileFile.noted("deep.docx", out -> out.write(docx(deep())), "file.damaged"),
                HostileFile.read("numbers.docx", out -> out.write(numbering()), WORDS)
                        .and(outcome -> org.assertj.core.api.Assertions.assertThat(
                                        outcome.text().length())
                                .isLessThan(100_000)),
                HostileFile.read("macros.docx", out -> out.write(macros()), WORDS, "docx.macros"),
                HostileFile.read("paths.docx", out -> out.write(paths()), WORDS),
                HostileFile.refused("encrypted.docx", out -> encrypted(out), "file.encrypted"),
                HostileFile.noted(
                        "truncated.doc", out -> out.write(truncatedOle()), "file.damaged", "file.unsupported"),
                HostileFile.noted(
                        "sector-loop.xls", out -> out.write(sectorLoop()), "file.damaged", "file.unsupported"),
                HostileFile.noted("random.doc", out -> out.write(random()), "file.damaged", "file.unsupported"));
    }

    /** A document that refers to addresses outside, on this machine. */
    static HostileFile outsideReferences(int port) {
        String relation =
                "<Relationship xmlns='http://schemas.openxmlformats.org/package/2006/relationships' TargetMode="
                        + "'External' Id='x%d' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s'"
                        + " Target='http://127.0.0.1:" + port + "/%s'/>";
        StringBuilder relations = new StringBuilder();
        int id = 0;
        for (String type :
                List.of("attachedTemplate", "image", "oleObject", "styles", "footnotes", "numbering", "aFChunk")) {
            relations.append(String.format(relation, id++, type, type));
        }
        return HostileFile.read(
                "outside.docx",
                out -> {
                    Map<String, byte[]> entries = TestFiles.entries(TestFiles.p(WORDS), Map.of());
                    entries.put(
                            "word/_rels/document.xml.rels",
                            TestFiles.bytes(
                                    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                                            + relations + "</Relationships>"));
                    out.write(HostileArchives.zip(entries));
                },
                WORDS);
    }

    static byte[] docx(String body) throws IOException {
        return HostileArchives.zip(TestFiles.entries(body, Map.of()));
    }

    /** 600 megabytes of blanks as the text. */
    private static void bomb(OutputStream out) throws IOException {
        java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(out);
        Map<String, byte[]> entries = TestFiles.entries("", Map.of());
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            zip.putNextEntry(new java.util.zip.ZipEntry(entry.getKey()));
            for (int i = 0; entry.getKey().equals("word/document.xml") && i < 600; i++) {
                zip.write(blanks);
            }
            zip.write(entry.getValue());
        }
        zip.finish();
    }

    private static byte[] withProlog(String prolog, String reference) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        PARTS.forEach(part -> parts.put(part, "<w:x $W>" + reference + "</w:x>"));
        Map<String, byte[]> entries = TestFiles.entries(TestFiles.p(WORDS + reference), parts);
        entries.replaceAll((name, xml) -> TestFiles.bytes(prolog + new String(xml, StandardCharsets.UTF_8)));
        return HostileArchives.zip(entries);
    }

    private static byte[] entities() throws IOException {
        return withProlog(
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>",
                "&x;");
    }

    private static byte[] laughs() throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE d [<!ENTITY l0 \"哈哈\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return withProlog(laughs + "]>", "&l9;");
    }

    private static byte[] styleLoop() throws IOException {
        String style =
                "<w:style w:type='paragraph' w:styleId='%s'><w:basedOn w:val='%s'/><w:link w:val='%s'/></w:style>";
        String styles = "<w:styles $W>" + String.format(style, "A", "B", "A") + String.format(style, "B", "A", "B")
                + "</w:styles>";
        String body = "<w:p><w:pPr><w:pStyle w:val='A'/></w:pPr><w:r><w:t>" + WORDS + "</w:t></w:r></w:p>";
        return HostileArchives.zip(TestFiles.entries(body, Map.of("styles", styles)));
    }

    private static String spans() {
        String cell = "<w:tc><w:tcPr><w:gridSpan w:val='2147483647'/><w:vMerge w:val='restart'/></w:tcPr>"
                + TestFiles.p(WORDS) + "</w:tc>";
        return "<w:tbl><w:tr><w:trPr><w:gridBefore w:val='2147483647'/></w:trPr>" + cell.repeat(5) + "</w:tr><w:tr>"
                + cell.replace("restart", "continue") + "</w:tr></w:tbl>";
    }

    private static String deep() {
        return "<w:tbl><w:tr><w:tc>".repeat(30_000) + TestFiles.p(WORDS) + "</w:tc></w:tr></w:tbl>".repeat(30_000);
    }

    private static byte[] numbering() throws IOException {
        String numbering = "<w:numbering $W><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val="
                + "'2147483647'/><w:numFmt w:val='%s'/><w:lvlText w:val='" + "%%1%%2%%9".repeat(3_000)
                + "'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>";
        String numbered = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>"
                + WORDS + "</w:t></w:r></w:p>";
        return HostileArchives.zip(
                TestFiles.entries(numbered.repeat(50), Map.of("numbering", String.format(numbering, "upperRoman"))));
    }

    private static byte[] macros() throws IOException {
        return HostileArchives.zip(TestFiles.entries(TestFiles.p(WORDS), Map.of("vbaProject", "<x/>")));
    }

    private static byte[] paths() throws IOException {
        Map<String, byte[]> entries = TestFiles.entries(TestFiles.p(WORDS), Map.of());
        for (String name :
                List.of("../../../outside.xml", "/etc/gongbao.xml", "nul\u0000.xml", "word/../../../x.xml")) {
            entries.put(name, TestFiles.bytes("<x/>"));
        }
        return HostileArchives.zip(entries);
    }

    private static void encrypted(OutputStream out) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(new byte[5_000]), "EncryptedPackage");
            container.createDocument(new ByteArrayInputStream(new byte[500]), "EncryptionInfo");
            container.writeFilesystem(out);
        }
    }

    private static byte[] ole() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            for (int row = 0; row < 300; row++) {
                workbook.createSheet("表" + row).createRow(0).createCell(0).setCellValue(WORDS + row);
            }
            return workbook.getBytes();
        }
    }

    private static byte[] container(byte[] content, String stream) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem();
                var out = new java.io.ByteArrayOutputStream()) {
            container.createDocument(new ByteArrayInputStream(content), stream);
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] truncatedOle() throws IOException {
        byte[] whole = container(new byte[90_000], "WordDocument");
        return Arrays.copyOf(whole, whole.length / 2);
    }

    /** Every sector is said to be followed by itself. */
    private static byte[] sectorLoop() throws IOException {
        byte[] bytes = container(ole(), "Workbook");
        int table = 512 * (1 + (bytes[76] & 0xFF) + ((bytes[77] & 0xFF) << 8));
        for (int i = 0; i < 128; i++) {
            bytes[table + 4 * i] = (byte) i;
            bytes[table + 4 * i + 1] = 0;
            bytes[table + 4 * i + 2] = 0;
            bytes[table + 4 * i + 3] = 0;
        }
        return bytes;
    }

    private static byte[] random() {
        byte[] noise = new byte[50_000];
        new java.util.Random(47).nextBytes(noise);
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, noise, 0, magic.length);
        return noise;
    }
}
