package org.gongbao.web.site;

import java.util.List;
import java.util.Map;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.jspecify.annotations.Nullable;

/**
 * A number of documents and where the same documents are listed.
 *
 * @param group under which {@link Phrases#facet} knows its name, null where the label is the name
 */
record Counted(
        @Nullable String group,
        String label,
        long documents,
        @Nullable String address) {

    /** The documents that have one value of a facet. */
    static Counted of(Facet facet, String value, long documents) {
        return new Counted(facet.parameter(), value, documents, SearchAddress.of(with(facet, value)));
    }

    static SearchQuery with(Facet facet, String value) {
        return new SearchQuery("", Map.of(facet, List.of(value)), null, Sort.RELEVANCE, 1);
    }
}
