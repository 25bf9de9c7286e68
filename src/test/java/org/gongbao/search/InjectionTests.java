package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.search.YunzhouDocuments.*;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Query syntax that is typed finds words, and never more. */
interface InjectionTests {

    SearchBench bench();

    /** None of these may find anything: as words they are in no document. */
    static Stream<String> syntaxThatFindsNothing() {
        return Stream.of(
                "*:*",
                "*",
                "?",
                "*:* OR *:*",
                "id:*",
                "entry:position",
                "entry:gone",
                "title:[* TO *]",
                "log_position:[0 TO *]",
                "_query_:\"*:*\"",
                "_query_:\"{!lucene}*:*\"",
                "{!lucene}*:*",
                "{!lucene v=*:*}",
                "{!func}7777",
                "{!term f=entry}position",
                "{!term f=entry}gone",
                "{!terms f=id}log-position",
                "{!prefix f=id}",
                "{!join from=id to=id}*:*",
                "{!graph from=id to=id}*:*",
                "{!parent which=*:*}",
                "{!frange l=0}7777",
                "{!xmlparser}<MatchAllDocsQuery/>",
                "{!collapse field=kind}",
                "{!mlt qf=text}7777",
                "{!rerank}",
                "{!cache=false}*:*",
                "{!edismax uf=* v=$q}",
                "$text",
                "${solr.home}",
                "&q=*:*",
                "&fl=*&wt=json",
                "%2A%3A%2A",
                "NOT zzz",
                "/.*/",
                "[* TO *]",
                "{* TO *}",
                "(((((",
                "))))",
                "\\",
                "\\\\",
                "\"",
                "\"\"",
                "~2",
                "^99",
                "AND",
                "&&",
                "||",
                "!",
                "../../etc/passwd",
                "<script>alert(7777)</script>",
                "'; drop table--",
                "\u0000",
                "\u0007*:*\u0007",
                "\ud800",
                "\udc00\ud800",
                "\ufdd0\ufdd1",
                "\uffff",
                "\u202e*:*",
                "log-position");
    }

    @ParameterizedTest
    @MethodSource("syntaxThatFindsNothing")
    default void syntaxIsNoMoreThanWords(String text) {
        SearchResult result = bench().find(text);
        assertThat(result.total()).as(text).isZero();
    }

    /** These hold a word of one document: only that is found, and all that is found. */
    static Stream<String> syntaxAroundAWord() {
        return Stream.of(
                "棚户区改造 OR *:*",
                "+棚户区改造 +title:棚户区",
                "棚户区改造*",
                "棚户区改造~2",
                "棚户区改造^100",
                "(棚户区改造)",
                "[棚户区改造]",
                "棚户区改造 AND",
                "AND 棚户区改造",
                "OR OR 棚户区改造",
                "NOT 棚户区改造",
                "!棚户区改造",
                "棚户区改造)))(((",
                "\"棚户区改造",
                "棚户区改造\\",
                "/棚户区改造/",
                "棚户区改造 && ||",
                "title:棚户区改造",
                "{!lucene}棚户区改造",
                "\u0000棚户区改造\u0008",
                "棚户\u200b区改造",
                "\ud800棚户区改造",
                "棚户区改造?",
                "<b>棚户区改造</b>");
    }

    @ParameterizedTest
    @MethodSource("syntaxAroundAWord")
    default void syntaxAroundAWordChangesNothing(String text) {
        assertThat(bench().found(text)).as(text).contains(HOUSING).doesNotContain(MAYOR, FLOOD, BRIDGE);
    }

    @Test
    default void filterValuesAreValuesOnly() {
        for (String value :
                List.of("*", "*:*", "{!lucene}*:*", "通知 OR 决定", "通知,决定", "[* TO *]", "$q", "\ud800", "\u0000")) {
            Map<Facet, List<String>> filters =
                    Map.of(Facet.KIND, List.of(value), Facet.ISSUER, List.of(value), Facet.YEAR, List.of(value));
            assertThat(bench().find("", filters, null, Sort.NEWEST).total())
                    .as(value)
                    .isZero();
        }
    }

    @Test
    default void longTextsAreCutAndAnswered() {
        List<String> texts = List.of(
                "棚户区改造".repeat(2_000),
                "a ".repeat(20_000),
                "一 ".repeat(20_000),
                "\"棚户\" ".repeat(5_000),
                "棚户区改造" + "\ud83d\ude00".repeat(5_000),
                "(".repeat(50_000) + "棚户区改造",
                "云政办字〔2023〕12号".repeat(500));
        for (String text : texts) {
            assertThat(bench().find(text).hits().size())
                    .as(text.substring(0, 9))
                    .isLessThanOrEqualTo(20);
        }
        assertThat(bench().found("棚户区改造".repeat(2_000))).contains(HOUSING);
    }

    @Test
    default void marksInATextAreTakenOut() {
        SearchBench bench = bench();
        String text = "前文\ufdd0假标记\ufdd1后文\ud800。琉璃瓦厂搬迁安置<mark>说明</mark>。";
        org.gongbao.publication.Uid uid = bench.nextUid();
        long position = bench.nextPosition();
        bench.dissemination.apply(
                List.of(change(uid, record("琉璃瓦厂\ufdd0搬迁\ufdd1公示", text).build(), position)), position);
        try {
            SearchResult.Hit hit = bench.find("琉璃瓦厂").hits().get(0);
            assertThat(hit.title().text()).isEqualTo("琉璃瓦厂搬迁公示");
            assertThat(hit.title().pieces())
                    .containsExactly(new SearchResult.Piece("琉璃瓦厂", true), new SearchResult.Piece("搬迁公示", false));
            assertThat(hit.passages().get(0).text()).contains("<mark>说明</mark>").doesNotContain("\ufdd0");
        } finally {
            long later = bench.nextPosition();
            bench.dissemination.apply(List.of(gone(uid, later)), later);
        }
    }
}
