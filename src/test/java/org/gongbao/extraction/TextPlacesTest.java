package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongbao.extraction.TextPlaces.Corrected;
import org.gongbao.extraction.TextPlaces.Words;
import org.gongbao.record.Box;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.Place;
import org.gongbao.record.TextCorrection;
import org.junit.jupiter.api.Test;

class TextPlacesTest {

    private static Line line(String text, int page, double y) {
        return new Line(text, page, new Box(72, y, 300, 14), 0.7);
    }

    private static Paragraph paragraph(Line... lines) {
        return new Paragraph(List.of(lines), Paragraph.Style.PLAIN);
    }

    private static Grid grid(String... rows) {
        return new Grid(
                Arrays.stream(rows)
                        .map(row ->
                                Arrays.stream(row.split(" ")).map(Grid.Cell::of).toList())
                        .toList(),
                true);
    }

    private static TextPlaces places(Block... blocks) {
        return new TextPlaces(new ExtractedText(
                "application/pdf",
                null,
                List.of(new Page(1, 595, 842, true), new Page(2, 595, 842, true)),
                List.of(blocks),
                Map.of(),
                List.of(),
                List.of()));
    }

    private static TextCorrection correction(TextPlaces places, String seen, String text) {
        Place place = places.lines().stream()
                .map(Words::place)
                .filter(each -> each.read().seen().equals(seen))
                .findFirst()
                .orElseThrow();
        return new TextCorrection(place, text);
    }

    private static TextCorrection cell(TextPlaces places, int table, int row, int column, String text) {
        return new TextCorrection(
                places.tables().get(table).get(row).get(column).place(), text);
    }

    private static List<String> lines(Corrected corrected) {
        return new TextPlaces(corrected.text())
                .lines().stream().map(words -> words.place().read().seen()).toList();
    }

    private static String cellText(Corrected corrected, int table, int row, int column) {
        return new TextPlaces(corrected.text())
                .tables()
                .get(table)
                .get(row)
                .get(column)
                .place()
                .read()
                .seen();
    }

    @Test
    void aLineIsReplacedAndItsPlaceStays() {
        TextPlaces places = places(paragraph(line("云政办岌〔2024〕3号", 1, 100), line("各县人民政府：", 1, 130)));
        Corrected corrected = places.with(List.of(correction(places, "云政办岌〔2024〕3号", "云政办发〔2024〕3号")));

        assertThat(lines(corrected)).containsExactly("云政办发〔2024〕3号", "各县人民政府：");
        Line line = ((Paragraph) corrected.text().blocks().get(0)).lines().get(0);
        assertThat(line.box()).isEqualTo(new Box(72, 100, 300, 14));
        assertThat(line.confidence()).isEqualTo(1);
        assertThat(corrected.lost()).isEmpty();
    }

    @Test
    void itSurvivesAReadingThatPutsMoreBeforeItOrReadsItALittleOtherwise() {
        TextPlaces before = places(paragraph(line("云政办岌〔2024〕3号", 1, 100)));
        TextCorrection correction = correction(before, "云政办岌〔2024〕3号", "云政办发〔2024〕3号");

        TextPlaces longer = places(paragraph(line("页眉", 1, 20)), paragraph(line("云政办岌〔2024〕3号", 1, 101)));
        assertThat(lines(longer.with(List.of(correction)))).containsExactly("页眉", "云政办发〔2024〕3号");
        TextPlaces other = places(paragraph(line("云政办笈〔2O24〕3号", 1, 102)));
        assertThat(lines(other.with(List.of(correction)))).containsExactly("云政办发〔2024〕3号");
    }

