package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.gongbao.search.SearchResult;
import org.gongbao.search.SearchResult.Count;
import org.gongbao.web.site.SearchView.Value;
import org.junit.jupiter.api.Test;

class IssuerTreeTest {

    private static final List<Count> PLACES = List.of(new Count("990000", 9), new Count("990100", 7));
    private static final List<Count> AGENCIES = List.of(
            new Count("990100-finance", 5),
            new Count("某联席会议", 3),
            new Count("990100-health", 2),
            new Count("990000", 2),
            new Count("990203-gov", 1));

    @Test
    void agenciesStandBelowTheirDivisionAndDivisionsInsideTheLargerOnes() {
        assertThat(lines(everything()))
                .containsExactly(
                        "990000 9",
                        "  990000 2",
                        "  990100 7",
                        "    990100-finance 5",
                        "    990100-health 2",
                        "  990200 0",
                        "    990203 0",
                        "      990203-gov 1",
                        "某联席会议 3");
    }

    @Test
    void whatIsChosenIsGivenUpByItsLink() {
        SearchQuery query = everything().with(Facet.AGENCY, "990100-finance");
        assertThat(IssuerTree.of(query, result()))
                .filteredOn(Value::chosen)
                .singleElement()
                .satisfies(value -> assertThat(value.address()).doesNotContain("finance"));
        assertThat(IssuerTree.of(query, result()).get(0).address()).contains("place=990000", "agency=990100-finance");
    }

    private static List<String> lines(SearchQuery query) {
        return IssuerTree.of(query, result()).stream()
                .map(value -> "  ".repeat(value.depth()) + value.value() + " " + value.documents())
                .toList();
    }

    private static SearchQuery everything() {
        return new SearchQuery("", Map.of(), null, Sort.RELEVANCE, 1);
    }

    private static SearchResult result() {
        Map<Facet, List<Count>> facets = Map.of(Facet.PLACE, PLACES, Facet.AGENCY, AGENCIES);
        return new SearchResult(9, List.of(), facets);
    }
}
