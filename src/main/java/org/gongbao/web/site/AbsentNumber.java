package org.gongbao.web.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.publication.CitedStubs;
import org.gongbao.publication.CitedStubs.Stub;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchRequest;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a document number that was searched for and that no document here bears: who cites the document, and that
 * there are others of its agency and year.
 *
 * @param stub what the documents here say of it, null where none cites it
 * @param others a search for those whose numbers differ in the last part alone, null where there are none
 * @param count how many those are
 */
record AbsentNumber(
        String number, @Nullable Stub stub, @Nullable String others, long count) {

    static AbsentNumber of(String number, CitedStubs stubs, DocumentSearch search) {
        int year = number.indexOf('〕');
        String beginning = year < 0 ? "" : "文号:" + number.substring(0, year + 1);
        long count = beginning.isEmpty()
                ? 0
                : search.search(new SearchRequest(beginning, Map.of(), null, Sort.NUMBER, 1, 0))
                        .total();
        Optional<Stub> stub = stubs.ofNumber(number).filter(found -> found.published() == null);
        return new AbsentNumber(number, stub.orElse(null), count == 0 ? null : address(beginning), count);
    }

    private static String address(String beginning) {
        Map<Facet, List<String>> none = Map.of();
        return SearchAddress.of(new SearchQuery(beginning, none, null, Sort.NUMBER, 1));
    }

    /** How many documents here cite it. */
    public int citing() {
        return stub == null
                ? 0
                : (int) stub.citing().stream()
                        .map(relation -> relation.other())
                        .distinct()
                        .count();
    }
}
