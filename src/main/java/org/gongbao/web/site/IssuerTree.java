package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.gongbao.search.AgencyCounts;
import org.gongbao.search.Places;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchResult;
import org.gongbao.search.SearchResult.Count;
import org.gongbao.web.site.SearchView.Value;

/**
 * Issuers (发文机关) under the divisions that they belong to: each division inside the next larger one, the agencies of a
 * division below it, those of which it is not known who they are at the end.
 */
final class IssuerTree {

    private final SearchQuery query;
    private final Map<String, Long> places = new TreeMap<>();
    private final Map<String, List<Value>> agencies = new TreeMap<>();
    private final List<Value> others = new ArrayList<>();

    private IssuerTree(SearchQuery query) {
        this.query = query;
    }

    static List<Value> of(SearchQuery query, SearchResult result) {
        IssuerTree tree = new IssuerTree(query);
        counts(result, Facet.PLACE).forEach(count -> tree.places.put(count.value(), count.documents()));
        counts(result, Facet.AGENCY).forEach(tree::add);
        List<Value> values = new ArrayList<>();
        tree.places.forEach((place, documents) -> {
            values.add(Value.of(query, Facet.PLACE, place, documents, Places.depth(place)));
            values.addAll(tree.agencies.getOrDefault(place, List.of()));
        });
        values.addAll(tree.others);
        return values;
    }

    private static List<Count> counts(SearchResult result, Facet facet) {
        return result.facets().getOrDefault(facet, List.of());
    }

    /** A division of which nothing was found is above an agency that may be chosen beside those that were. */
    private void add(Count agency) {
        Matcher named = AgencyCounts.IDENTIFIER.matcher(agency.value());
        if (named.matches()) {
            String place = named.group(1);
            Places.path(place).forEach(each -> places.putIfAbsent(each, 0L));
            agencies.computeIfAbsent(place, code -> new ArrayList<>()).add(value(agency, Places.depth(place) + 1));
        } else {
            others.add(value(agency, 0));
        }
    }

    private Value value(Count agency, int depth) {
        return Value.of(query, Facet.AGENCY, agency.value(), agency.documents(), depth);
    }
}
