package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.record.SpreadsheetCell;
import org.gongbao.record.Table;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A table of a document as CSV (RFC 4180), with a byte order mark, which spreadsheets need for Chinese. */
@Controller
class TableController {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final OpenDocuments documents;

    TableController(OpenDocuments documents) {
        this.documents = documents;
    }

    /** @param number of the table in the record, from 1 */
    @GetMapping("/doc/{uid}/tables/{number:[1-9]\\d{0,5}}.csv")
    @Nullable
    Object table(
            @PathVariable String uid,
            @PathVariable int number,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return documents.answer(uid, request, response, document -> answer(document, number));
    }

    private static ResponseEntity<byte[]> answer(PublishedDocument document, int number) {
        String uid = document.uid().value();
        List<Table> tables = document.record().tables();
        if (number > tables.size()) {
            throw Refusal.notFound();
        }
        String title = document.record().displayTitle();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.ETAG, "W/\"v" + document.version() + "-table-" + number + "\"")
                .header("X-Robots-Tag", "noindex")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileName.attachment((title == null ? uid : title) + "-" + number, "csv", uid + "-" + number))
                .body(csv(tables.get(number - 1)));
    }

    private static byte[] csv(Table table) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            if (!table.header().isEmpty()) {
                csv.printRecord(table.header().stream().map(SpreadsheetCell::safe));
            }
            for (List<String> row : table.rows()) {
                csv.printRecord(row.stream().map(SpreadsheetCell::safe));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
