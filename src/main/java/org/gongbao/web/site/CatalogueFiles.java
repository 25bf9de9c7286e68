package org.gongbao.web.site;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.gongbao.publication.Catalogue.Entry;
import org.gongbao.publication.Terms;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.SpreadsheetCell;
import org.jspecify.annotations.Nullable;

/** The legal directory as JSON and CSV: data, so of what is open conditionally without what repeats the text. */
final class CatalogueFiles {

    private static final String[] COLUMNS = {
        "id",
        "version",
        "indexNumber",
        "title",
        "summary",
        "generatedOn",
        "issuers",
        "documentNumber",
        "documentKind",
        "themes",
        "disclosureMode",
        "publicSince",
        "terms"
    };

    private CatalogueFiles() {}

    /** One page with the true total, and how many entries are no open data and so left out. */
    static byte[] json(LocalDate day, long total, long withheld, List<Entry> entries, @Nullable String next) {
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("asOf", day);
        page.put("total", total);
        page.put("withheld", withheld);
        page.put("items", entries.stream().map(CatalogueFiles::item).toList());
        page.put("next", next);
        return CanonicalJson.bytes(page);
    }

    private static Map<String, @Nullable Object> item(Entry entry) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", "/id/doc/" + entry.uid());
        item.put("version", entry.version());
        item.put("indexNumber", entry.indexNumber());
        item.put("title", entry.title());
        item.put("summary", summary(entry));
        item.put("generatedOn", entry.generatedOn());
        item.put("issuers", entry.issuers());
        item.put("documentNumber", entry.documentNumber());
        item.put("documentKind", entry.documentKind());
        item.put("themes", entry.themes());
        item.put("disclosureMode", entry.disclosureMode());
        item.put("publicSince", entry.since());
        item.put("terms", entry.terms().code());
        return item;
    }

    private static @Nullable String summary(Entry entry) {
        return entry.terms() == Terms.OPEN ? entry.summary() : null;
    }

    static CSVPrinter csv(Writer out) throws IOException {
        out.write(ListAnswers.BYTE_ORDER_MARK);
        return CSVFormat.RFC4180.builder().setHeader(COLUMNS).get().print(out);
    }

    /** A row (RFC 4180), no cell of which is a formula. */
    static void print(String base, Entry entry, CSVPrinter csv) throws IOException {
        csv.printRecord(
                base + "/id/doc/" + entry.uid(),
                entry.version(),
                cell(entry.indexNumber()),
                cell(entry.title()),
                cell(summary(entry)),
                entry.generatedOn(),
                cell(String.join("；", entry.issuers())),
                cell(entry.documentNumber()),
                cell(entry.documentKind()),
                cell(String.join("；", entry.themes())),
                cell(entry.disclosureMode()),
                entry.since(),
                entry.terms().code());
    }

    private static @Nullable String cell(@Nullable String text) {
        return text == null ? null : SpreadsheetCell.safe(text);
    }
}
