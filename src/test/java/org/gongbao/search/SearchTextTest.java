package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void punctuationPartsWords() {
        assertThat(SearchText.of("养老，服务 (Wi-Fi)").words()).containsExactly("养老", "服务", "wi", "fi");
    }

    @Test
    void aPointBetweenDigitsStays() {
        assertThat(SearchText.of("达到90.5%。3.").words()).containsExactly("达到90.5", "3");
    }

    @Test
    void zeroAndRareCharactersAreWriting() {
        assertThat(SearchText.of("二〇二三 \ud842\udfb7").words()).containsExactly("二〇二三", "\ud842\udfb7");
    }

    @Test
    void quotationMarksOfAnyKindKeepWordsTogether() {
        assertThat(SearchText.of("办法 “养老 服务”").query()).isEqualTo("办法 +\"养老服务\"");
        assertThat(SearchText.of("\"big data\"").phrases()).containsExactly("big data");
    }

    @Test
    void anUnclosedQuotationMarkIsNone() {
        assertThat(SearchText.of("办法 \"养老").words()).containsExactly("办法", "养老");
    }

    @Test
    void longTextsAreCutBetweenWords() {
        String words = "budget ".repeat(100);
        SearchText text = SearchText.of(words);
        assertThat(text.words()).containsOnly("budget").hasSize(SearchText.LONGEST / 7);
        SearchText rare = SearchText.of("\ud842\udfb7".repeat(500));
        assertThat(rare.typed().codePointCount(0, rare.typed().length())).isEqualTo(SearchText.LONGEST);
    }

    @Test
    void oneHanCharacterAloneIsKnown() {
        assertThat(SearchText.of("税").onlyCharacter()).isEqualTo("税");
        assertThat(SearchText.of("税 费").onlyCharacter()).isNull();
        assertThat(SearchText.of("税务").onlyCharacter()).isNull();
        assertThat(SearchText.of("a").onlyCharacter()).isNull();
    }

    @Test
    void nothingToFindIsNotNothingTyped() {
        assertThat(SearchText.of(" 　").isBlank()).isTrue();
        assertThat(SearchText.of("*:*").isBlank()).isFalse();
        assertThat(SearchText.of("*:*").hasNothingToFind()).isTrue();
    }

    @Test
    void conditionsAreNoWords() {
        SearchText text = SearchText.of("养老 标题:补贴，标准 -试行 -\"暂行 办法\" 机关:民政局 未知:词");
        assertThat(text.words()).containsExactly("养老", "未知", "词");
        assertThat(text.conditions())
                .containsExactly(
                        new Condition(Condition.Part.TITLE, false, "补贴标准"),
                        new Condition(Condition.Part.ANYWHERE, true, "试行"),
                        new Condition(Condition.Part.ANYWHERE, true, "暂行办法"),
                        new Condition(Condition.Part.ISSUER, false, "民政局"));
    }

    @Test
    void aHyphenInsideAWordExcludesNothing() {
        assertThat(SearchText.of("2023-05-06 wi-fi - 号").conditions()).isEmpty();
    }
}
