package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongbao.search.SearchResult.Piece;
import org.junit.jupiter.api.Test;

class MarksTest {

    @Test
    void markedTextComesInPieces() {
        assertThat(Marks.passage("推进\ufdd0政务公开\ufdd1工作\n方案").pieces())
                .containsExactly(new Piece("推进", false), new Piece("政务公开", true), new Piece("工作 方案", false));
    }

    @Test
    void textIsCleanedOfWhatIsNoCharacter() {
        assertThat(Marks.clean("甲\ufdd0乙\ud800丙\u0000丁\ufffe\n\ud842\udfb7")).isEqualTo("甲乙\ufffd丙 丁\n\ud842\udfb7");
    }
}
