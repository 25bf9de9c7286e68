package org.gongbao.web.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;

/** Writes a search as an address; equal searches have equal addresses. */
final class SearchAddress {

    private SearchAddress() {}

    /** The page of a search. */
    static String of(SearchQuery query) {
        return of("/search", query);
    }

    /** The same search in the form of a suffix, such as {@code csv}. */
    static String of(String path, SearchQuery query) {
        StringJoiner address = new StringJoiner("&", path + "?", "");
        address.setEmptyValue(path);
        add(address, "q", query.text());
        for (Facet facet : Facet.values()) {
            query.chosen(facet).forEach(value -> add(address, facet.parameter(), value));
        }
        if (query.inForceOn() != null) {
            add(address, "inForceOn", query.inForceOn().toString());
        }
        if (query.sort() != Sort.RELEVANCE) {
            add(address, "sort", SearchQuery.name(query.sort()));
        }
        if (query.page() > 1) {
            add(address, "page", Integer.toString(query.page()));
        }
        if (query.cursor() != null) {
            add(address, "cursor", query.cursor());
        }
        return address.toString();
    }

    private static void add(StringJoiner address, String name, String value) {
        if (!value.isEmpty()) {
            address.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
