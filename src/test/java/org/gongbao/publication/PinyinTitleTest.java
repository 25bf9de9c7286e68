package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTitleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "云州市人民政府关于印发数据开放方案的通知 | Yún zhōu shì rénmínzhèngfǔ guānyú yìn fā shùjù kāifàng fāng'àn de tōngzhī",
                "重庆市市长谈长江 | Chóngqìng shì shìzhǎng tán chángjiāng",
                "关于2024年《政府公报》（第3期）的说明 | Guānyú 2024 nián “zhèngfǔ gōngbào” (dì 3 qī) de shuōmíng",
                "推进“一网通办”、优化服务 | Tuījìn “yī wǎng tōng bàn”, yōu huà fúwù",
            })
    void aTitleIsReadOutWordByWordWithTones(String title, String pinyin) {
        assertThat(PinyinTitle.of(title, "zh-Hans")).hasValue(pinyin);
    }

    @Test
    void whatIsNotChineseIsNotReadOut() {
        assertThat(PinyinTitle.of(null, "zh-Hans")).isEmpty();
        assertThat(PinyinTitle.of("Notice No. 3", "zh-Hans")).isEmpty();
        assertThat(PinyinTitle.of("日本語の題名", "ja")).isEmpty();
    }

    @Test
    void theMachinesLanguageDecidesNothing() {
        Locale before = Locale.getDefault();
        String title = "印发方案";
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(PinyinTitle.of(title, "zh-Hans")).hasValue("Yìn fā fāng'àn");
        } finally {
            Locale.setDefault(before);
        }
    }
}
