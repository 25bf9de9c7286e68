package org.gongbao.web.site;

import java.time.LocalDate;
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
    private final LocalDate today;

    private CitationForms(PublishedDocument document, String address, LocalDate today) {
        this.today = today;
        this.document = document;
        this.record = document.record();
        this.address = address;
    }

    /**
     * The forms by name, which is the last part of their message's key.
     *
     * @param today when it is read, which a citation of what is online has to say
     */
    static Map<String, String> of(PublishedDocument document, String address, LocalDate today) {
        CitationForms citation = new CitationForms(document, address, today);
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

    /** The day of the document, else that on which it was made public. */
    private @Nullable LocalDate day() {
        return record.issuedOn() == null ? record.publishedOn() : record.issuedOn();
    }

    /** The issue that printed it; null for an issue itself. */
    private @Nullable String printed() {
        boolean isIssue = document.issue() != null || !record.items().isEmpty();
        return isIssue ? null : FieldView.gazette(record.gazette());
    }

    /** GB/T 7714-2015, 4.6 and 8.8: archive online, with its own date and that of reading. */
    private String gbt7714() {
        String issuers = record.issuers().isEmpty() ? "" : String.join("，", record.issuers()) + ". ";
        String number = record.documentNumber() == null ? "" : ": " + record.documentNumber();
        String date = day() == null ? "" : "(" + day() + ")";
        return issuers + title() + number + "[A/OL]. " + date + "[" + today + "]. " + address;
    }

    /** As documents cite each other: title, titles in it in the inner marks, the number in brackets; and the gazette that printed it. */
    private String plain() {
        String number = record.documentNumber() == null ? "" : "（" + record.documentNumber() + "）";
        String gazette = printed() == null ? "" : "，" + printed();
        return "《" + title().replace('《', '〈').replace('》', '〉') + "》" + number + gazette + "，" + address;
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
        LocalDate day = day();
        if (day != null) {
            field(entry, "year", Integer.toString(day.getYear()));
            field(entry, "date", day.toString());
        }
        field(entry, "note", tex(printed()));
        field(entry, "version", Integer.toString(document.version()));
        field(entry, "url", address);
        field(entry, "urldate", today.toString());
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
