package org.gongbao.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrQuery.ORDER;
import org.gongbao.record.Validity;
import org.gongbao.search.NumberKeys.Meant;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;

/**
 * Writes a search as Solr's parameters. Everything that a reader gives stands in a parameter of its own, to which the query
 * only refers; fields, order and facets come from enumerations.
 */
final class SearchParameters {

    /** Of two words both, of more three quarters. */
    static final String STRICT = "2<75%";

    /** For a question in a sentence, of which no document has most words. */
    static final String LENIENT = "30%";

    /** Fields for fewer words: single characters that pass for words would bring anything. */
    private static final String PAIRS = "title^8 other_title^4 subject^3 text";

    static final int MOST_HITS = 1_000;

    private static final int MOST_VALUES = 100;

    /** Time that Solr may take for one search; what it has found until then is not shown. */
    private static final int MILLISECONDS = 4_000;

    private final SolrQuery query = new SolrQuery();
    private int named;

    private SearchParameters() {}

    static SolrQuery of(SearchRequest request, SearchText text, Meant number, LocalDate today, String match) {
        SearchParameters parameters = new SearchParameters();
        parameters.query.setRequestHandler("/documents");
        parameters.query.setTimeAllowed(MILLISECONDS);
        parameters.days(today);
        if (text.isBlank()) {
            parameters.query.setQuery("*:*");
        } else {
            parameters.text(text, number, match);
        }
        parameters.filters(request, today);
        if (request.isPlain()) {
            parameters.query.set("hl", false);
        } else {
            parameters.facets();
        }
        parameters.order(text.isBlank() && request.sort() == Sort.RELEVANCE ? Sort.NEWEST : request.sort());
        parameters.page(request);
        return parameters.query;
    }

    /** Asks for all issuers there are. */
    static SolrQuery issuers() {
        SolrQuery query = new SolrQuery("*:*");
        query.setRequestHandler("/documents");
        query.addFilterQuery("{!term f=" + Entries.ENTRY + " v=" + Entries.DOCUMENT + "}");
        query.setRows(0);
        query.setFacet(true);
        query.addFacetField("issuer");
        query.setFacetMinCount(1);
        query.setFacetLimit(-1);
        return query;
    }

    private void days(LocalDate today) {
        query.set("today", today + "T00:00:00Z");
        query.set("day", today.toString());
        query.set("over", anyDuring(ValiditySpan.OVER, "day"));
    }

    private void text(SearchText text, Meant number, String match) {
        List<String> clauses = new ArrayList<>();
        String character = text.onlyCharacter();
        if (character == null) {
            query.set("text", text.query());
            query.set("mm", match);
            if (match.equals(LENIENT)) {
                query.set("qf", PAIRS);
            }
            clauses.add("{!edismax v=$text boost=$standing}");
            query.set("hl.q", "{!edismax v=$text}");
        } else {
            query.set("character", character);
            String characters = "{!bool should=$inTitle should=$beginsTitle should=$beginsText}";
            query.set("characters", characters);
            query.set("inTitle", "{!boost b=4}{!field f=title_character v=$character}");
            query.set("beginsTitle", "{!boost b=2}{!prefix f=title v=$character}");
            query.set("beginsText", "{!prefix f=text v=$character}");
            clauses.add("{!boost b=$standing v=$characters}");
            query.set("hl.q", characters);
        }
        number(number, clauses);
        query.setQuery(any(clauses));
        query.set("hl", true);
        query.set("hl.tag.pre", String.valueOf(Marks.OPEN));
        query.set("hl.tag.post", String.valueOf(Marks.CLOSE));
    }

    /** A number beats every word; what begins like it comes next. */
    private void number(Meant number, List<String> clauses) {
        if (!number.keys().isEmpty()) {
            clauses.add("{!boost b=1000000}{!terms f=number_key v=" + hold(String.join(",", number.keys())) + "}");
        }
        if (!number.tails().isEmpty()) {
            clauses.add("{!boost b=10000}{!terms f=number_tail v=" + hold(String.join(",", number.tails())) + "}");
        }
        for (String beginning : number.beginnings()) {
            clauses.add("{!boost b=1000}{!prefix f=number_key v=" + hold(beginning) + "}");
        }
    }

