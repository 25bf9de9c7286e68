package org.gongbao.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseNumeralTest {

    @ParameterizedTest
    @CsvSource({
        "十, 10",
        "二十三, 23",
        "一百零五, 105",
        "一千二百零三, 1203",
        "二〇一八, 2018",
        "廿二, 22",
        "卅一, 31",
        "８８, 88",
        "两, 2",
        "四十五, 45"
    })
    void numeralsOfEveryScriptAreRead(String text, int value) {
        assertThat(ChineseNumeral.parse(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "甲", "一甲", "一二三四五六七八九十"})
    void whatIsNoNumeralIsNone(String text) {
        assertThat(ChineseNumeral.parse(text)).isEmpty();
    }
}
