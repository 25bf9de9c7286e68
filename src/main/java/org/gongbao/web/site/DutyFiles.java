package org.gongbao.web.site;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.SpreadsheetCell;
import org.gongbao.search.Duty;
import org.gongbao.search.DutyResult;
import org.gongbao.web.site.DutyEvidence.Shown;
import org.jspecify.annotations.Nullable;

/** Duties as JSON and CSV. */
public final class DutyFiles {

    private static final String[] COLUMNS = {
        "id",
        "number",
        "category",
        "text",
        "lead",
        "leadId",
        "support",
        "supportIds",
        "measure",
        "deadlines",
        "status",
        "evidence",
        "document",
        "documentTitle",
        "documentNumber",
        "validity",
        "page",
        "quote",
        "publishedAt"
    };

    private final String base;
    private final boolean isKnown;

    /** @param isKnown whether it is known here what was registered */
    public DutyFiles(String base, boolean isKnown) {
        this.base = base;
        this.isKnown = isKnown;
    }

    /** One page with the true total, and how many duties are not open data and so left out. */
    byte[] json(DutyResult result, Map<String, List<Shown>> evidence, @Nullable String next) {
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("total", result.total());
        page.put("withheld", result.withheld());
        page.put(
                "items",
                result.duties().stream().map(duty -> item(duty, evidence)).toList());
        page.put("next", next);
        return CanonicalJson.bytes(page);
    }

    /** A duty as plain values. */
    public Map<String, @Nullable Object> item(Duty duty, Map<String, List<Shown>> evidence) {
        List<Shown> shown = evidence.getOrDefault(duty.key(), List.of());
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", id(duty));
        item.put("number", duty.number());
        item.put("category", duty.category());
        item.put("text", duty.text());
        item.put("units", duty.units().stream().map(unit -> unit(unit, duty)).toList());
        item.put("measure", duty.measure());
        item.put("deadlines", duty.deadlines());
        item.put("status", status(shown));
        item.put("fulfilment", shown.stream().map(this::link).toList());
        item.put("document", document(duty));
        item.put("page", duty.page());
        item.put("quote", duty.quote());
        return item;
    }

    private static Map<String, @Nullable Object> unit(Duty.Unit unit, Duty duty) {
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("name", unit.name());
        described.put("id", unit.id());
        described.put("fullName", unit.fullName());
        described.put("role", unit.equals(duty.units().get(0)) ? "lead" : "support");
        return described;
    }

    private Map<String, @Nullable Object> link(Shown shown) {
        Map<String, @Nullable Object> link = new LinkedHashMap<>();
        link.put("address", address(shown));
        link.put("title", shown.title());
        link.put("date", shown.dated());
        return link;
    }

    private static Map<String, @Nullable Object> document(Duty duty) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("id", "/id/doc/" + duty.uid());
        document.put("title", duty.title());
        document.put("documentNumber", duty.documentNumber());
        document.put("validity", duty.validity());
        document.put("publishedAt", duty.publishedAt());
        return document;
    }

    private @Nullable String status(List<Shown> shown) {
        return isKnown ? (shown.isEmpty() ? "unregistered" : "registered") : null;
    }

    private String id(Duty duty) {
        return base + DutyView.place(duty);
    }

    private String address(Shown shown) {
        return shown.isHere() ? base + shown.address() : shown.address();
    }

    static CSVPrinter csv(Writer out) throws IOException {
        out.write(ListAnswers.BYTE_ORDER_MARK);
        return CSVFormat.RFC4180.builder().setHeader(COLUMNS).get().print(out);
    }

    /** A row (RFC 4180); lists are separated by semicolons, no cell is a formula. */
    void print(Duty duty, List<Shown> shown, CSVPrinter csv) throws IOException {
        List<Duty.Unit> support = duty.units().size() < 2
                ? List.of()
                : duty.units().subList(1, duty.units().size());
        Duty.@Nullable Unit lead = duty.units().isEmpty() ? null : duty.units().get(0);
        csv.printRecord(
                id(duty),
                duty.number(),
                cell(duty.category()),
                cell(duty.text()),
                cell(lead == null ? null : lead.name()),
                cell(lead == null ? null : lead.id()),
                cell(support.stream().map(Duty.Unit::name).collect(Collectors.joining("；"))),
                cell(support.stream()
                        .map(unit -> unit.id() == null ? "" : unit.id())
                        .collect(Collectors.joining(";"))),
                cell(duty.measure()),
                duty.deadlines().stream().map(LocalDate::toString).collect(Collectors.joining(";")),
                status(shown),
                cell(shown.stream().map(this::address).collect(Collectors.joining(" "))),
                base + "/id/doc/" + duty.uid(),
                cell(duty.title()),
                cell(duty.documentNumber()),
                duty.validity(),
                duty.page(),
                cell(duty.quote()),
                duty.publishedAt());
    }

    private static @Nullable String cell(@Nullable String text) {
        return text == null ? null : SpreadsheetCell.safe(text);
    }
}
