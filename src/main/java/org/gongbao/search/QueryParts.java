package org.gongbao.search;

import java.util.List;
import org.apache.solr.client.solrj.SolrQuery;

/** Solr's parameters as they are put together: every value stands in a parameter of its own, to which clauses only refer. */
final class QueryParts {

    private final SolrQuery query;
    private int named;

    QueryParts(SolrQuery query) {
        this.query = query;
    }

    SolrQuery query() {
        return query;
    }

    /** Puts a value into a parameter of its own; returns the reference to it. */
    String hold(String value) {
        String name = "value" + named++;
        query.set(name, value);
        return "$" + name;
    }

    /** A clause of a parser on a field and a value: {@code term}, {@code field}, {@code prefix}. */
    String clause(String parser, String field, String value) {
        return "{!" + parser + " f=" + field + " v=" + hold(value) + "}";
    }

    String any(List<String> clauses) {
        return clauses.size() == 1 ? clauses.get(0) : bool("should", clauses);
    }

    String all(List<String> clauses) {
        return clauses.size() == 1 ? clauses.get(0) : bool("must", clauses);
    }

    /** At least so many of the clauses. */
    String some(int least, List<String> clauses) {
        return bool("should", clauses).replace("{!bool", "{!bool mm=" + Math.min(least, clauses.size()));
    }

    String none(String clause) {
        return "{!bool must=" + hold("*:*") + " must_not=" + hold(clause) + "}";
    }

    private String bool(String how, List<String> clauses) {
        StringBuilder bool = new StringBuilder("{!bool");
        clauses.forEach(clause -> bool.append(' ').append(how).append('=').append(hold(clause)));
        return bool.append('}').toString();
    }

    /** A filter that counts of its own facet leave out, so that its other values stay to be chosen. */
    void filter(String tag, String clause) {
        query.addFilterQuery("{!bool tag=" + tag + " must=" + hold(clause) + "}");
    }
}
