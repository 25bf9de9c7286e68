package org.gongbao.web.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/** How to cite a document (引用格式), in the forms that readers take along. */
final class CitationForms {

    /** Characters that mean something to TeX. */
    private static final Pattern TEX = Pattern.compile("[\\\\{}$&#^_%~]");

    private final DocumentRecord record;
    private final PublishedDocument document;
    private final String address;

    private CitationForms(PublishedDocument document, String address) {
        this.document = document;
        this.record = document.record();
        this.address = address;
    }

    /** The forms by name, which is the last part of their message's key. */
    static Map<String, String> of(PublishedDocument document, String address) {
        CitationForms citation = new CitationForms(document, address);
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("gbt7714", citation.gbt7714());
        forms.put("plain", citation.plain());
        forms.put("bibtex", citation.bibtex());
        forms.put("link", address);
        return forms;
    }

    private String title() {
        return record.title() == null ? record.source().name() : record.title();
    }

    /** GB/T 7714-2015, 8.9, archive online. */
    private String gbt7714() {
        String issuers = record.issuers().isEmpty() ? "" : String.join("，", record.issuers()) + ". ";
        String number = record.documentNumber() == null ? "" : ": " + record.documentNumber();
        String date = record.issuedOn() == null ? "" : " (" + record.issuedOn() + ").";
        return issuers + title() + number + "[A/OL]." + date + " " + address;
    }

    /** As documents cite each other: title, and the number in brackets. */
    private String plain() {
        String number = record.documentNumber() == null ? "" : "（" + record.documentNumber() + "）";
        return "《" + title() + "》" + number + "，" + address;
    }

    private String bibtex() {
        StringBuilder entry = new StringBuilder("@misc{gongbao-" + document.uid() + ",\n");
        field(
                entry,
                "author",
                String.join(
                        " and ",
                        record.issuers().stream()
                                .map(name -> "{" + tex(name) + "}")
                                .toList()));
        field(entry, "title", "{" + tex(title()) + "}");
        field(entry, "number", tex(record.documentNumber()));
        if (record.issuedOn() != null) {
            field(entry, "year", Integer.toString(record.issuedOn().getYear()));
            field(entry, "date", record.issuedOn().toString());
        }
        field(entry, "version", Integer.toString(document.version()));
        field(entry, "url", address);
        return entry.append('}').toString();
    }

    private static void field(StringBuilder entry, String name, String value) {
        if (!value.isEmpty()) {
            entry.append("  ").append(name).append(" = {").append(value).append("},\n");
        }
    }

    private static String tex(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return TEX.matcher(text).replaceAll(found -> switch (found.group()) {
            case "\\" -> "\\\\textbackslash{}";
            case "^" -> "\\\\textasciicircum{}";
            case "~" -> "\\\\textasciitilde{}";
            default -> "\\\\\\" + found.group();
        });
    }
}
