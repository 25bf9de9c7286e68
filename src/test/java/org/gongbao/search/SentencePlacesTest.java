package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencePlacesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "一", "一。二！三", "\n\n一\n二。", "𠮷野。家\n第𠮷条 三；四", "。。一", "a b? c!\n\td"})
    void theTextIsTheSameWithoutItsMarks(String text) {
        String written = SentencePlaces.write(text);
        assertThat(written.chars()
                        .filter(character -> !SentencePlaces.isDigit((char) character))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .replace('\u2029', '\n'))
                .isEqualTo(text);
    }

    @Test
    void aPieceLeadsToTheSentenceOfItsFirstMark() {
        String text = "𠮷野家。第二句。第三句里的猫。第四句。";
        String written = SentencePlaces.write(text);
        int cat = written.indexOf('猫');
        String piece = written.substring(0, cat) + Marks.OPEN + "猫" + Marks.CLOSE + written.substring(cat + 1);

        String from = SentencePlaces.fromMarked(piece);

        Integer start = SentencePlaces.start(from);
        assertThat(start).isEqualTo(8);
        assertThat(text.substring(text.offsetByCodePoints(0, 8))).startsWith("第三句");
        assertThat(Marks.passage(from).text()).startsWith("第三句里的猫。");
    }

    @Test
    void aPieceThatBeginsInASentenceHasNoPlace() {
        assertThat(SentencePlaces.start("里的猫。")).isNull();
        assertThat(SentencePlaces.start("")).isNull();
        assertThat(SentencePlaces.fromMarked("没有")).isEqualTo("没有");
    }
}
