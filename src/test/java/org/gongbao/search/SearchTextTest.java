package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void punctuationPartsWords() {
        assertThat(SearchText.of("title:养老，服务 (Wi-Fi)").words()).containsExactly("title", "养老", "服务", "wi", "fi");
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
}
