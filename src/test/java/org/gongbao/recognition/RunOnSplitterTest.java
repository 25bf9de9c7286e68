package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunOnSplitterTest {

    private static List<String> split(String paragraph) {
        return RunOnSplitter.split(paragraph, List.of(), 0).stream()
                .map(RunOnSplitter.Piece::text)
                .toList();
    }

    @Test
    void aHeadingBehindAFullStopBeginsALine() {
        assertThat(split("额度为800元。二、调整贷款额度")).containsExactly("额度为800元。", "二、调整贷款额度");
    }

    @Test
    void aHeadingWithoutAFullStopBeforeItIsFoundWhereTheCountLacksIt() {
        assertThat(split("一、补助标准。每户每月800元二、补助期限。共一年。三、附则。自发布之日起施行。"))
                .containsExactly("一、补助标准。每户每月800元", "二、补助期限。共一年。", "三、附则。自发布之日起施行。");
        assertThat(split("一、分类。管理对象为甲类二、乙类和丙类二、丁类。三、附则。"))
                .as("two places offer it")
                .hasSize(2);
    }

    @Test
    void aNumeralOfADateOrAnAmountIsNoHeading() {
        assertThat(split("农历三月三、清明节、劳动节期间景区免费开放。")).hasSize(1);
        assertThat(split("一、放假安排。农历三月二、清明节放假。二、值班安排。各单位负责。")).containsExactly("一、放假安排。农历三月二、清明节放假。", "二、值班安排。各单位负责。");
    }

    @Test
    void aListOfNumeralsIsNoHeading() {
        assertThat(split("分为：一、二、三类")).hasSize(1);
    }

    @Test
    void wideGapsPartLinesButNotSpacedLettersOrNames() {
        assertThat(split("云州市人民政府　　2023年5月6日")).containsExactly("云州市人民政府", "2023年5月6日");
        assertThat(split("通　　知")).hasSize(1);
        assertThat(split("第一章　总　　则")).hasSize(1);
    }

    @Test
    void aListOfAttachmentsBehindADateBeginsALine() {
        assertThat(split("2021年10月19日附件：1.甲清单")).containsExactly("2021年10月19日", "附件：1.甲清单");
    }

    @Test
    void aLetterSpacedLabelStaysWholeAndALabelBehindANumberStandsApart() {
        assertThat(RunOnSplitter.split("文　　号：云财采〔2023〕21号", List.of(), 0)).hasSize(1);
        assertThat(RunOnSplitter.split("云财采〔2023〕21号　　来源：云州市财政局", List.of(), 0))
                .extracting(RunOnSplitter.Piece::text)
                .containsExactly("云财采〔2023〕21号", "来源：云州市财政局");
    }
}
