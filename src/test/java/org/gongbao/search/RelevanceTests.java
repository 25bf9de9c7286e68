package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.search.YunzhouDocuments.*;

import java.util.List;
import java.util.stream.Stream;
import org.gongbao.publication.Uid;
import org.gongbao.search.SearchResult.Hit;
import org.gongbao.search.SearchResult.Passage;
import org.gongbao.search.SearchResult.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people type, and the document that they mean. */
interface RelevanceTests {

    @Test
    default void aWordFarBehindInALongTextIsShownWhereItStands() {
        SearchBench bench = bench();
        long position = bench.nextPosition();
        String text = "山坡上种着果树。".repeat(10_000) + "末页载明了猕猴桃的种植面积。";
        bench.dissemination.apply(
                List.of(change(bench.nextUid(), record("果园名录", text).build(), position)), position);
        Hit hit = bench.find("猕猴桃").hits().get(0);
        assertThat(hit.passages()).extracting(Passage::text).anyMatch(passage -> passage.contains("猕猴桃"));
    }

    SearchBench bench();

    static Stream<Arguments> queriesWithTheirFirstHit() {
        return Stream.of(
                Arguments.of("政务公开工作实施方案", OPENNESS),
                Arguments.of("政府公报数据库", OPENNESS),
                Arguments.of("政務公開", OPENNESS),
                Arguments.of("二〇二三年十二月底", OPENNESS),
                Arguments.of("二○二三年十二月", OPENNESS),
                Arguments.of("棚户区改造", HOUSING),
                Arguments.of("棚戶區改造", HOUSING),
                Arguments.of("住建局 货币化安置", HOUSING),
                Arguments.of("养老服务补贴", PENSION),
                Arguments.of("养老 补贴 民政局", PENSION),
                Arguments.of("八十岁以上的老年人每个月可以领多少养老补贴", PENSION),
                Arguments.of("请问怎么申请养老服务补贴？", PENSION),
                Arguments.of("\"养老服务补贴\"", PENSION),
                Arguments.of("停车管理办法", PARKING),
                Arguments.of("长江大桥", BRIDGE),
                Arguments.of("市长接待", MAYOR),
                Arguments.of("市长", MAYOR),
                Arguments.of("個人所得稅", TAX),
                Arguments.of("税", TAX),
                Arguments.of("稅", TAX),
                Arguments.of("5G基站", BROADBAND),
                Arguments.of("５Ｇ 基站", BROADBAND),
                Arguments.of("ipv6", BROADBAND),
                Arguments.of("ＩＰＶ６", BROADBAND),
                Arguments.of("wi-fi", BROADBAND),
                Arguments.of("90.5", BROADBAND),
                Arguments.of("档案馆 历史档案", ARCHIVES),
                Arguments.of("歷史檔案", ARCHIVES),
                Arguments.of("台风来了怎么办", FLOOD),
                Arguments.of("随迁子女入学", EDUCATION),
                Arguments.of("2023年 义务教育 招生", EDUCATION),
                Arguments.of("犬", OLD_RULES),
                Arguments.of("营商环境", BUSINESS),
                Arguments.of("《关于优化营商环境若干措施的通知》", BUSINESS),
                Arguments.of("关于废止部分规范性文件的决定", REPEAL));
    }

