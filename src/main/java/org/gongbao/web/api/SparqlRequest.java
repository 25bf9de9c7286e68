package org.gongbao.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.linkeddata.RdfFormat;
import org.gongbao.linkeddata.SparqlService.Asked;
import org.gongbao.web.Refusal;
import org.springframework.util.MultiValueMap;

/**
 * What a request of the SPARQL protocol asks.
 *
 * @param isForPage whether no form of the answer was named in the address, so that a page may show it
 */
record SparqlRequest(Asked asked, boolean isForPage) {

    /** Longest query in characters. */
    private static final int LONGEST = 20_000;

    private static final String DEFAULT_GRAPH = "default-graph-uri";
    private static final String NAMED_GRAPH = "named-graph-uri";

    /** Forms by a short name, for links: what {@code format} may be. */
    private static final Map<String, String> FORMS = forms();

    private static Map<String, String> forms() {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("json", "application/sparql-results+json");
        forms.put("xml", "application/sparql-results+xml");
        forms.put("csv", "text/csv");
        forms.put("tsv", "text/tab-separated-values");
        for (RdfFormat format : RdfFormat.values()) {
            forms.put(format.suffix(), format.mediaType());
        }
        return forms;
    }

    /** By GET or as a form. */
    static SparqlRequest of(MultiValueMap<String, String> parameters, String accept) {
        List<String> queries = parameters.getOrDefault("query", List.of());
        if (queries.size() != 1) {
            throw Refusal.badRequest("sparql-count", queries.size());
        }
        return of(queries.get(0), parameters, accept);
    }

    static SparqlRequest of(String query, MultiValueMap<String, String> parameters, String accept) {
        if (query.length() > LONGEST) {
            throw Refusal.badRequest("query-length", query.length(), LONGEST);
        }
        String format = parameters.getFirst("format");
        if (format != null && !FORMS.containsKey(format)) {
            throw Refusal.badRequest("duties.choice", format, String.join(", ", FORMS.keySet()));
        }
        return new SparqlRequest(
                new Asked(
                        query,
                        format == null ? accept : String.valueOf(FORMS.get(format)),
                        parameters.getOrDefault(DEFAULT_GRAPH, List.of()),
                        parameters.getOrDefault(NAMED_GRAPH, List.of())),
                format == null);
    }
}
