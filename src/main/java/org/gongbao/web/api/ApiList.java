package org.gongbao.web.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gongbao.record.DocumentRecord;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.web.site.DutyQuery;

/**
 * The lists of {@code /api/v1}: what each may be asked by, and what an item has. The description in {@code openapi.json} says the
 * same; a test compares them.
 */
enum ApiList {
    DOCUMENTS(
            Stream.concat(
                            Stream.of("q", "inForceOn", "sort"),
                            Arrays.stream(Facet.values()).map(Facet::parameter))
                    .toList(),
            Stream.of(
                            Stream.of(
                                    "id",
                                    "uri",
                                    "uid",
                                    "eliUri",
                                    "version",
                                    "releasedAt",
                                    "versionAt",
                                    "terms",
                                    "validityToday",
                                    "relations"),
                            Arrays.stream(DocumentRecord.class.getRecordComponents())
                                    .map(java.lang.reflect.RecordComponent::getName))
                    .flatMap(names -> names)
                    .toList()),
    AGENCIES(List.of("q", "place"), List.of("id", "uri", "title", "place", "names", "documents")),
    DUTIES(
            DutyQuery.FILTERS,
            List.of(
                    "id",
                    "number",
                    "category",
                    "text",
                    "units",
                    "measure",
                    "deadlines",
                    "status",
                    "fulfilment",
                    "document",
                    "page",
                    "quote")),
    CITATIONS(
            List.of("citing", "cited", "relation", "here"),
            List.of(
                    "id",
                    "citing",
                    "version",
                    "cited",
                    "stub",
                    "relation",
                    "title",
                    "documentNumber",
                    "issuer",
                    "issuedOn",
                    "quote")),
    EVENTS(
            List.of("event", "document", "from", "to", "sort"),
            List.of("id", "seq", "time", "event", "document", "uid", "version", "sha256", "sm3", "reason"));

    /** What every list may be asked. */
    static final List<String> PAGING = List.of("cursor", "limit", "fields");

    private final List<String> filters;
    private final List<String> fields;

    ApiList(List<String> filters, List<String> fields) {
        this.filters = filters;
        this.fields = fields;
    }

    String path() {
        return "/api/v1/" + name().toLowerCase(Locale.ROOT);
    }

    /** All names of parameters, in the order in which an address has them. */
    List<String> parameters() {
        return Stream.concat(filters.stream(), PAGING.stream()).toList();
    }

    /** Names of an item's fields; every item has the first. */
    List<String> fields() {
        return fields;
    }
}
