package org.gongbao.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.gongbao.extraction.WorkerTask;
import org.gongbao.privacy.MarkedPaper.Piece;
import org.gongbao.publication.RecordJson;
import org.gongbao.recognition.RecordTask;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import tools.jackson.databind.json.JsonMapper;

/** Puts an invented paper into a form, and reads it as the program does. */
final class PaperForms {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final RecordTask reading = new RecordTask();

    PaperForms(Path folder) {
        this.folder = folder;
    }

    /** The record of the text alone, as a form without tables gives it. */
    static DocumentRecord text(MarkedPaper paper, String separator) {
        Source source = new Source("paper.txt", "00", "text/plain", 1, "UTF-8", null, false);
        return DocumentRecord.builder(source).text(paper.text(separator)).build();
    }

    DocumentRecord html(MarkedPaper paper) throws IOException {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html><head><meta charset=utf-8></head><body>\n");
        for (MarkedPaper.Block block : paper.blocks()) {
            page.append(
                    block.table()
                            ? htmlTable(block)
                            : "<p>" + escaped(block.rows().get(0).get(0)) + "</p>\n");
        }
        return read(
                Files.writeString(folder.resolve("paper.html"), page.append("</body></html>"), StandardCharsets.UTF_8));
    }

    private static String htmlTable(MarkedPaper.Block block) {
        StringBuilder table = new StringBuilder("<table border=1>\n");
        for (List<List<Piece>> row : block.rows()) {
            table.append("<tr>");
            row.forEach(cell -> table.append("<td><p>").append(escaped(cell)).append("</p></td>"));
            table.append("</tr>\n");
        }
        return table.append("</table>\n").toString();
    }

    private static String escaped(List<Piece> cell) {
        return MarkedPaper.words(cell).replace("&", "&amp;").replace("<", "&lt;");
    }

    DocumentRecord docx(MarkedPaper paper) throws IOException {
        Path file = folder.resolve("paper.docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            for (MarkedPaper.Block block : paper.blocks()) {
                if (block.table()) {
                    docxTable(document, block);
                } else {
                    document.createParagraph()
                            .createRun()
                            .setText(MarkedPaper.words(block.rows().get(0).get(0)));
                }
            }
            document.write(out);
        }
        return read(file);
    }

    private static void docxTable(XWPFDocument document, MarkedPaper.Block block) {
        XWPFTable table =
                document.createTable(block.rows().size(), block.rows().get(0).size());
        for (int i = 0; i < block.rows().size(); i++) {
            XWPFTableRow row = table.getRow(i);
            for (int k = 0; k < block.rows().get(i).size(); k++) {
                row.getCell(k).setText(MarkedPaper.words(block.rows().get(i).get(k)));
            }
        }
    }

    private DocumentRecord read(Path file) throws IOException {
        byte[] result = reading.run(file, Map.of("asOf", "2026-01-01T00:00:00Z", "bytes", "1"), WorkerTask.Pages.NONE);
        return RecordJson.read(JSON.readTree(result).get("record"));
    }
}