    @ParameterizedTest
    @MethodSource("queriesWithTheirFirstHit")
    default void whatPeopleTypeBringsTheDocumentThatTheyMeanFirst(String text, Uid expected) {
        assertThat(bench().found(text)).as(text).first().isEqualTo(expected);
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                Arguments.of("云政办字〔2023〕12号", OPENNESS),
                Arguments.of("云政办字[2023]12号", OPENNESS),
                Arguments.of("云政办字（2023）12号", OPENNESS),
                Arguments.of("云政办字【2023】第12号", OPENNESS),
                Arguments.of("云政办字﹝２０２３﹞１２號", OPENNESS),
                Arguments.of("雲政辦字〔2023〕012號", OPENNESS),
                Arguments.of("云政办字2023 12号", OPENNESS),
                Arguments.of("云政办字202312号", OPENNESS),
                Arguments.of("云政办字 2023 12", OPENNESS),
                Arguments.of("云政办字 2023年第12号", OPENNESS),
                Arguments.of("云政办字〔2023〕12号 实施方案", OPENNESS),
                Arguments.of("关于云政办字〔2023〕12号的解读", OPENNESS),
                Arguments.of("〔2023〕102号", MAYOR),
                Arguments.of("云州市人民政府令第8号", PARKING),
                Arguments.of("云州市人民政府令 第八号", PARKING),
                Arguments.of("政府令8号", PARKING),
                Arguments.of("第8号令", PARKING),
                Arguments.of("云州市财政局公告2023年第5号", TAX));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    default void aNumberTypedInWhateverWayBringsItsDocumentFirst(String text, Uid expected) {
        List<Hit> hits = bench().find(text).hits();
        assertThat(hits).as(text).isNotEmpty();
        assertThat(hits.get(0).uid()).as(text).isEqualTo(expected.value());
        assertThat(hits.get(0).exactNumber()).isTrue();
        assertThat(hits.stream().skip(1)).noneMatch(Hit::exactNumber);
    }

    @Test
    default void theBeginningOfANumberBringsAllThatBeginSo() {
        assertThat(bench().found("云政办字〔2023〕").subList(0, 2)).containsExactlyInAnyOrder(MAYOR, OPENNESS);
        assertThat(bench().found("云政办字").subList(0, 3)).containsExactlyInAnyOrder(MAYOR, OPENNESS, FLOOD);
        assertThat(bench().found("云政办字〔2023〕1").subList(0, 2)).containsExactlyInAnyOrder(MAYOR, OPENNESS);
        assertThat(bench().find("云政办字〔2023〕1").hits()).noneMatch(Hit::exactNumber);
    }

    @Test
    default void aPhraseInQuotationMarksMustBeThere() {
        assertThat(bench().found("“市长接待群众”")).containsExactly(MAYOR);
        assertThat(bench().found("\"市长接待居民\"")).isEmpty();
    }

    @Test
    default void twoWordsMustBothBeThere() {
        assertThat(bench().found("养老 民政")).containsExactly(PENSION);
        assertThat(bench().found("棚户区改造")).containsExactly(HOUSING);
    }

    @Test
    default void whatWasFoundIsMarkedInTitleAndText() {
        Hit hit = bench().find("政務公開").hits().get(0);
        assertThat(hit.title().text()).isEqualTo("云州市2023年政务公开工作实施方案");
        assertThat(marked(hit.title())).containsExactly("政务公开");
        assertThat(hit.passages()).isNotEmpty();
        assertThat(hit.passages())
                .allSatisfy(passage -> assertThat(marked(passage)).isNotEmpty());
        assertThat(hit.passages())
                .anySatisfy(passage -> assertThat(marked(passage)).contains("政务公开"));
    }

    @Test
    default void marksInTraditionalTextKeepItsCharacters() {
        Hit hit = bench().find("历史档案").hits().get(0);
        assertThat(hit.title().text()).isEqualTo("雲州市檔案館關於開放歷史檔案的公告");
        assertThat(marked(hit.title())).contains("歷史檔案");
    }

    @Test
    default void aHitTellsWhatResultsShow() {
        Hit hit = bench().find("养老服务补贴标准").hits().get(0);
        assertThat(hit.documentNumber()).isEqualTo("云民发〔2024〕5号");
        assertThat(hit.documentKind()).isEqualTo("通知");
        assertThat(hit.issuers()).containsExactly("云州市民政局", "云州市财政局");
        assertThat(hit.issuedOn()).isEqualTo("2024-01-15");
        assertThat(hit.validity()).isEqualTo("未知");
    }

    private static List<String> marked(Passage passage) {
        return passage.pieces().stream().filter(Piece::marked).map(Piece::text).toList();
    }
}
