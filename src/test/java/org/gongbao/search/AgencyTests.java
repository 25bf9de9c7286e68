package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.search.YunzhouDocuments.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongbao.publication.Change;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.StatedTerms;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.record.AgencyReference;
import org.gongbao.record.DocumentRecord;
import org.gongbao.search.AgencyCounts.Cell;
import org.gongbao.search.AgencyCounts.Name;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.gongbao.search.SearchResult.Count;
import org.junit.jupiter.api.Test;

/** Issuers by the identifier of the authority file, and what may be carried on. */
interface AgencyTests {

    SearchBench bench();

    private static AgencyReference agency(String name, String id, String fullName, String role, LocalDate since) {
        return new AgencyReference(
                name, id, "weather", "990100", fullName, List.of(role), since, null, List.of(), null);
    }

    private void publish(Uid uid, DocumentRecord.Builder record) {
        long position = bench().nextPosition();
        bench().dissemination.apply(List.of(YunzhouDocuments.change(uid, record.build(), position)), position);
    }

    @Test
    default void anAgencyIsOneUnderAllItsNamesAndAnUnknownIssuerKeepsItsName() {
        Uid old = bench().nextUid();
        Uid young = bench().nextUid();
        publish(
                old,
                record("测雨一号", "雨量。")
                        .issuers(List.of("市测雨局"))
                        .issuedOn(LocalDate.of(2011, 5, 1))
                        .agencies(List.of(
                                agency("市测雨局", "990100-rain", "云州市测雨局", "issuer", LocalDate.of(1998, 3, 1)),
                                agency("市测雪局", "990100-snow", "云州市测雪局", "addressee", null))));
        publish(
                young,
                record("测雨二号", "雨量。")
                        .issuers(List.of("云州市测雨局", "测雨协会"))
                        .issuedOn(LocalDate.of(2012, 5, 1))
                        .documentKind("公告")
                        .agencies(List.of(
                                agency("云州市测雨局", "990100-rain", "云州市测雨局", "issuer", LocalDate.of(1998, 3, 1)),
                                AgencyReference.unresolved("测雨协会").withRoles(List.of("issuer")))));

        SearchResult found = bench().find("", Map.of(Facet.AGENCY, List.of("990100-rain")), null, Sort.OLDEST);
        assertThat(SearchBench.uids(found)).containsExactly(old, young);
        assertThat(SearchBench.uids(bench().find("", Map.of(Facet.AGENCY, List.of("测雨协会")), null, Sort.OLDEST)))
                .containsExactly(young);
        assertThat(bench().find("测雨").facets().get(Facet.AGENCY))
                .contains(new Count("990100-rain", 2), new Count("测雨协会", 1))
                .noneMatch(count -> count.value().contains("snow"));

        AgencyCounts agencies = bench().agencies();
        assertThat(agencies.namesOf("990100-rain"))
                .containsExactlyInAnyOrder(
                        new Name("990100-rain", "市测雨局", "云州市测雨局", LocalDate.of(1998, 3, 1), null, 1),
                        new Name("990100-rain", "云州市测雨局", "云州市测雨局", LocalDate.of(1998, 3, 1), null, 1));
        assertThat(agencies.called("市测雨局")).extracting(Name::id).containsExactly("990100-rain");
        assertThat(agencies.called("测雨局")).isEmpty();
        assertThat(agencies.called("测雨协会")).isEmpty();
        assertThat(agencies.titles()).containsEntry("990100-rain", "云州市测雨局");
        assertThat(agencies.cells())
                .contains(
                        new Cell("990100-rain", "2011", "通知", 1),
                        new Cell("990100-rain", "2012", "公告", 1),
                        new Cell("测雨协会", "2012", "公告", 1));
    }

    @Test
    default void documentsWithoutYearOrKindAreCountedToo() {
        publish(
                bench().nextUid(),
                record("无年之文", "年份不明。").issuers(List.of("云州市沙漏馆")).documentKind(null));

        assertThat(bench().agencies().cells()).contains(new Cell("云州市沙漏馆", "", "", 1));
    }

    @Test
    default void whatIsForItsPageOnlyIsFoundHereAndNotCarriedOn() {
        Uid open = bench().nextUid();
        Uid own = bench().nextUid();
        publish(open, record("食堂甲号菜单", "菜谱。"));
        long position = bench().nextPosition();
        Instant at = Instant.parse("2024-01-02T03:04:05Z");
        DocumentRecord menu = record("食堂乙号菜单", "菜谱。").build();
        bench().dissemination
                .apply(
                        List.of(new Change(
                                position,
                                own,
                                new PublishedDocument(
                                        own,
                                        1,
                                        position,
                                        at,
                                        at,
                                        StatedTerms.in(own, 1, menu, Terms.PAGE),
                                        List.of()))),
                        position);

        SearchRequest request = new SearchRequest("号菜单", Map.of(), null, Sort.PUBLISHED, 1, 10);
        assertThat(SearchBench.uids(bench().search.search(request))).containsExactlyInAnyOrder(open, own);
        SearchResult feed = bench().search.feed(request);
        assertThat(SearchBench.uids(feed)).containsExactly(open);
        assertThat(feed.total()).isEqualTo(1);
        assertThat(bench().search.matching(request, Set.of(open.value(), own.value(), YunzhouDocuments.TAX.value())))
                .containsExactly(open.value());
    }
}
