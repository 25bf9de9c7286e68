package org.gongbao.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.solr.client.solrj.response.FacetField;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrDocument;
import org.gongbao.record.Validity;
import org.gongbao.search.NumberKeys.Meant;
import org.gongbao.search.SearchParameters.Question;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchResult.Count;
import org.gongbao.search.SearchResult.Hit;
import org.gongbao.search.SearchResult.Passage;
import org.gongbao.search.SearchResult.Understood;
import org.jspecify.annotations.Nullable;

/** Reads Solr's answer. */
final class SearchAnswer {

    private final QueryResponse response;
    private final Meant number;
    private final LocalDate today;

    private SearchAnswer(QueryResponse response, Meant number, LocalDate today) {
        this.response = response;
        this.number = number;
        this.today = today;
    }

    static SearchResult read(QueryResponse response, Question question, LocalDate today) {
        SearchAnswer answer = new SearchAnswer(response, question.number(), today);
        List<Hit> hits = response.getResults().stream().map(answer::hit).toList();
        boolean isPlain = response.getFacetQuery() == null;
        long unknownThen = isPlain ? 0 : response.getFacetQuery().getOrDefault(FacetParameters.UNKNOWN_THEN, 0);
        return new SearchResult(
                response.getResults().getNumFound(),
                hits,
                isPlain ? Map.of() : answer.facets(),
                next(response, question.request()),
                new Understood(List.of(), List.of(), List.of(), false, null, null, List.of(), 0, unknownThen));
    }

    /** The same cursor comes back when nothing follows. */
    private static @Nullable String next(QueryResponse response, SearchRequest request) {
        String next = response.getNextCursorMark();
        boolean isFull = response.getResults().size() >= request.size();
        return next == null || next.equals(request.cursor()) || !isFull ? null : next;
    }

    private Hit hit(SolrDocument document) {
        String uid = text(document, "id");
        List<Passage> titles = passages(uid, "title");
        String key = optional(document, "number_key");
        return new Hit(
                uid,
                titles.isEmpty() ? Marks.passage(text(document, "title")) : titles.get(0),
                optional(document, "number"),
                optional(document, "kind"),
                texts(document, "issuer"),
                day(document),
                document.getFirstValue("published_at") instanceof Date date ? date.toInstant() : Instant.EPOCH,
                Objects.requireNonNullElse(optional(document, "language"), "zh"),
                ValiditySpan.on(
                        texts(document, "validity").stream()
                                .map(ValiditySpan::parse)
                                .toList(),
                        today),
                key != null && number.is(key),
                places(uid, Outline.parse(optional(document, "outline"))));
    }

    /** Passages of the text with where they stand. */
    private List<Passage> places(String uid, Outline outline) {
        return snippets(uid, "text").stream()
                .map(SentencePlaces::fromMarked)
                .map(snippet -> place(Marks.shortened(Marks.passage(snippet)), SentencePlaces.start(snippet), outline))
                .toList();
    }

    private static Passage place(Passage passage, @Nullable Integer start, Outline outline) {
        return start == null
                ? passage
                : new Passage(passage.pieces(), start, outline.page(start), outline.section(start));
    }

    private List<Passage> passages(String uid, String field) {
        return snippets(uid, field).stream().map(Marks::passage).toList();
    }

    private List<String> snippets(String uid, String field) {
        Map<String, Map<String, List<String>>> all = response.getHighlighting();
        List<String> marked =
                all == null ? null : all.getOrDefault(uid, Map.of()).get(field);
        return marked == null
                ? List.of()
                : marked.stream()
                        .filter(snippet -> snippet.indexOf(Marks.OPEN) >= 0)
                        .map(String::strip)
                        .toList();
    }

    private Map<Facet, List<Count>> facets() {
        Map<Facet, List<Count>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<Count> counts = counts(facet.parameter());
            facets.put(
                    facet,
                    switch (facet) {
                        case VALIDITY -> validities();
                        case YEAR, MONTH ->
                            sorted(counts, Comparator.comparing(Count::value).reversed());
                        case PLACE -> sorted(counts, Comparator.comparing(Count::value));
                        default -> counts;
                    });
        }
        return facets;
    }

    private static List<Count> sorted(List<Count> counts, Comparator<Count> order) {
        return counts.stream().sorted(order).toList();
    }

    private List<Count> counts(String field) {
        FacetField found = response.getFacetField(field);
        return found == null
                ? List.of()
                : found.getValues().stream()
                        .map(count -> new Count(count.getName(), count.getCount()))
                        .toList();
    }

    private List<Count> validities() {
        List<Count> counts = new ArrayList<>();
        Map<String, Integer> found = response.getFacetQuery();
        for (int i = 0; i < Validity.STATUSES.size(); i++) {
            int documents = found.getOrDefault(FacetParameters.facetKey(i), 0);
            if (documents > 0) {
                counts.add(new Count(Validity.STATUSES.get(i), documents));
            }
        }
        counts.sort(Comparator.comparingLong(Count::documents).reversed());
        return counts;
    }

    /** Number of values that a field has in what was found. */
    static long values(QueryResponse response, String field) {
        FacetField found = response.getFacetField(field);
        return found == null ? 0 : found.getValueCount();
    }

    private static String text(SolrDocument document, String field) {
        return String.valueOf(document.getFirstValue(field));
    }

    private static @Nullable String optional(SolrDocument document, String field) {
        Object value = document.getFirstValue(field);
        return value == null ? null : value.toString();
    }

    private static List<String> texts(SolrDocument document, String field) {
        Collection<Object> values = document.getFieldValues(field);
        return values == null
                ? List.of()
                : values.stream().map(Object::toString).toList();
    }

    private static @Nullable LocalDate day(SolrDocument document) {
        Object value = document.getFirstValue("issued_on");
        return value instanceof Date date
                ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate()
                : null;
    }
}
