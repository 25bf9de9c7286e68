package org.gongbao.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.solr.client.solrj.SolrQuery;
import org.gongbao.record.Validity;
import org.gongbao.search.SearchRequest.Facet;

/** Writes filters and counts as Solr's parameters. The counts of a facet leave out the filter of that facet. */
final class FacetParameters {

    /** The parameter that holds today. */
    static final String TODAY = "day";

    /** Under this key comes back of how many nobody knows whether they held on the day asked for. */
    static final String UNKNOWN_THEN = "unknownThen";

    private static final String DAY = "inForceOn";
    private static final int MOST_VALUES = 100;
    private static final int MOST_YEARS = 1_000;

    private final QueryParts parts;
    private final SolrQuery query;

    FacetParameters(QueryParts parts) {
        this.parts = parts;
        this.query = parts.query();
    }

    void filters(SearchRequest request) {
        query.addFilterQuery("{!term f=" + Entries.ENTRY + " v=" + Entries.DOCUMENT + "}");
        request.filters().forEach((facet, values) -> {
            if (!values.isEmpty()) {
                parts.filter(facet.parameter(), filter(facet, values));
            }
        });
        LocalDate inForceOn = request.inForceOn();
        if (inForceOn != null) {
            query.set(DAY, inForceOn.toString());
            parts.filter(DAY, anyDuring(ValiditySpan.HOLDING, DAY));
        }
    }

    private String filter(Facet facet, Collection<String> values) {
        if (facet == Facet.VALIDITY) {
            return validity(values);
        }
        List<String> clauses = new ArrayList<>();
        for (String value : new TreeSet<>(values)) {
            clauses.add(parts.clause("term", facet.parameter(), Marks.clean(value)));
        }
        return parts.any(clauses);
    }

    private String validity(Collection<String> statuses) {
        List<String> known = statuses.stream()
                .filter(status -> ValiditySpan.field(status) != null)
                .toList();
        return known.isEmpty() ? "-*:*" : anyDuring(known, TODAY);
    }

    /** Documents that have one of the statuses on the day that a parameter holds. */
    String anyDuring(Collection<String> statuses, String dayParameter) {
        List<String> clauses = new ArrayList<>();
        for (String status : new TreeSet<>(statuses)) {
            clauses.add(during(status, dayParameter, ""));
        }
        return parts.any(clauses);
    }

    private static String during(String status, String dayParameter, String more) {
        return "{!field f=" + ValiditySpan.field(status) + " op=Intersects" + more + " v=$" + dayParameter + "}";
    }

    void counts(SearchRequest request) {
        query.setFacet(true);
        query.setFacetMinCount(1);
        query.setFacetLimit(MOST_VALUES);
        for (Facet facet : Facet.values()) {
            if (facet != Facet.VALIDITY && facet != Facet.MONTH) {
                query.addFacetField("{!ex=" + facet.parameter() + "}" + facet.parameter());
            }
        }
        query.set("f.year.facet.limit", MOST_YEARS);
        query.set("f.place.facet.limit", MOST_YEARS);
        months(request);
        for (int i = 0; i < Validity.STATUSES.size(); i++) {
            query.addFacetQuery(during(
                    Validity.STATUSES.get(i), TODAY, " ex=" + Facet.VALIDITY.parameter() + " key=" + facetKey(i)));
        }
        if (request.inForceOn() != null) {
            query.addFacetQuery(during(Validity.UNKNOWN, DAY, " ex=" + DAY + " key=" + UNKNOWN_THEN));
        }
    }

    /** Months are counted in one year; in all years they would be a wall. */
    private void months(SearchRequest request) {
        List<String> years = request.filters().getOrDefault(Facet.YEAR, List.of());
        if (years.size() == 1) {
            query.addFacetField("{!ex=month}month");
            query.set("f.month.facet.prefix", Marks.clean(years.get(0)));
        }
    }

    /** The name under which the count of a status comes back. */
    static String facetKey(int status) {
        return "validity" + status;
    }
}
