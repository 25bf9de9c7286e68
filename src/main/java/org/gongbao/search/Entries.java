package org.gongbao.search;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.solr.common.SolrInputDocument;
import org.gongbao.publication.Change;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.GazetteIssue;
import org.jspecify.annotations.Nullable;

/** Turns changes of the log into entries of the index. The fields are explained in {@code solr-config/conf/schema.xml}. */
final class Entries {

    /** Identifier of the entry that holds the position; no document's, for those have no hyphen. */
    static final String POSITION_ID = "log-position";

    static final String POSITION = "log_position";
    static final String CONFIGURATION = "configuration";
    static final String ENTRY = "entry";
    static final String DOCUMENT = "document";
    static final String TERMS = "terms";

    private static final int LAST_YEAR = 9999;

    /** Characters of a date that are its month: {@code 2023-05}. */
    private static final int MONTH = 7;

    private final NumberKeys numbers;

    Entries(NumberKeys numbers) {
        this.numbers = numbers;
    }

    /** The entry of a change: the document, or that it is gone. */
    SolrInputDocument of(Change change) {
        PublishedDocument document = change.document();
        SolrInputDocument entry = entry(change.uid().value(), document == null ? "gone" : DOCUMENT, change.position());
        if (document != null) {
            describe(document, entry);
        }
        return entry;
    }

    /** The entry that says how far the log is applied, and by which configuration all was written. */
    static SolrInputDocument position(long position, String configuration) {
        SolrInputDocument entry = entry(POSITION_ID, "position", position);
        entry.setField(CONFIGURATION, configuration);
        return entry;
    }

    static SolrInputDocument entry(String id, String kind, long position) {
        SolrInputDocument entry = new SolrInputDocument();
        entry.setField("id", id);
        entry.setField(ENTRY, kind);
        entry.setField(POSITION, position);
        return entry;
    }

    private void describe(PublishedDocument document, SolrInputDocument entry) {
        DocumentRecord record = document.record();
        add(entry, "title", title(record));
        if (record.enclosedTitle() != null) {
            add(entry, "other_title", record.title());
        }
        record.attachments().forEach(title -> add(entry, "other_title", title));
        subject(record, entry);
        entry.setField("text", SentencePlaces.write(Marks.clean(record.text())));
        entry.setField("outline", Outline.of(document).lines());
        number(record.documentNumber(), entry);
        add(entry, "kind", record.documentKind());
        facets(record, entry);
        FacetValues.holds(document).forEach(part -> add(entry, "holds", part));
        add(entry, TERMS, document.terms().code());
        spelling(title(record), entry);
        days(record, entry);
        entry.setField(
                "published_at",
                document.versionAt().truncatedTo(ChronoUnit.MILLIS).toString());
        add(entry, "language", record.language());
        for (ValiditySpan span : ValiditySpan.of(document)) {
            add(entry, span.field(), span.range());
            add(entry, "validity", span.text());
        }
    }

    /** What has no date of signature, such as an issue or an interpretation, belongs to the year in which it was made public. */
    private static void days(DocumentRecord record, SolrInputDocument entry) {
        LocalDate day = record.issuedOn() == null ? record.publishedOn() : record.issuedOn();
        if (day != null && day.getYear() > 0 && day.getYear() <= LAST_YEAR) {
            add(entry, "year", "%04d".formatted(day.getYear()));
            add(entry, "month", day.toString().substring(0, MONTH));
            add(entry, "issued_on", record.issuedOn() == null ? null : day + "T00:00:00Z");
        }
    }

    private static void facets(DocumentRecord record, SolrInputDocument entry) {
        record.issuers().forEach(issuer -> add(entry, "issuer", issuer));
        FacetValues.issuerNames(record).forEach(name -> add(entry, "issuer_name", name));
        FacetValues.agencies(record).forEach(agency -> add(entry, "agency", agency));
        FacetValues.agencyNames(record).forEach(name -> add(entry, "agency_name", name));
        FacetValues.places(record).forEach(place -> add(entry, "place", place));
        FacetValues.themes(record).forEach(theme -> add(entry, "theme", theme));
        add(entry, "normative", record.normative());
        FacetValues.gazette(record).ifPresent(issue -> add(entry, "gazette", issue));
    }

    private void spelling(String title, SolrInputDocument entry) {
        Spelling spelling = Spelling.of(numbers.folded(title));
        add(entry, "pinyin", spelling.whole());
        add(entry, "initials", spelling.initials());
    }

    private void number(@Nullable String number, SolrInputDocument entry) {
        if (number != null && !number.isBlank()) {
            String key = numbers.key(number);
            add(entry, "number", number);
            add(entry, "number_key", key);
            add(entry, "number_tail", NumberKeys.tail(key));
            add(entry, "number_order", NumberKeys.order(key));
        }
    }

    private static void subject(DocumentRecord record, SolrInputDocument entry) {
        add(entry, "subject", record.documentNumber());
        add(entry, "subject", record.registryNumber());
        add(entry, "subject", record.siteFileNumber());
        add(entry, "subject", record.indexNumber());
        FacetValues.issuerNames(record).forEach(name -> add(entry, "subject", name));
        record.themes().forEach(theme -> add(entry, "subject", theme));
        add(entry, "subject", record.summary());
        GazetteIssue gazette = record.gazette();
        if (gazette != null) {
            add(entry, "subject", gazette.series());
        }
    }

    /** The title as results show it; a document without one is known by its number or its file. */
    static String title(DocumentRecord record) {
        for (String title : candidates(record)) {
            if (!title.isBlank()) {
                return title;
            }
        }
        return record.source().name();
    }

    private static List<String> candidates(DocumentRecord record) {
        return java.util.stream.Stream.of(record.displayTitle(), record.title(), record.documentNumber())
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    static void add(SolrInputDocument entry, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            entry.addField(field, Marks.clean(value));
        }
    }
}