    private void filters(SearchRequest request, LocalDate today) {
        query.addFilterQuery("{!term f=" + Entries.ENTRY + " v=" + Entries.DOCUMENT + "}");
        request.filters().forEach((facet, values) -> {
            if (!values.isEmpty()) {
                query.addFilterQuery(filter(facet, values));
            }
        });
        LocalDate inForceOn = request.inForceOn();
        if (inForceOn != null) {
            query.set("inForceOn", inForceOn.toString());
            query.addFilterQuery(anyDuring(ValiditySpan.HOLDING, "inForceOn"));
        }
    }

    private String filter(Facet facet, Collection<String> values) {
        return switch (facet) {
            case ISSUER -> anyValue("issuer", values);
            case KIND -> anyValue("kind", values);
            case YEAR -> anyValue("year", values);
            case VALIDITY -> validity(values);
        };
    }

    private String anyValue(String field, Collection<String> values) {
        List<String> clauses = new ArrayList<>();
        for (String value : new TreeSet<>(values)) {
            clauses.add("{!term f=" + field + " v=" + hold(Marks.clean(value)) + "}");
        }
        return any(clauses);
    }

    private String validity(Collection<String> statuses) {
        List<String> known = statuses.stream()
                .filter(status -> ValiditySpan.field(status) != null)
                .toList();
        return known.isEmpty() ? "-*:*" : anyDuring(known, "day");
    }

    /** Documents that have one of the statuses on the day that a parameter holds. */
    private String anyDuring(Collection<String> statuses, String dayParameter) {
        List<String> clauses = new ArrayList<>();
        for (String status : new TreeSet<>(statuses)) {
            clauses.add(during(status, dayParameter, ""));
        }
        return any(clauses);
    }

    private static String during(String status, String dayParameter, String key) {
        return "{!field f=" + ValiditySpan.field(status) + " op=Intersects" + key + " v=$" + dayParameter + "}";
    }

    private void facets() {
        query.setFacet(true);
        query.addFacetField("issuer", "kind", "year");
        query.setFacetMinCount(1);
        query.setFacetLimit(MOST_VALUES);
        query.set("f.year.facet.limit", 1_000);
        for (int i = 0; i < Validity.STATUSES.size(); i++) {
            query.addFacetQuery(during(Validity.STATUSES.get(i), "day", " key=" + facetKey(i)));
        }
    }

    /** The name under which the count of a status comes back. */
    static String facetKey(int status) {
        return "validity" + status;
    }

    private void order(Sort sort) {
        ORDER byDate = sort == Sort.OLDEST ? ORDER.asc : ORDER.desc;
        if (sort == Sort.RELEVANCE) {
            query.addSort("score", ORDER.desc);
        }
        if (sort == Sort.PUBLISHED) {
            query.addSort("published_at", byDate);
        }
        query.addSort("issued_on", byDate);
        query.addSort(Entries.POSITION, byDate);
        query.addSort("id", ORDER.asc);
    }

    private void page(SearchRequest request) {
        long start = (Math.max(1, request.page()) - 1L) * Math.max(0, request.size());
        boolean isTooDeep = start > SearchRequest.DEEPEST;
        query.setStart(isTooDeep ? 0 : (int) start);
        query.setRows(isTooDeep ? 0 : Math.min(Math.max(0, request.size()), MOST_HITS));
        query.setFields(
                "id",
                "title",
                "number",
                "number_key",
                "kind",
                "issuer",
                "issued_on",
                "published_at",
                "language",
                "validity");
    }

    /** Puts a value into a parameter of its own; returns the reference to it. */
    private String hold(String value) {
        String name = "value" + named++;
        query.set(name, value);
        return "$" + name;
    }

    private String any(List<String> clauses) {
        if (clauses.size() == 1) {
            return clauses.get(0);
        }
        StringBuilder any = new StringBuilder("{!bool");
        clauses.forEach(clause -> any.append(" should=").append(hold(clause)));
        return any.append('}').toString();
    }
}
