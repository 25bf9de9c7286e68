package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberKeysTest {

    private final NumberKeys keys = new NumberKeys(SearchBench.SIMPLIFICATION);

    @ParameterizedTest
    @CsvSource({
        "云政办字〔2023〕12号, 云政办字|2023|12",
        "雲政辦字（２０２３）第０１２號, 云政办字|2023|12",
        "云州市人民政府令第8号, 云州市人民政府令||8",
        "云州市人民政府令（2024年第1号）, 云州市人民政府令|2024|1",
        "云州市财政局公告2023年第5号, 云州市财政局公告|2023|5",
        "无 编 号, 无编号"
    })
    void everyWayOfWritingHasOneKey(String number, String key) {
        assertThat(keys.key(number)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"云州市2023年12月", "云州市2023-12-05", "云州 2023.12.5", "2023年12月", "二〇二三年"})
    void aDateIsNoNumber(String text) {
        assertThat(keys.meant(text).keys()).isEmpty();
        assertThat(keys.meant(text).tails()).isEmpty();
    }

    @Test
    void aNumberWithoutItsCodeIsATail() {
        assertThat(keys.meant("〔2023〕12号").tails()).containsExactly("2023|12");
        assertThat(keys.meant("2023年第12号").tails()).containsExactly("2023|12");
    }

    @ParameterizedTest
    @CsvSource({
        "云政办字2023 12, 云政办字〔2023〕12号",
        "雲政辦字〔２０２３〕第０１２號, 云政办字〔2023〕12号",
        "云州市人民政府令（2024年第1号）, 云州市人民政府令(2024年第1号)",
        "云政办字2023 12号 实施方案,",
        "云政办字,",
        "养老服务,"
    })
    void aTextThatIsANumberAndNothingElseIsToldAsOne(String text, String number) {
        String whole = keys.whole(text);
        assertThat(whole == null ? null : whole.replace('（', '(').replace('）', ')'))
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"令第8号", "政府令8号", "市政府令 第8号", "第8号令", "8号政府令"})
    void anOrderIsMeantHoweverItIsCalled(String text) {
        assertThat(keys.meant(text).is("云州市人民政府令||8")).isTrue();
        assertThat(keys.meant(text).is("云州市公告||8")).isFalse();
        assertThat(keys.isWhole(text, "云州市人民政府令第8号")).isTrue();
    }

    @Test
    void aNumeralOfAnOrderIsRead() {
        assertThat(keys.meant("云州市政府令第八号").is("云州市人民政府令||8")).isTrue();
    }

    @Test
    void whatBeginsANumberIsKnown() {
        assertThat(keys.meant("云政办字").beginnings()).containsExactly("云政办字|");
        assertThat(keys.meant("云政办字〔2023〕").beginnings()).containsExactly("云政办字|2023|");
        assertThat(keys.meant("云政办字〔2023〕1").beginnings()).containsExactly("云政办字|2023|1");
        assertThat(keys.meant("养老 补贴").beginnings()).isEmpty();
    }
}
