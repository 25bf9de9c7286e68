package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.gongbao.search.YunzhouDocuments.*;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gongbao.publication.Uid;
import org.gongbao.record.AgencyReference;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.GazetteIssue;
import org.gongbao.record.Section;
import org.gongbao.record.Table;
import org.gongbao.search.DocumentSearch.Suggestion;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.gongbao.search.SearchResult.Count;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Conditions, other words, what somebody may mean, and what an answer says of how a text was taken. */
interface UnderstandingTests {

    SearchBench bench();

    @Test
    default void conditionsNarrowToAPartOfTheDocument() {
        assertThat(bench().found("标题:养老服务补贴")).containsExactly(PENSION);
        assertThat(bench().found("标题:街道办事处")).isEmpty();
        assertThat(bench().found("正文:街道办事处")).containsExactly(PENSION);
        assertThat(bench().found("机关:教育局")).containsExactly(EDUCATION);
        assertThat(bench().found("文号:云民发2024 5")).containsExactly(PENSION);
        assertThat(bench().found("年份：2022 改造")).containsExactly(HOUSING);
        assertThat(bench().found("-年份:2022年")).isNotEmpty().doesNotContain(HOUSING);
        assertThat(bench().found("改造 year:1999")).isEmpty();
        assertThat(bench().found("养老 文种:通知")).contains(PENSION);
        assertThat(bench().found("养老 kind:公告")).isEmpty();
        assertThat(bench().found("通行 title:\"长江 大桥\"")).containsExactly(BRIDGE);
    }

    @Test
    default void whatIsExcludedIsNotFound() {
        List<Uid> all = bench().found("通知");
        assertThat(all).contains(PENSION, BUSINESS);
        assertThat(bench().found("通知 -养老")).contains(BUSINESS).doesNotContain(PENSION);
        assertThat(bench().found("-标题:养老服务")).isNotEmpty().doesNotContain(PENSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"棚改", "棚改 安置", "\"棚改\""})
    default void otherWordsForTheSameFindTheDocument(String typed) {
        assertThat(bench().found(typed)).as(typed).first().isEqualTo(HOUSING);
    }

