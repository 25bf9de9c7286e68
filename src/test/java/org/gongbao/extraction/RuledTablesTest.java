package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuledTablesTest {

    @TempDir
    Path folder;

    @Test
    void readsCellsAndMergedCells() throws IOException {
        PdfSample sample = new PdfSample().page().text(77, 60, 16, "任务分工表");
        frame(sample, 100, 3);
        sample.line(70, 140, 520, 140).line(200, 180, 520, 180);
        sample.line(200, 100, 200, 220).line(400, 100, 400, 220);
        sample.text(80, 110, 12, "类别").text(210, 110, 12, "任务").text(410, 110, 12, "责任单位");
        sample.text(80, 170, 12, "综合").text(210, 150, 12, "编印公报").text(410, 150, 12, "市政府办公室");
        sample.text(210, 190, 12, "公开数据").text(410, 190, 12, "市财政局");

        List<Block> blocks = extract(sample).blocks();

        assertThat(blocks).hasSize(2);
        Grid grid = (Grid) blocks.get(1);
        assertThat(grid.ruled()).isTrue();
        assertThat(texts(grid))
                .containsExactly(List.of("类别", "任务", "责任单位"), List.of("综合", "编印公报", "市政府办公室"), List.of("公开数据", "市财政局"));
        assertThat(grid.rows().get(1).get(0).rowSpan()).isEqualTo(2);
        assertThat(grid.rows().get(1).get(0).page()).isEqualTo(1);
    }

    @Test
    void takesThinBarsForLinesAndOpenSidesForBorders() throws IOException {
        PdfSample sample = new PdfSample().page();
        for (int i = 0; i < 3; i++) {
            sample.bar(70, 100 + 40 * i, 450, 0.5);
        }
        sample.bar(250, 100, 0.5, 80);
        sample.text(80, 110, 12, "左上")
                .text(260, 110, 12, "右上")
                .text(80, 150, 12, "左下")
                .text(260, 150, 12, "右下");

        Grid grid = (Grid) extract(sample).blocks().get(0);

        assertThat(texts(grid)).containsExactly(List.of("左上", "右上"), List.of("左下", "右下"));
    }

    @Test
    void joinsTheLinesOfACellAndKeepsItsParagraphsApart() throws IOException {
        PdfSample sample = new PdfSample().page();
        frame(sample, 100, 3);
        sample.line(70, 140, 520, 140).line(200, 100, 200, 220);
        sample.text(80, 110, 12, "序号").text(210, 110, 12, "内容");
        sample.text(80, 150, 12, "1");
        sample.text(205, 145, 12, "一二三四五六七八九十一二三四五六七八九十一二三四五六").text(205, 162, 12, "接着写完。");
        sample.text(205, 180, 12, "另起一段。");

        Grid grid = (Grid) extract(sample).blocks().get(0);

        assertThat(grid.rows().get(1).get(1).text()).isEqualTo("一二三四五六七八九十一二三四五六七八九十一二三四五六接着写完。\n另起一段。");
    }

    @Test
    void joinsATableThatGoesOnOverThePageAndDropsTheRepeatedHeader() throws IOException {
        PdfSample sample = new PdfSample();
        for (int page = 0; page < 2; page++) {
            sample.page();
            frame(sample, 100, 3);
            sample.line(70, 140, 520, 140).line(70, 180, 520, 180).line(200, 100, 200, 220);
            sample.text(80, 110, 12, "序号").text(210, 110, 12, "任务");
            for (int row = 1; row <= 2; row++) {
                sample.text(80, 110 + 40 * row, 12, "" + (page * 2 + row)).text(210, 110 + 40 * row, 12, "任务内容");
            }
        }

        List<Block> blocks = extract(sample).blocks();

        assertThat(blocks).hasSize(1);
        assertThat(((Grid) blocks.get(0)).rows()).hasSize(5);
        assertThat(((Grid) blocks.get(0)).rows().get(4).get(0).page()).isEqualTo(2);
    }

    @Test
    void takesAFrameAroundThePageForNoTable() throws IOException {
        PdfSample sample = new PdfSample().page();
        sample.line(40, 40, 555, 40)
                .line(40, 800, 555, 800)
                .line(40, 40, 40, 800)
                .line(555, 40, 555, 800);
        sample.text(77, 100, 16, "正文在框里");

        assertThat(extract(sample).blocks()).hasSize(1).first().isInstanceOf(Paragraph.class);
    }

    @Test
    void readsLabelsThatAreBrokenBesideTheirValuesAsATable() throws IOException {
        PdfSample sample = new PdfSample().page();
        sample.text(57, 100, 12, "索引").text(57, 117, 12, "号：").text(110, 108.5, 12, "YZ0100/2023-00012");
        sample.text(57, 134, 12, "发文机").text(57, 151, 12, "关：").text(110, 142.5, 12, "云州市人民政府");
        sample.text(300, 142.5, 12, "成文日期：2023年5月8日");
        sample.text(57, 200, 12, "各县（市、区）人民政府：").text(81, 220, 12, "现将有关事项通知如下。");

        List<Block> blocks = extract(sample).blocks();

        assertThat(((Grid) blocks.get(0)).ruled()).isFalse();
        assertThat(texts((Grid) blocks.get(0)))
                .containsExactly(
                        List.of("索引号：", "YZ0100/2023-00012"), List.of("发文机关：", "云州市人民政府", "成文日期：", "2023年5月8日"));
        assertThat(blocks).hasSize(3);
    }

    /** The outer lines of a table from x 70 to 520 with rows of 40 points. */
    private static void frame(PdfSample sample, double top, int rows) {
        double bottom = top + 40 * rows;
        sample.line(70, top, 520, top).line(70, bottom, 520, bottom);
        sample.line(70, top, 70, bottom).line(520, top, 520, bottom);
    }

    private static List<List<String>> texts(Grid grid) {
        return grid.rows().stream()
                .map(row -> row.stream().map(Grid.Cell::text).toList())
                .toList();
    }

    private ExtractedText extract(PdfSample sample) throws IOException {
        Path file = sample.save(folder.resolve("table.pdf"));
        return new PdfExtractor(null).extract(file, "application/pdf", ExtractionLimits.DEFAULT);
    }
}
