package org.gongbao.extraction;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes files for the tests: text in any encoding, ZIP archives, and DOCX from the XML of their parts. */
final class TestFiles {

    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:wps=\"urn:wps\"";

    private TestFiles() {}

    static Path text(Path folder, String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    static Path html(Path folder, String html) throws IOException {
        return text(folder, "page.html", html, StandardCharsets.UTF_8);
    }

    static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
        return zip(file, entries, StandardCharsets.UTF_8);
    }

    static Path zip(Path file, Map<String, byte[]> entries, Charset names) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out, names)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    /** A DOCX with this body. */
    static Path docx(Path folder, String body) throws IOException {
        return docx(folder, body, Map.of());
    }

    /** @param parts further parts by type, such as {@code numbering}; their XML without prologue and with {@code $W} */
    static Path docx(Path folder, String body, Map<String, String> parts) throws IOException {
        return zip(folder.resolve("document.docx"), entries(body, parts));
    }

    static Map<String, byte[]> entries(String body, Map<String, String> parts) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                "[Content_Types].xml",
                bytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                        + ".wordprocessingml.document.main+xml\"/></Types>"));
        entries.put(
                "_rels/.rels",
                bytes(relations("<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument"
                        + "/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>")));
        StringBuilder relations = new StringBuilder();
        parts.forEach((type, xml) -> {
            relations
                    .append("<Relationship Id=\"")
                    .append(type)
                    .append("\" Type=\"http://schemas.openxmlformats.org/officeDocument" + "/2006/relationships/")
                    .append(type)
                    .append("\" Target=\"")
                    .append(type)
                    .append(".xml\"/>");
            entries.put("word/" + type + ".xml", bytes(xml.replace("$W", W)));
        });
        entries.put("word/_rels/document.xml.rels", bytes(relations(relations.toString())));
        entries.put("word/document.xml", bytes("<w:document " + W + "><w:body>" + body + "</w:body></w:document>"));
        return entries;
    }

    private static String relations(String inner) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inner
                + "</Relationships>";
    }

    static String p(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static ExtractedText read(Path file) {
        return Extractors.extract(file, ExtractionLimits.DEFAULT);
    }

    /** Texts of the paragraphs, in order. */
    static List<String> paragraphs(ExtractedText text) {
        return text.blocks().stream()
                .filter(Paragraph.class::isInstance)
                .map(block -> ((Paragraph) block).text())
                .toList();
    }

    static Grid grid(ExtractedText text) {
        return (Grid) text.blocks().stream()
                .filter(Grid.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    static List<String> codes(ExtractedText text) {
        return text.findings().stream().map(finding -> finding.code()).toList();
    }
}
