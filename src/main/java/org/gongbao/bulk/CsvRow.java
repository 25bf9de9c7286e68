package org.gongbao.bulk;

import java.util.List;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.SpreadsheetCell;

/** A document as a row of the table of all documents, one column a field, lists separated by semicolons. */
final class CsvRow {

    static final String[] HEADER = {
        "uid", "title", "enclosedTitle", "documentNumber", "documentKind", "instrumentForm", "issuers", "addressees",
        "issuedOn", "publishedOn", "effectiveOn", "expiresOn", "indexNumber", "disclosureMode", "themes", "normative",
        "language", "version", "releasedAt", "terms"
    };

    private CsvRow() {}

    static List<String> of(PublishedDocument document) {
        DocumentRecord record = document.record();
        return java.util.stream.Stream.of(
                        document.uid().value(),
                        record.title(),
                        record.enclosedTitle(),
                        record.documentNumber(),
                        record.documentKind(),
                        record.instrumentForm(),
                        String.join(";", record.issuers()),
                        String.join(";", record.addressees()),
                        record.issuedOn(),
                        record.publishedOn(),
                        record.effectiveOn(),
                        record.expiresOn(),
                        record.indexNumber(),
                        record.disclosure().mode(),
                        String.join(";", record.themes()),
                        record.normative(),
                        record.language(),
                        document.version(),
                        document.releasedAt(),
                        document.terms().code())
                .map(CsvRow::cell)
                .toList();
    }

    private static String cell(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : SpreadsheetCell.safe(value.toString());
    }
}
