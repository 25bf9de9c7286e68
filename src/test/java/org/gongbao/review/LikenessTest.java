package org.gongbao.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikenessTest {

    private static final String ISSUER = "云州市水利局";

    private static DocumentRecord record(String title, String issuer, String text) {
        return DocumentRecord.builder(new Source("a.txt", "0".repeat(64), "text/plain", 1, "UTF-8", null, false))
                .title(title)
                .issuers(List.of(issuer))
                .text(text)
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "关于2024年防汛（抗旱）工作的通知, 云州市水利局, true",
        "关于２０２４年防汛(抗旱)工作的通知, 云州市水利局, true",
        "关于 2024 年《防汛、抗旱》工作的通知, 云州市 水利局, true",
        "关于2023年防汛（抗旱）工作的通知, 云州市水利局, false",
        "关于2024年防汛（抗旱）工作的通知, 云州市教育局, false"
    })
    void titlesAreTheSameWithoutRegardToWidthSpacesAndPunctuation(String title, String issuer, boolean isSame) {
        DocumentRecord known = record("关于2024年防汛（抗旱）工作的通知", ISSUER, "");

        assertThat(Likeness.isSameTitle(known, record(title, issuer, ""))).isEqualTo(isSame);
        assertThat(Likeness.digests(known).equals(Likeness.digests(record(title, issuer, ""))))
                .isEqualTo(isSame);
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('一' + random.nextInt(3000)));
        }
        return text.toString();
    }

    private static int estimate(DocumentRecord one, DocumentRecord other) {
        Set<String> shared = Likeness.digests(one);
        shared.retainAll(Likeness.digests(other));
        return 100
                * (int) shared.stream().filter(name -> !name.startsWith("t:")).count()
                / Likeness.DIGESTS;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void digestsTellAboutHowMuchOfTwoTextsIsTheSame(long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String common = text(random, 2000);
        DocumentRecord one = record("甲", ISSUER, common);

        assertThat(Likeness.percent(one, record("乙", ISSUER, common.replaceAll("(.{40})", "$1，\n "))))
                .isEqualTo(100);
        for (int more : new int[] {100, 500, 2000, 8000}) {
            DocumentRecord longer = record("乙", ISSUER, common + text(random, more));
            int percent = Likeness.percent(one, longer);
            assertThat(percent).isBetween(100 * 1996 / (1996 + more) - 2, 100 * 1996 / (1996 + more) + 1);
            assertThat(estimate(one, longer)).isBetween(percent - 25, percent + 25);
        }
        assertThat(estimate(one, record("丙", ISSUER, text(random, 2000)))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "特此通知。", "特此通知。请认真执行。"})
    void aTextThatIsTooShortSaysNothing(String text) {
        DocumentRecord record = record("甲", ISSUER, text);

        assertThat(Likeness.percent(record, record)).isZero();
        assertThat(Likeness.digests(record)).hasSize(1).allMatch(name -> name.startsWith("t:"));
    }
}
