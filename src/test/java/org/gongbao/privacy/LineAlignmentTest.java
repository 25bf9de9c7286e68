package org.gongbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.gongbao.privacy.LineAlignment.Found;
import org.gongbao.record.Box;
import org.junit.jupiter.api.Test;

class LineAlignmentTest {

    @Test
    void linesAreFoundWhateverBlanksStandBetweenTheirCharacters() {
        assertThat(words("云州市 文件\n一、总体 要求 坚持便民", "云州 市文件", "一、总体要求", "坚持便民"))
                .containsExactly("云州市 文件", "一、总体 要求", "坚持便民");
    }

    @Test
    void placesCountCodePointsNotHalvesOfThem() {
        assertThat(words("𠮷田村的土地公告。", "𠮷田村", "的土地公告。")).containsExactly("𠮷田村", "的土地公告。");
    }

    @Test
    void aRunningHeadThatIsNotInTheTextIsLeftOut() {
        assertThat(words("第一条 为了规范管理，制定本办法。", "第一条 为了规范", "云州市人民政府公报", "管理，制定本办法。"))
                .containsExactly("第一条 为了规范", "管理，制定本办法。");
    }

    @Test
    void theSameWordsTwiceAreFoundInTheirOrder() {
        List<Found> found = LineAlignment.of("同意。\n特此批复。\n同意。", lines("同意。", "特此批复。", "同意。"));
        assertThat(found).extracting(each -> each.line().start()).containsExactly(0, 4, 10);
    }

    @Test
    void aLineThatStandsElsewhereIsFoundWhereItStandsOnce() {
        String far = "这是离得很远的一行文字。";
        String text = "开头的文字。\n" + "其他内容，".repeat(100) + "\n" + far;
        assertThat(words(text, far)).containsExactly(far);
        assertThat(words(text + far, far)).isEmpty();
    }

    @Test
    void ofALineWithARepairedCharacterTheRestIsFoundInItsPlace() {
        List<Found> found = LineAlignment.of("本办法自二〇二三年五月一日起施行。", lines("本办法自二〇二三年五月一曰起施行。"));
        assertThat(found).isNotEmpty();
        assertThat(found.get(0).line().start()).isZero();
        assertThat(found.get(0).line().box().width()).isLessThan(100);
    }

    private static List<String> words(String text, String... lines) {
        int[] points = text.codePoints().toArray();
        return LineAlignment.of(text, lines(lines)).stream()
                .map(found -> new String(
                        points,
                        found.line().start(),
                        found.line().end() - found.line().start()))
                .toList();
    }

    private static List<PlacedLine> lines(String... lines) {
        return Arrays.stream(lines)
                .map(line -> new PlacedLine(line, 1, new Box(0, 0, 100, 10)))
                .toList();
    }
}
