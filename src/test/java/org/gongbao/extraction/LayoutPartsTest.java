package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gongbao.record.Box;
import org.gongbao.record.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small parts of page layout, each by itself. */
class LayoutPartsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"— 3 —", "-12-", "3", "第 3 页 共 20 页", "3/20", "Page 3 of 20", "iv", "· 15 ·", "第三页", "3 / 20"})
    void knowsAPageNumber(String text) {
        assertThat(RunningHeads.PAGE_NUMBER.matcher(text).matches()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023年", "附件3", "第三条", "3.任务", "12345", "云州市 3", ""})
    void takesOtherLinesForNoPageNumber(String text) {
        assertThat(RunningHeads.PAGE_NUMBER.matcher(text).matches()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.任务", "（一）任务", "第三条 任务", "附件2", "一、任务", "2）任务"})
    void knowsTheLabelOfAnItem(String text) {
        assertThat(Paragraphs.LABEL.matcher(text).matches()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023年底", "任务一、", "第三方机构", "一切工作"})
    void takesOtherBeginningsForNoLabel(String text) {
        assertThat(Paragraphs.LABEL.matcher(text).matches()).isFalse();
    }

    @Test
    void knowsTheEndsOfSentencesAndOfContentsLines() {
        assertThat(Paragraphs.SENTENCE_END.matcher("认真办理。").find()).isTrue();
        assertThat(Paragraphs.SENTENCE_END.matcher("认真办理。”").find()).isTrue();
        assertThat(Paragraphs.SENTENCE_END.matcher("认真办理，").find()).isFalse();
        assertThat(Paragraphs.LEADER.matcher("第一章 总则………12").find()).isTrue();
        assertThat(Paragraphs.LEADER.matcher("共有……12").find()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"RIGHT", "DOWN", "LEFT", "UP"})
    void turnsBoxesIntoTheReadingFrameAndBack(Glyph.Direction direction) {
        ReadingFrame frame = new ReadingFrame(direction, 595, 842);
        Box box = new Box(10, 20, 30, 40);

        assertThat(frame.out(frame.in(box))).isEqualTo(box);
    }

    @Test
    void turnsLinesLikeBoxes() {
        ReadingFrame frame = new ReadingFrame(Glyph.Direction.DOWN, 595, 842);

        assertThat(frame.in(new Ruling(true, 100, 50, 250))).isEqualTo(new Ruling(false, 100, 345, 545));
        assertThat(frame.in(new Ruling(false, 100, 50, 250))).isEqualTo(new Ruling(true, 495, 50, 250));
    }

    @Test
    void putsIdeographsForRadicals() {
        Radicals radicals = new Radicals();

        assertThat(radicals.unify("⼈⺠政府⻓期")).isEqualTo("人民政府长期");
        assertThat(radicals.finding("pdf")).map(Finding::code).contains("pdf.radicals-mapped");
        assertThat(new Radicals().finding("pdf")).isEmpty();
    }

    @Test
    void knowsGarbageFromText() {
        assertThat(TextUsability.isGarbled(glyphs("各县人民政府市政府各部门现将有关事项通知如下请遵照执行特此通知二〇二三年五月"), 0))
                .isFalse();
        assertThat(TextUsability.isGarbled(glyphs("各縣人民政府市政府各部門現將有關事項通知如下請遵照執行特此通知二〇二三年五月"), 0))
                .isFalse();
        assertThat(TextUsability.isGarbled(glyphs("犐犆犛犌犅犜犲狓狋犐犇犗犅犼犲犮狋犞犪犾狌犲狊狋狉犻狀犵犛犈犙犝犈犖犆犈"), 0))
                .isTrue();
        assertThat(TextUsability.isGarbled(glyphs("\ue001\ue002\ue003各县"), 0)).isTrue();
        assertThat(TextUsability.isGarbled(glyphs("各县"), 8)).isTrue();
    }

    @Test
    void findsNoTableInASingleLine() {
        assertThat(RulingNet.of(List.of(new Ruling(true, 100, 0, 500)))).isEmpty();
    }

    @Test
    void putsDashesOfOneLineTogether() {
        List<Ruling> rulings = new ArrayList<>();
        for (int x = 0; x < 100; x += 4) {
            rulings.add(new Ruling(true, 10, x, x + 2));
            rulings.add(new Ruling(true, 50, x, x + 2));
        }
        rulings.add(new Ruling(false, 0, 10, 50));
        rulings.add(new Ruling(false, 50, 10, 50));
        rulings.add(new Ruling(false, 98, 10, 50));

        assertThat(RulingNet.of(rulings)).hasSize(1);
        assertThat(TableShape.of(RulingNet.of(rulings).get(0)).areas).hasSize(2);
    }

    private static List<Glyph> glyphs(String text) {
        List<Glyph> glyphs = new ArrayList<>();
        text.codePoints()
                .forEach(c -> glyphs.add(new Glyph(
                        Character.toString(c), new Box(0, 0, 10, 10), 10, Glyph.Direction.RIGHT, false, false)));
        return glyphs;
    }
}
