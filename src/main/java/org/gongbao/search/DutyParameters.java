package org.gongbao.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrQuery.ORDER;
import org.gongbao.publication.Terms;
import org.gongbao.search.DutyRequest.Order;
import org.gongbao.search.DutyRequest.Role;
import org.jspecify.annotations.Nullable;

/** Writes a request for duties as Solr's parameters; what a reader gives stands in parameters of its own. */
final class DutyParameters {

    /** Counts all that is asked for, wherever the list begins; and that without regard to terms. */
    static final String TOTAL = "total";

    static final String ALL = "all";

    private static final int MOST_VALUES = 200;
    private static final int MILLISECONDS = 4_000;

    private final SolrQuery query = new SolrQuery("*:*");
    private int named;

    private DutyParameters() {}

    /** @param agencies identifiers of all agencies that the units asked for may be */
    static SolrQuery of(DutyRequest request, Collection<String> agencies, LocalDate today) {
        DutyParameters parameters = new DutyParameters();
        parameters.start();
        parameters.filters(request, agencies, today);
        parameters.list(request);
        if (request.hasFacets()) {
            parameters.facets();
        }
        return parameters.query;
    }

    /** Asks which agencies are called by a name. */
    static SolrQuery called(String name) {
        DutyParameters parameters = new DutyParameters();
        parameters.start();
        parameters.query.setRows(0);
        parameters.query.setFacet(true);
        parameters.query.setFacetMinCount(1);
        parameters.query.setFacetLimit(MOST_VALUES);
        parameters.query.addFacetField("duty_unit_called");
        parameters.query.setFacetPrefix("duty_unit_called", name + DutyEntries.SEPARATOR);
        return parameters.query;
    }

    private void start() {
        query.setRequestHandler("/documents");
        query.set("hl", false);
        query.setTimeAllowed(MILLISECONDS);
        query.addFilterQuery("{!term f=" + Entries.ENTRY + " v=" + DutyEntries.DUTY + "}");
        query.set("documents", "{!term f=" + Entries.ENTRY + " v=" + Entries.DOCUMENT + "}");
        query.addFilterQuery("{!join from=duties_of to=duty_written v=$documents}");
    }

    private void filters(DutyRequest request, Collection<String> agencies, LocalDate today) {
        if (!request.units().isEmpty()) {
            TreeSet<String> keys = new TreeSet<>(request.units());
            keys.addAll(agencies);
            query.addFilterQuery(units(request.role(), keys));
        }
        anyOf("duty_category", request.categories());
        anyOf("duty_theme", request.themes());
        if (request.document() != null) {
            anyOf("duty_document", List.of(request.document()));
        }
        if (request.from() != null || request.until() != null) {
            query.addFilterQuery("duty_due:[" + day(request.from()) + " TO " + day(request.until()) + "]");
        }
        if (!request.validities().isEmpty()) {
            query.set("day", today.toString());
            query.addFilterQuery(any(request.validities().stream()
                    .filter(status -> ValiditySpan.field(status) != null)
                    .map(status -> "{!field f=" + ValiditySpan.field(status) + " op=Intersects v=$day}")
                    .toList()));
        }
        registered(request);
        if (request.isOpenOnly()) {
            query.addFilterQuery("{!term tag=terms f=duty_terms v=" + Terms.OPEN.code() + "}");
        }
    }

    private String units(Role role, Collection<String> keys) {
        String lead = terms("duty_lead", keys);
        String support = terms("duty_support", keys);
        return switch (role) {
            case LEAD -> lead;
            case SUPPORT -> support;
            case ANY -> any(List.of(lead, support));
        };
    }

    private void registered(DutyRequest request) {
        if (request.registered() == null) {
            return;
        }
        String evident = request.evident().isEmpty() ? "{!lucene v='-*:*'}" : terms("duty_key", request.evident());
        query.addFilterQuery(
                request.registered() ? evident : "{!bool must=" + hold("*:*") + " must_not=" + hold(evident) + "}");
    }

    /** The list from a place on. The place is a filter of its own, which the counts leave aside. */
    private void list(DutyRequest request) {
        DutyCursor after = request.after();
        boolean isDescending = request.order() == Order.LATEST;
        if (after != null) {
            query.addFilterQuery("{!lucene cache=false tag=place v=" + hold(behind(after, isDescending)) + "}");
        }
        query.addSort("duty_first", isDescending ? ORDER.desc : ORDER.asc);
        query.addSort("id", ORDER.asc);
        query.setRows(request.size() + 1);
        query.setFacet(true);
        query.addFacetQuery("{!ex=place key=" + TOTAL + "}*:*");
        query.addFacetQuery("{!ex=place,terms key=" + ALL + "}*:*");
        query.setFields(DutyAnswer.FIELDS);
    }

    /** Duties without a deadline are at the end in both orders. */
    private static String behind(DutyCursor after, boolean isDescending) {
        String sameButLater = "id:{" + after.entry() + " TO *]";
        if (after.due() == null) {
            return "+" + sameButLater + " -duty_first:[* TO *]";
        }
        String day = "\"" + day(after.due()) + "\"";
        String further = isDescending ? "duty_first:[* TO " + day + "}" : "duty_first:{" + day + " TO *]";
        return further + " (+duty_first:" + day + " +" + sameButLater + ") (*:* -duty_first:[* TO *])";
    }

    private void facets() {
        query.setFacetMinCount(1);
        query.setFacetLimit(MOST_VALUES);
        for (String field : List.of("duty_unit_count", "duty_category", "duty_theme")) {
            query.add("facet.field", "{!ex=place}" + field);
        }
    }

    private void anyOf(String field, Collection<String> values) {
        if (!values.isEmpty()) {
            query.addFilterQuery(any(values.stream()
                    .distinct()
                    .map(value -> "{!term f=" + field + " v=" + hold(Marks.clean(value)) + "}")
                    .toList()));
        }
    }

    /** Any of many values. They are told apart by a tab, which none of them holds. */
    private String terms(String field, Collection<String> values) {
        List<String> clean = values.stream()
                .map(value -> Marks.clean(value).replace('\t', ' '))
                .toList();
        return "{!terms f=" + field + " separator=\"\\t\" v=" + hold(String.join("\t", clean)) + "}";
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "*" : day + "T00:00:00Z";
    }

    private String hold(String value) {
        String name = "value" + named++;
        query.set(name, value);
        return "$" + name;
    }

    private String any(List<String> clauses) {
        if (clauses.isEmpty()) {
            return "{!lucene v='-*:*'}";
        }
        List<String> held = new ArrayList<>();
        clauses.forEach(clause -> held.add(" should=" + hold(clause)));
        return "{!bool" + String.join("", held) + "}";
    }
}
