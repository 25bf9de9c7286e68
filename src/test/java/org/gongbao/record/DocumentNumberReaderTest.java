package org.gongbao.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.gongbao.record.DocumentNumberReader.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberReaderTest {

    @ParameterizedTest
    @CsvSource({
        "云政办字〔2023〕12号, 云政办字〔2023〕12号",
        "云政办字[2023]12号, 云政办字〔2023〕12号",
        "云政办字（2023）第 012 号, 云政办字〔2023〕12号",
        "云 政 办 字〔２０２３〕１２号, 云政办字〔2023〕12号",
        "（云财规〔2023〕3号）, 云财规〔2023〕3号",
        "国务院令第711号, 国务院令第711号",
        "中华人民共和国国务院令 第711号, 国务院令第711号",
        "中华人民共和国主席令第四十五号, 中华人民共和国主席令第45号",
        "云州市人民政府令（2024年第1号）, 云州市人民政府令（2024年第1号）",
        "云州市财政局公告2018年第12号, 云州市财政局公告2018年第12号",
        "国务院一九八〇年223号文件, 国务院一九八〇年223号文件"
    })
    void wholeNumbersAreReadAndNormalisedWithoutRepair(String text, String normalised) {
        Optional<Reading> reading = DocumentNumberReader.parse(text, Set.of());
        assertThat(reading).get().satisfies(found -> {
            assertThat(found.number()).hasToString(normalised);
            assertThat(found.repaired()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "云政办字〔202312, 云政办字〔2023〕12号",
        "云政办字〔202312号, 云政办字〔2023〕12号",
        "云政办字〔2023〕12, 云政办字〔2023〕12号",
        "云政规〔2023〕.13号, 云政规〔2023〕13号"
    })
    void damagedNumbersAreRepairedWithLessConfidence(String text, String normalised) {
        assertThat(DocumentNumberReader.parse(text, Set.of())).get().satisfies(found -> {
            assertThat(found.number()).hasToString(normalised);
            assertThat(found.repaired()).isTrue();
            assertThat(found.confidence()).isLessThan(1);
            assertThat(found.raw()).isEqualTo(text);
        });
    }

    @Test
    void aNumberWithoutAnyBracketIsOnlyReadForAKnownCode() {
        assertThat(DocumentNumberReader.parse("云政发202315号", Set.of())).isEmpty();
        assertThat(DocumentNumberReader.parse("云政发202315号", Set.of("云政发")))
                .get()
                .extracting(found -> found.number().toString())
                .isEqualTo("云政发〔2023〕15号");
    }

    @ParameterizedTest
    @CsvSource({
        "根据云政发〔2023〕5号文件, 云政发〔2023〕5号",
        "关于成立领导小组的通知云府办发〔2021〕89号各区, 云府办发〔2021〕89号",
        "按照省财政厅苏财综发〔2011〕32号规定, 苏财综发〔2011〕32号",
        "2008年8月2日云州市人民政府令第105号公布, 云州市人民政府令第105号",
        "应按国务院一九八〇年223号文件规定, 国务院一九八〇年223号文件"
    })
    void wordsBeforeACodeAreNoPartOfIt(String text, String normalised) {
        assertThat(DocumentNumberReader.find(text, Set.of()))
                .singleElement()
                .extracting(found -> found.number().toString())
                .isEqualTo(normalised);
    }

    @ParameterizedTest
    @ValueSource(strings = {"责令第三方整改", "〔既有建（构）筑物除外〕", "电话12345号", "第12号", "2018年6月22日"})
    void whatIsNoNumberIsNone(String text) {
        assertThat(DocumentNumberReader.find(text, Set.of())).isEmpty();
    }

    @Test
    void twoWaysOfWritingANumberHaveOneKey() {
        String one = DocumentNumberReader.parse("云政发〔2023〕5号", Set.of())
                .orElseThrow()
                .number()
                .key();
        String other = DocumentNumberReader.parse("云政发[2023]第05号", Set.of())
                .orElseThrow()
                .number()
                .key();
        assertThat(one).isEqualTo(other).isEqualTo("云政发|2023|5");
    }
}
