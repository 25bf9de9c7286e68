package org.gongbao.web.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.GazetteIssue;
import org.jspecify.annotations.Nullable;

/**
 * A field of the metadata panel with its evidence.
 *
 * @param name the field's name in the record, which names its term
 * @param group the group of terms its values belong to, null for values that are not translated
 * @param date the value of a day
 * @param wide whether it needs the panel's whole width
 */
record FieldView(
        String name,
        @Nullable String group,
        List<String> values,
        @Nullable LocalDate date,
        boolean wide,
        List<Claim> evidence) {

    public boolean isRepaired() {
        return evidence.stream().anyMatch(Claim::repaired);
    }

    public boolean isBlank() {
        return values.isEmpty() && date == null;
    }

    /** All fields in the order of the official header; of the optional ones those that are there. */
    static List<FieldView> of(DocumentRecord record) {
        Collector fields = new Collector(record);
        fields.words("documentNumber", null, record.documentNumber());
        fields.words("indexNumber", null, record.indexNumber());
        fields.list("issuers", null, record.issuers());
        fields.words("documentKind", "kind", record.documentKind());
        fields.day("issuedOn", record.issuedOn());
        fields.day("publishedOn", record.publishedOn());
        fields.day("effectiveOn", record.effectiveOn());
        fields.day("expiresOn", record.expiresOn());
        fields.list("themes", null, record.themes());
        fields.words("normative", "normative", record.normative());
        fields.words("disclosure.mode", null, record.disclosure().mode());
        fields.words("disclosure.term", null, record.disclosure().term());
        fields.words("disclosure.scope", null, record.disclosure().scope());
        fields.words("disclosure.category", null, record.disclosure().category());
        fields.words("disclosure.responsible", null, record.disclosure().responsible());
        fields.day("generatedOn", record.generatedOn());
        fields.optional("instrumentForm", null, record.instrumentForm());
        fields.optional("registryNumber", null, record.registryNumber());
        fields.optional("siteFileNumber", null, record.siteFileNumber());
        fields.optional("secrecy", null, record.secrecy());
        fields.optional("gazette", null, gazette(record.gazette()));
        fields.optional("language", "language", record.language());
        fields.wide("title", record.enclosedTitle() == null ? null : record.title());
        fields.wide("addressees", record.addressees().isEmpty() ? null : String.join("；", record.addressees()));
        fields.wide("summary", record.summary());
        return fields.all;
    }

    /** What there is of an issue of a gazette: it has no official header, so that nothing is left blank there. */
    static List<FieldView> ofIssue(DocumentRecord record) {
        return of(record).stream()
                .filter(field -> !field.isBlank() && !field.name().equals("normative"))
                .toList();
    }

    /** The issue as it is cited: 《series》2023年第5期（总第88期）. */
    static @Nullable String gazette(@Nullable GazetteIssue issue) {
        if (issue == null) {
            return null;
        }
        String year = issue.year() == null ? "" : issue.year() + "年";
        String number = issue.issue() == null ? "" : "第" + issue.issue() + "期";
        String total = issue.totalIssue() == null ? "" : "（总第" + issue.totalIssue() + "期）";
        return "《" + issue.series() + "》" + year + number + total;
    }

    private static final class Collector {
        private final DocumentRecord record;
        private final List<FieldView> all = new ArrayList<>();

        Collector(DocumentRecord record) {
            this.record = record;
        }

        void words(String name, @Nullable String group, @Nullable String value) {
            list(name, group, value == null ? List.of() : List.of(value));
        }

        void optional(String name, @Nullable String group, @Nullable String value) {
            if (value != null) {
                words(name, group, value);
            }
        }

        void wide(String name, @Nullable String value) {
            if (value != null) {
                all.add(new FieldView(name, null, List.of(value), null, true, claims(name)));
            }
        }

        void list(String name, @Nullable String group, List<String> values) {
            all.add(new FieldView(name, group, values, null, false, claims(name)));
        }

        void day(String name, @Nullable LocalDate date) {
            all.add(new FieldView(name, null, List.of(), date, false, claims(name)));
        }

        /** Claims of a part of the disclosure may stand under its short name. */
        private List<Claim> claims(String name) {
            List<Claim> claims = record.claims().get(name);
            String last = name.substring(name.lastIndexOf('.') + 1);
            return Objects.requireNonNullElseGet(
                    claims, () -> Objects.requireNonNullElse(record.claims().get(last), List.of()));
        }
    }
}