    @Test
    void whereSomethingElseStandsNowItIsLostAndChangesNothing() {
        TextPlaces before = places(paragraph(line("云政办岌〔2024〕3号", 1, 100)));
        TextCorrection correction = correction(before, "云政办岌〔2024〕3号", "云政办发〔2024〕3号");

        TextPlaces other = places(paragraph(line("关于做好防汛工作的通知", 1, 100), line("云政办岌〔2024〕3号", 2, 100)));
        Corrected corrected = other.with(List.of(correction));
        assertThat(corrected.lost()).containsExactly(correction);
        assertThat(corrected.applied()).isEmpty();
        assertThat(lines(corrected)).containsExactly("关于做好防汛工作的通知", "云政办岌〔2024〕3号");
    }

    @Test
    void ofLinesThatReadAlikeOnlyTheOneAtItsPlaceIsMeant() {
        TextPlaces places = places(paragraph(line("（一）", 1, 100), line("（一）", 1, 200)));
        TextCorrection second = new TextCorrection(places.lines().get(1).place(), "（二）");
        assertThat(lines(places.with(List.of(second)))).containsExactly("（一）", "（二）");

        TextPlaces moved = places(paragraph(line("（一）", 1, 400), line("（一）", 1, 500)));
        assertThat(moved.with(List.of(second)).lost()).containsExactly(second);
    }

    @Test
    void ofAFileWithoutPagesTheOrderTellsTheLine() {
        TextPlaces places = new TextPlaces(ExtractedText.unpaged(
                "text/plain", "UTF-8", List.of(Paragraph.of("甲乙丙丁戊己"), Paragraph.of("甲乙丙丁戊己")), Map.of(), List.of()));
        TextCorrection second = new TextCorrection(places.lines().get(1).place(), "庚辛");
        assertThat(lines(places.with(List.of(second)))).containsExactly("甲乙丙丁戊己", "庚辛");
    }

    @Test
    void aCellIsKnownByTheHeaderOfItsTableAndWhatWasReadThere() {
        TextPlaces places = places(grid("事项 金额", "甲 1200", "乙 1300"), grid("事项 金额", "丙 1200"));
        Corrected corrected = places.with(List.of(cell(places, 1, 1, 1, "12000")));
        assertThat(cellText(corrected, 1, 1, 1)).isEqualTo("12000");
        assertThat(cellText(corrected, 0, 1, 1)).isEqualTo("1200");

        TextPlaces before = places(
                paragraph(line("前言", 1, 90)),
                grid("序号 名称", "1 丁"),
                grid("事项 金额", "甲 1200", "乙 1300"),
                grid("事项 金额", "丙 1200"));
        assertThat(cellText(before.with(List.of(cell(places, 1, 1, 1, "12000"))), 2, 1, 1))
                .isEqualTo("12000");
    }

    @Test
    void aFigureThatDiffersByOneDigitIsAnotherFigure() {
        TextPlaces places = places(grid("事项 金额", "甲 1200"));
        TextCorrection correction = cell(places, 0, 1, 1, "12000");

        Corrected corrected = places(grid("事项 金额", "甲 1300")).with(List.of(correction));
        assertThat(corrected.lost()).containsExactly(correction);
        assertThat(cellText(corrected, 0, 1, 1)).isEqualTo("1300");
        assertThat(places(grid("事项 数额", "甲 1200")).with(List.of(correction)).lost())
                .containsExactly(correction);
        assertThat(places(grid("事项 金额", "乙 9", "甲 1200"))
                        .with(List.of(correction))
                        .lost())
                .containsExactly(correction);
    }

    @Test
    void theLaterOfTwoCorrectionsCounts() {
        TextPlaces places = places(paragraph(line("甲", 1, 100)));
        assertThat(lines(places.with(List.of(correction(places, "甲", "乙"), correction(places, "甲", "丙")))))
                .containsExactly("丙");
    }

    @Test
    void correctionsTravelToWorkersAndBackUnchanged() {
        TextPlaces places = places(paragraph(line("甲", 1, 100)), grid("事项 金额", "甲 1200"));
        List<TextCorrection> corrections = List.of(correction(places, "甲", "乙"), cell(places, 0, 1, 1, "12000"));
        assertThat(ExtractionJson.corrections(CanonicalJson.write(corrections))).isEqualTo(corrections);
    }
}
