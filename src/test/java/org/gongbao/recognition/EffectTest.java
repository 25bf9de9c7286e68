package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.recognition.Yunzhou.recognise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.extraction.Block;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Validity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectTest {

    private static DocumentRecord saying(String sentence) {
        return recognise("云州市人民政府关于停车管理的通知", "云政发〔2023〕5号", "各县区人民政府：", sentence, "云州市人民政府", "2023年5月6日");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "本办法自2023年6月1日起施行，有效期5年。|2023-06-01|2028-05-31",
                "本通知自印发之日起施行，有效期三年。|2023-05-06|2026-05-05",
                "本通知自印发之日起试行一年。|2023-05-06|2024-05-05",
                "本办法自2023年6月1日起试行两年。|2023-06-01|2025-05-31",
                "本规定自公布之日起30日后施行。|2023-06-05|",
                "本规定自公布之日起施行。|2023-05-06|",
                "本通知自2023年6月1日起施行，有效期至2026年12月31日。|2023-06-01|2026-12-31",
                "本通知自2023年6月1日起施行，至2026年12月31日止。|2023-06-01|2026-12-31",
                "本通知自2023年6月1日起执行，2026年12月31日自动失效。|2023-06-01|2026-12-31",
                "本办法自2023年6月1日起施行，停车证有效期2年。|2023-06-01|",
                "本办法规定的许可证有效期为5年，自2023年6月1日起施行。|2023-06-01|",
                "停车证有效期至2026年12月31日。||",
                "各单位要认真执行。||"
            })
    void beginningAndEndAreThoseOfTheDocument(String sentence, LocalDate from, LocalDate until) {
        DocumentRecord record = saying(sentence);

        assertThat(record.effectiveOn()).isEqualTo(from);
        assertThat(record.expiresOn()).isEqualTo(until);
    }

    private static DocumentRecord stated(String title) {
        List<Block> blocks = new ArrayList<>(Yunzhou.paragraphs("有效性：有效", "索引号：Y0001-2023-9"));
        blocks.addAll(Yunzhou.paragraphs(title, "云政发〔2023〕5号", "各县区人民政府：", "请执行。", "云州市人民政府", "2023年5月6日"));
        return recognise(blocks, null);
    }

    @Test
    void aStatedValidityCountsButNotThatOfADraftOrAPublicNotice() {
        assertThat(stated("云州市人民政府关于停车管理的通知").validity().status()).isEqualTo(Validity.IN_FORCE);
        assertThat(stated("云州市停车管理办法（征求意见稿）").validity().status()).isEqualTo(Validity.UNKNOWN);
        assertThat(stated("云州市人民政府关于停车管理的公示").validity().status()).isEqualTo(Validity.UNKNOWN);
    }
}