    @ParameterizedTest
    @CsvSource({
        "ylfwbt,养老服务补贴",
        "yanglaofuwu,养老服务补贴",
        "养老服,养老服务补贴",
        "changjiangdaqiao,长江大桥",
        "市长接,市长接待日",
        "PENGHUQU,棚户区"
    })
    default void titlesAreSuggestedByCharactersSpellingAndInitials(String typed, String words) {
        assertThat(bench().search.suggest(typed))
                .as(typed)
                .extracting(Suggestion::text)
                .anyMatch(title -> title.contains(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"教育局", "jiaoyuju", "yzsjyj"})
    default void issuersAreSuggestedWithTheirDocuments(String typed) {
        assertThat(bench().search.suggest(typed)).contains(new Suggestion("云州市教育局", null, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*:*", "{!func}1", "zzzzqqqq", "'; drop"})
    default void nothingIsSuggestedForNothing(String typed) {
        assertThat(bench().search.suggest(typed)).isEmpty();
    }

    @Test
    default void wordsThatSoundTheSameAreOfferedWhereNothingIsFound() {
        assertThat(bench().find("penghuqu").understood().alike()).contains("棚户区");
        assertThat(bench().find("嘉禾茶").total()).isZero();
        assertThat(bench().find("嘉禾茶").understood().alike()).isEmpty();
    }

    @Test
    default void aNumberAndNothingElseMeansItsDocument() {
        for (String typed : List.of("云政办字〔2023〕12号", "云政办字2023 12", "云政办字（2023）12", "〔2023〕12号")) {
            assertThat(bench().find(typed).understood().number()).as(typed).isEqualTo(OPENNESS.value());
        }
        assertThat(bench().find("云政办字〔2023〕12号 政务公开").understood().number()).isNull();
        assertThat(bench().find("政务公开").understood().number()).isNull();
    }

    @Test
    default void aCursorReachesEveryHitOnceAndEnds() {
        SearchRequest all = new SearchRequest("", Map.of(Facet.YEAR, List.of("2023")), null, Sort.NEWEST, 1, 2);
        List<Uid> seen = new ArrayList<>();
        String cursor = SearchRequest.START;
        while (cursor != null) {
            SearchResult part = bench().search.search(all.from(cursor, 2));
            seen.addAll(SearchBench.uids(part));
            cursor = part.next();
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize((int)
                bench().search.search(all).total());
        assertThatThrownBy(() -> bench().search.search(all.from("no cursor", 2)))
                .isInstanceOf(BadCursorException.class);
    }

    @Test
    default void aCursorThatNoAnswerGaveIsRefusedBeforeSolrSeesIt() {
        SearchRequest all = new SearchRequest("", Map.of(), null, Sort.NEWEST, 1, 2);
        String cursor = Objects.requireNonNull(
                bench().search.search(all.from(SearchRequest.START, 2)).next());
        byte[] huge = {2, (byte) 0x83, 0, 0, 0x3f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f};
        byte[] hugeList = {2, (byte) 0x9f, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f};
        List<String> wrong = List.of(
                "no cursor",
                "",
                "AA==",
                cursor.substring(4),
                cursor + "AAAA",
                "A".repeat(10_000),
                Base64.getEncoder().encodeToString(huge),
                Base64.getEncoder().encodeToString(hugeList));
        List<String> errors = errorsOf(
                "org.apache.solr",
                () -> wrong.forEach(one -> assertThatThrownBy(
                                () -> bench().search.search(all.from(one, 2)))
                        .as(one)
                        .isInstanceOf(BadCursorException.class)));
        assertThat(errors).isEmpty();
        for (Sort sort : Sort.values()) {
            SearchRequest some = new SearchRequest("云州市", Map.of(), null, sort, 1, 2);
            String next =
                    bench().search.search(some.from(SearchRequest.START, 2)).next();
            assertThat(bench().search
                            .search(some.from(Objects.requireNonNull(next), 2))
                            .hits())
                    .as(sort.name())
                    .isNotEmpty();
        }
    }

    @Test
    default void signsAndSingleLettersAreAnsweredLikeAnyWord() {
        List<String> asked = List.of(
                "-x",
                "-2+3",
                "title:x",
                "正文:▲",
                "机关:一",
                "-▲",
                "▲",
                "©®",
                "7号",
                "x 7号",
                "-©®",
                "\uD83D\uDE80",
                "a b",
                "题名:3");
        List<String> errors = errorsOf(
                "org.apache.solr",
                () -> asked.forEach(text -> {
                    bench().find(text);
                    bench().search.suggest(text);
                }));
        assertThat(errors).isEmpty();
        assertThat(bench().find("-x").total()).isEqualTo(bench().find("").total());
    }

    /** What is logged as an error meanwhile. */
    private static List<String> errorsOf(String logger, Runnable action) {
        Logger log = (Logger) LoggerFactory.getLogger(logger);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        log.addAppender(heard);
        try {
            action.run();
        } finally {
            log.detachAppender(heard);
        }
        return heard.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    default void whereNothingIsFoundWhatIsAllButTypedIsOffered() {
        for (String[] typed : new String[][] {
            {"yunzhuo", "云州"},
            {"penghuqugiazao", "棚户区改造"},
            {"yunzhuoshi", "云州市"},
            {"长江天桥", "长江大桥"},
            {"停方管理", "停放管理"}
        }) {
            SearchResult nothing = bench().find(typed[0]);
            assertThat(nothing.understood().alike()).as(typed[0]).contains(typed[1]);
        }
        assertThat(bench().find("外星人登陆").understood().alike()).isEmpty();
        assertThat(bench().find("qwrtpsdfg").understood().alike()).isEmpty();
        assertThat(bench().find("棚户区改造").understood().alike()).isEmpty();
    }

    @Test
    default void theCountsOfAFacetLeaveItsOwnFilterOut() {
        SearchResult result = bench().find("", Map.of(Facet.KIND, List.of("决定")), null, Sort.NEWEST);
        assertThat(result.total()).isEqualTo(1);
        assertThat(result.facets().get(Facet.KIND)).extracting(Count::value).contains("决定", "公告", "意见");
        assertThat(result.facets().get(Facet.YEAR)).containsExactly(new Count("2024", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"云政办发2022", "云政办发〔2022〕", "云政办发〔2022〕7", "雲政辦發2022 7号"})
    default void numbersAreSuggestedWithWhatTheyAreOf(String typed) {
        assertThat(bench().search.suggest(typed))
                .extracting(Suggestion::text, Suggestion::uid)
                .contains(tuple("云政办发〔2022〕7号 云州市棚户区改造货币化安置实施细则", HOUSING.value()));
    }

    @Test
    default void monthsAreCountedInTheChosenYear() {
        assertThat(bench().find("").facets().get(Facet.MONTH)).isEmpty();
        SearchResult result = bench().find("", Map.of(Facet.YEAR, List.of("2022")), null, Sort.NEWEST);
        assertThat(result.facets().get(Facet.MONTH)).containsExactly(new Count("2022-08", 1), new Count("2022-05", 1));
        assertThat(SearchBench.uids(bench().find(
                                "",
                                Map.of(Facet.YEAR, List.of("2022"), Facet.MONTH, List.of("2022-05")),
                                null,
                                Sort.NEWEST)))
                .containsExactly(HOUSING);
    }

    @Test
    default void whatWasMadePublicWithoutADateOfSignatureBelongsToThatYear() {
        Uid uid = bench().nextUid();
        long position = bench().nextPosition();
        DocumentRecord record = record("一图读懂茶园补贴", "现将有关内容解读如下。")
                .publishedOn(LocalDate.of(2033, 4, 20))
                .build();
        bench().dissemination.apply(List.of(change(uid, record, position)), position);

        SearchResult found = bench().find("茶园补贴", Map.of(Facet.YEAR, List.of("2033")), null, Sort.RELEVANCE);

        assertThat(SearchBench.uids(found)).containsExactly(uid);
        assertThat(found.facets().get(Facet.MONTH)).containsExactly(new Count("2033-04", 1));
        assertThat(found.hits().get(0).issuedOn()).isNull();
    }

    @Test
    default void placesThemesIssuesAndPartsAreCounted() {
        Uid uid = bench().nextUid();
        long position = bench().nextPosition();
        AgencyReference office = new AgencyReference(
                "市府办",
                "990100-gov-office",
                "gov-office",
                "990100",
                "云州市人民政府办公室",
                List.of("issuer"),
                null,
                null,
                List.of(),
                null);
        bench().dissemination
                .apply(
                        List.of(change(
                                uid,
                                record("茶园普查", "茶园普查表。")
                                        .agencies(List.of(office))
                                        .themes(List.of("农业、林业、水利\\茶业"))
                                        .gazette(new GazetteIssue("云州市人民政府公报", 2031, 2, null))
                                        .tables(List.of(
                                                new Table(null, List.of("乡"), List.of(List.of("甲")), List.of())))
                                        .build(),
                                position)),
                        position);
        SearchResult found = bench().find("茶园普查", Map.of(Facet.PLACE, List.of("990000")), null, Sort.RELEVANCE);
        assertThat(SearchBench.uids(found)).containsExactly(uid);
        assertThat(found.facets().get(Facet.PLACE)).containsExactly(new Count("990000", 1), new Count("990100", 1));
        assertThat(found.facets().get(Facet.THEME))
                .extracting(Count::value)
                .containsExactlyInAnyOrder("农业、林业、水利", "农业、林业、水利/茶业");
        assertThat(found.facets().get(Facet.GAZETTE)).containsExactly(new Count("云州市人民政府公报/2031/2", 1));
        assertThat(found.facets().get(Facet.HOLDS)).containsExactly(new Count("tables", 1));
        assertThat(bench().found("机关:市府办")).containsExactly(uid);
    }

    @Test
    default void itIsSaidHowManyAreNotKnownToHaveHeld() {
        SearchResult then = bench().find("", Map.of(), LocalDate.of(2022, 1, 1), Sort.NEWEST);
        assertThat(then.understood().unknownThen()).isPositive();
        assertThat(then.understood().unknownThen() + then.total())
                .isLessThanOrEqualTo(bench().find("").total());
    }

    @Test
    default void whereFiltersLeaveNothingItIsSaidWhatThereIsWithoutThem() {
        SearchResult nothing = bench().find("养老服务补贴", Map.of(Facet.YEAR, List.of("1999")), null, Sort.RELEVANCE);
        assertThat(nothing.total()).isZero();
        assertThat(nothing.understood().withoutFilters())
                .isEqualTo(bench().find("养老服务补贴").total());
        assertThat(nothing.understood().words()).containsExactly("养老服务补贴");
    }

    @Test
    default void itIsSaidWhichOtherWordsWereLookedFor() {
        assertThat(bench().find("棚改").understood().otherWords()).containsExactly("棚户区改造");
        assertThat(bench().find("养老服务补贴").understood().otherWords()).isEmpty();
    }

    @Test
    default void aNumberThatNoDocumentBearsIsToldAndOneThatIsHiddenByFiltersIsNot() {
        assertThat(bench().find("云政办字2023 9999号").understood().absent()).isEqualTo("云政办字〔2023〕9999号");
        assertThat(bench().find("云政办字2023 12号").understood().absent()).isNull();
        assertThat(bench().find("云政办字〔2023〕12号", Map.of(Facet.YEAR, List.of("1999")), null, Sort.RELEVANCE)
                        .understood()
                        .absent())
                .isNull();
        assertThat(bench().find("养老服务补贴").understood().absent()).isNull();
    }

    @Test
    default void numbersComeInTheirOrder() {
        long from = bench().nextPosition();
        List<Integer> sequences = List.of(10, 2, 1);
        bench().dissemination
                .apply(
                        IntStream.range(0, sequences.size())
                                .mapToObj(i -> change(
                                        uid((int) from + i),
                                        record("苗圃批复", "苗圃。")
                                                .documentNumber("云林苗〔2030〕" + sequences.get(i) + "号")
                                                .build(),
                                        from + i))
                                .toList(),
                        from + 2);
        bench().nextPosition();
        bench().nextPosition();
        assertThat(bench().find("苗圃批复", Map.of(), null, Sort.NUMBER).hits())
                .extracting(SearchResult.Hit::documentNumber)
                .containsExactly("云林苗〔2030〕1号", "云林苗〔2030〕2号", "云林苗〔2030〕10号");
    }

    @Test
    default void aPassageSaysWhereItStands() {
        Uid uid = bench().nextUid();
        long position = bench().nextPosition();
        String text = "苗圃名录\n一、总则\n为了苗圃，制定本名录。\n二、树种\n本市宜种枫香。另有乌桕。\n" + "其余略。".repeat(50);
        bench().dissemination
                .apply(
                        List.of(change(
                                uid,
                                record("苗圃名录", text)
                                        .sections(List.of(
                                                new Section("一", 1, "总则", "为了苗圃，制定本名录。", List.of()),
                                                new Section("二", 1, "树种", "本市宜种枫香。另有乌桕。", List.of())))
                                        .build(),
                                position)),
                        position);
        SearchResult.Passage passage =
                bench().find("乌桕").hits().get(0).passages().get(0);
        assertThat(passage.start()).isNotNull();
        assertThat(text.substring(passage.start())).startsWith("另有乌桕。");
        assertThat(passage.text()).startsWith("另有乌桕。").hasSizeLessThan(200);
        assertThat(passage.section()).isEqualTo("二 树种");
    }
}
