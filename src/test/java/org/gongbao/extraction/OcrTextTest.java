package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OcrTextTest {

    private static String clean(String text) {
        return OcrText.clean(new OcrPiece(text, new float[text.length()], 0, 0, 100, 10, 0))
                .text();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "．补助。,补助。",
        "：少裁员的参保企业,少裁员的参保企业",
        "“：为贯彻落实,为贯彻落实",
        "如下措施。·,如下措施。",
        "继续执行·“认房,继续执行“认房",
        "要.坚持公开,要坚持公开",
        "〔2019］860.号,〔2019］860号",
        "2019·年1月,2019年1月",
        "（2014—2020.年）,（2014—2020年）",
    })
    void specksThatWereReadAsPunctuationGo(String read, String expected) {
        assertThat(clean(read)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1.加强领导", "3.0版", "阿依古丽·买买提", "http://www.yunzhou.gov.cn/2023", "— 3 —", ".5"})
    void whatLooksLikeASpeckButIsNoneStays(String text) {
        assertThat(clean(text)).isEqualTo(text);
    }

    @Test
    void fullWidthDigitsAndLettersBecomePlainAndBracketsStay() {
        assertThat(clean("云政办字〔２０２３〕１２号")).isEqualTo("云政办字〔2023〕12号");
        assertThat(clean("ＧＢ／Ｔ　５．５％")).isEqualTo("GB／T　5.5％".replace('％', '%'));
        assertThat(clean("云政办字［2023］12号")).isEqualTo("云政办字［2023］12号");
    }

    @Test
    void halfWidthPunctuationBetweenChineseCharactersBecomesFullWidth() {
        assertThat(clean("各县(市)人民政府,市政府各部门:")).isEqualTo("各县（市）人民政府，市政府各部门：");
        assertThat(clean("3,500 (m2); 10:30")).isEqualTo("3,500 (m2); 10:30");
    }

    @Test
    void scoresFollowTheirCharacters() {
        OcrPiece piece = new OcrPiece("．助。", new float[] {0.1f, 0.9f, 0.8f}, 0, 0, 30, 10, 0);
        assertThat(OcrText.clean(piece).scores()).containsExactly(0.9f, 0.8f);
    }
}
