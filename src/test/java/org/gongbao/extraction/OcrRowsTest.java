package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pieces are laid out as an engine would find them, in any order. */
class OcrRowsTest {

    private static OcrPiece piece(String text, double x, double y, double width) {
        return new OcrPiece(text, new float[text.length()], x, y, width, 30, 0);
    }

    private static List<String> read(List<OcrPiece> pieces) {
        List<OcrPiece> shuffled = new ArrayList<>(pieces);
        Collections.shuffle(shuffled, new Random(7));
        return OcrRows.of(shuffled).stream().map(OcrPiece::text).toList();
    }

    @Test
    void piecesOfARowAreJoinedFromLeftToRight() {
        assertThat(read(List.of(
                        piece("索引号：", 100, 100, 120),
                        piece("YZ-2023-12", 225, 102, 200),
                        piece("发布日期：", 600, 98, 150),
                        piece("云州市人民政府办公室", 300, 160, 400))))
                .containsExactly("索引号：YZ-2023-12 发布日期：", "云州市人民政府办公室");
    }

    @Test
    void aPageThatLiesAskewKeepsItsRows() {
        List<OcrPiece> pieces = new ArrayList<>();
        double slope = 0.03;
        for (int row = 0; row < 5; row++) {
            for (int part = 0; part < 2; part++) {
                double x = 100 + part * 710;
                double y = 100 + row * 45 + slope * x;
                pieces.add(OcrPiece.of("第" + row + "行" + (part == 0 ? "左" : "右"), new float[4], new double[] {
                    x, y, x + 700, y + slope * 700, x + 700, y + slope * 700 + 30, x, y + 30
                }));
            }
        }
        assertThat(read(pieces)).containsExactly("第0行左第0行右", "第1行左第1行右", "第2行左第2行右", "第3行左第3行右", "第4行左第4行右");
    }

    @Test
    void twoColumnsAreReadOneAfterTheOtherBetweenLinesThatCrossThem() {
        List<OcrPiece> pieces = new ArrayList<>();
        pieces.add(piece("题", 200, 20, 800));
        for (int row = 0; row < 7; row++) {
            pieces.add(piece("左" + row, 100, 100 + row * 40, 480));
            pieces.add(piece("右" + row, 620, 110 + row * 40, 480));
        }
        assertThat(read(pieces))
                .containsExactly(
                        "题", "左0", "左1", "左2", "左3", "左4", "左5", "左6", "右0", "右1", "右2", "右3", "右4", "右5", "右6");
    }

    @Test
    void theCellsOfATableStayInRows() {
        List<OcrPiece> pieces = new ArrayList<>();
        for (int row = 0; row < 8; row++) {
            pieces.add(piece("任务" + row, 100, 100 + row * 60, 200));
            pieces.add(piece("市财政局" + row, 800, 100 + row * 60, 180));
        }
        assertThat(read(pieces)).hasSize(8).first().isEqualTo("任务0 市财政局0");
    }

    @Test
    void nothingGivesNothing() {
        assertThat(read(List.of())).isEmpty();
    }
}
