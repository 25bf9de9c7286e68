package org.gongbao.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseDateTest {

    @ParameterizedTest
    @CsvSource({
        "2018年6月22日, 2018-06-22",
        "2013年 9月12日, 2013-09-12",
        "２０１８年６月２２日, 2018-06-22",
        "二〇一八年六月二十二日, 2018-06-22",
        "二○一一年五月十六日, 2011-05-16",
        "二零一一年十二月三十一日, 2011-12-31",
        "二0一一年五月十六日, 2011-05-16",
        "二O一一年五月十六日, 2011-05-16",
        "一九八一年五月廿三日, 1981-05-23",
        "2018-06-22, 2018-06-22",
        "2018.6.22, 2018-06-22",
        "2018/6/2, 2018-06-02"
    })
    void everyFormOfADateIsRead(String text, LocalDate date) {
        assertThat(ChineseDate.parse(text)).get().satisfies(found -> {
            assertThat(found.date()).isEqualTo(date);
            assertThat(found.repaired()).isFalse();
        });
    }

    @Test
    void aTimeGluedToADateIsLeftOff() {
        assertThat(ChineseDate.first("时间：2023-05-1111:09"))
                .get()
                .extracting(ChineseDate::date)
                .isEqualTo(LocalDate.of(2023, 5, 11));
    }

    @Test
    void aDateInRunningTextKnowsItsPlace() {
        ChineseDate date = ChineseDate.find("自2023年6月1日起施行").get(0);
        assertThat(date.start()).isEqualTo(1);
        assertThat(date.raw()).isEqualTo("2023年6月1日");
    }

    @Test
    void aLostSignOfTheDayIsARepair() {
        assertThat(ChineseDate.parse("2018年6月22"))
                .get()
                .extracting(ChineseDate::repaired)
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({
        "2018622, 2018-06-22",
        "20181231, 2018-12-31",
        "2018710, 2018-07-10",
        "20180622, 2018-06-22",
        "201862, 2018-06-02"
    })
    void digitsThatLostTheirSignsAreRepairedWhereOneReadingRemains(String digits, LocalDate date) {
        assertThat(ChineseDate.repair(digits, null)).get().satisfies(found -> {
            assertThat(found.date()).isEqualTo(date);
            assertThat(found.repaired()).isTrue();
        });
    }

    @Test
    void anAmbiguousReadingNeedsADateStatedElsewhere() {
        assertThat(ChineseDate.repair("2018111", null)).isEmpty();
        assertThat(ChineseDate.repair("2018111", LocalDate.of(2018, 11, 1)))
                .get()
                .extracting(ChineseDate::date)
                .isEqualTo(LocalDate.of(2018, 11, 1));
    }

    @ParameterizedTest
    @CsvSource({"2018年13月1日", "2018年2月30日", "2018-13-01", "12345", "第2018号"})
    void whatIsNoDateIsNone(String text) {
        assertThat(ChineseDate.find(text)).isEmpty();
    }
}
