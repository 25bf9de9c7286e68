package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.search.YunzhouDocuments.*;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongbao.record.Validity;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.gongbao.search.SearchResult.Count;
import org.gongbao.search.SearchResult.Hit;
import org.junit.jupiter.api.Test;

/** Filters, counts, order, pages and validity on a day. */
interface FacetTests {

    SearchBench bench();

    @Test
    default void everyIssuerIsCountedHoweverManyThereAre() {
        long before = bench().search.issuers();
        long position = bench().nextPosition();
        List<String> stations = IntStream.range(0, 130)
                .mapToObj(number -> "云州航标" + Character.toString(0x3400 + number) + "站")
                .toList();
        bench().dissemination
                .apply(
                        List.of(YunzhouDocuments.change(
                                bench().nextUid(),
                                YunzhouDocuments.record("航标", "航标。")
                                        .issuers(stations)
                                        .build(),
                                position)),
                        position);
        assertThat(bench().search.issuers()).isEqualTo(before + 130);
    }

    @Test
    default void hitsAloneHaveNeitherPassagesNorFacets() {
        SearchResult plain =
                bench().search.search(new SearchRequest("养老服务补贴", Map.of(), null, Sort.RELEVANCE, 1, 10, true, null));
        assertThat(plain.hits()).isNotEmpty().allSatisfy(hit -> {
            assertThat(hit.passages()).isEmpty();
            assertThat(hit.title().text()).isNotEmpty();
            assertThat(hit.language()).isEqualTo("zh-Hans");
        });
        assertThat(plain.facets()).isEmpty();
    }

    @Test
    default void theOrderOfPublicationIsNotThatOfTheDaysOfIssue() {
        assertThat(bench().find("", Map.of(), null, Sort.PUBLISHED).hits())
                .hasSizeGreaterThan(10)
                .extracting(SearchResult.Hit::publishedAt)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    default void anEmptyTextListsEverythingNewestFirst() {
        SearchResult result =
                bench().find("", Map.of(Facet.YEAR, List.of("2024", "2023", "2008")), null, Sort.RELEVANCE);
        assertThat(SearchBench.uids(result))
                .containsExactly(REPEAL, PENSION, TAX, MAYOR, BRIDGE, EDUCATION, OPENNESS, OLD_RULES);
        assertThat(result.total()).isEqualTo(8);
        assertThat(result.hits()).allSatisfy(hit -> assertThat(hit.passages()).isEmpty());
    }

    @Test
    default void theOldestComeFirstWhenAskedSo() {
        SearchResult result = bench().find("云州市", Map.of(), null, Sort.OLDEST);
        assertThat(SearchBench.uids(result)).first().isEqualTo(OLD_RULES);
    }

    @Test
    default void filtersOfOneFacetWidenAndOfTwoFacetsNarrow() {
        SearchResult kinds = bench().find("", Map.of(Facet.KIND, List.of("决定", "意见")), null, Sort.NEWEST);
        assertThat(SearchBench.uids(kinds)).containsExactly(REPEAL, EDUCATION);
        SearchResult both = bench().find(
                        "",
                        Map.of(Facet.KIND, List.of("决定", "意见"), Facet.ISSUER, List.of("云州市教育局")),
                        null,
                        Sort.NEWEST);
        assertThat(SearchBench.uids(both)).containsExactly(EDUCATION);
    }

    @Test
    default void everyIssuerOfAJointDocumentIsCounted() {
        SearchResult result = bench().find("养老服务补贴");
        assertThat(result.facets().get(Facet.ISSUER)).contains(new Count("云州市民政局", 1), new Count("云州市财政局", 1));
    }

    @Test
    default void yearsAreCountedNewestFirst() {
        SearchResult result = bench().find("", Map.of(Facet.KIND, List.of("公告", "决定")), null, Sort.NEWEST);
        assertThat(result.facets().get(Facet.YEAR))
                .containsExactly(new Count("2024", 1), new Count("2023", 1), new Count("2020", 1));
        assertThat(result.facets().get(Facet.KIND)).contains(new Count("公告", 2), new Count("决定", 1));
    }

    @Test
    default void validityIsThatOfTheDayOnWhichItIsAsked() {
        assertThat(validity(LocalDate.of(2021, 6, 30))).isEqualTo(Validity.NOT_YET);
        assertThat(validity(LocalDate.of(2021, 7, 1))).isEqualTo(Validity.UNKNOWN);
        assertThat(validity(LocalDate.of(2026, 6, 30))).isEqualTo(Validity.UNKNOWN);
        assertThat(validity(LocalDate.of(2026, 7, 1))).isEqualTo(Validity.EXPIRED);
    }

    private String validity(LocalDate day) {
        Hit hit = bench().on(day).search(SearchRequest.of("机动车停放管理办法")).hits().get(0);
        SearchRequest sameStatus = new SearchRequest(
                "机动车停放管理办法", Map.of(Facet.VALIDITY, List.of(hit.validity())), null, Sort.RELEVANCE, 1, 10);
        SearchResult filtered = bench().on(day).search(sameStatus);
        assertThat(SearchBench.uids(filtered)).contains(PARKING);
        assertThat(filtered.facets().get(Facet.VALIDITY)).contains(new Count(hit.validity(), filtered.total()));
        return hit.validity();
    }

    @Test
    default void whatOneDocumentRepealsIsOver() {
        SearchResult result =
                bench().find("养犬管理", Map.of(Facet.VALIDITY, List.of(Validity.REPEALED)), null, Sort.RELEVANCE);
        assertThat(SearchBench.uids(result)).containsExactly(OLD_RULES);
    }

    @Test
    default void whatHeldOnADayIsFoundByEvidenceAlone() {
        SearchResult then = bench().find("", Map.of(), LocalDate.of(2022, 1, 1), Sort.NEWEST);
        assertThat(SearchBench.uids(then)).as("a stated period is no evidence").containsExactly(BUSINESS);
        SearchResult before = bench().find("", Map.of(), LocalDate.of(2020, 1, 1), Sort.NEWEST);
        assertThat(before.total()).isZero();
    }

    @Test
    default void aStatusThatIsNoneFindsNothing() {
        assertThat(bench().find("", Map.of(Facet.VALIDITY, List.of("有效] OR *:*")), null, Sort.NEWEST)
                        .total())
                .isZero();
    }

    @Test
    default void pagesFollowEachOtherAndTheTotalStays() {
        SearchRequest first = new SearchRequest("", Map.of(Facet.YEAR, List.of("2023")), null, Sort.NEWEST, 1, 2);
        SearchRequest third = new SearchRequest("", Map.of(Facet.YEAR, List.of("2023")), null, Sort.NEWEST, 3, 2);
        SearchRequest beyond =
                new SearchRequest("", Map.of(Facet.YEAR, List.of("2023")), null, Sort.NEWEST, 99_999, 20);
        assertThat(SearchBench.uids(bench().search.search(first))).containsExactly(TAX, MAYOR);
        assertThat(SearchBench.uids(bench().search.search(third))).containsExactly(OPENNESS);
        assertThat(bench().search.search(beyond).hits()).isEmpty();
        assertThat(bench().search.search(beyond).total()).isEqualTo(5);
    }
}
