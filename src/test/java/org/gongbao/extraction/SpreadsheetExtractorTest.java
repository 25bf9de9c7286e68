package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpreadsheetExtractorTest {

    @TempDir
    Path folder;

    static Stream<Supplier<Workbook>> kinds() {
        return Stream.of(XSSFWorkbook::new, HSSFWorkbook::new);
    }

    private ExtractedText read(Workbook workbook) throws IOException {
        Path file = folder.resolve("annex");
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return TestFiles.read(file);
    }

    private static void row(Sheet sheet, int index, Object... values) {
        Row row = sheet.createRow(index);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Number number) {
                row.createCell(i).setCellValue(number.doubleValue());
            } else if (!values[i].toString().isEmpty()) {
                row.createCell(i).setCellValue(values[i].toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSheetGivesItsTitleItsTableAndItsNotes(Supplier<Workbook> kind) throws IOException {
        Workbook workbook = kind.get();
        Sheet sheet = workbook.createSheet("Sheet1");
        row(sheet, 0, "附件2");
        row(sheet, 1, "云州市2023年度重点任务分工表");
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, 2));
        row(sheet, 3, "类别", "任务", "经费（万元）");
        row(sheet, 4, "公开", "更新目录", 12.5);
        row(sheet, 5, "", "建设数据库", 30);
        sheet.addMergedRegion(new CellRangeAddress(4, 5, 0, 0));
        row(sheet, 6, "注：经费由云州市财政局核定。");
        ExtractedText text = read(workbook);
        assertThat(TestFiles.paragraphs(text)).containsExactly("附件2", "云州市2023年度重点任务分工表", "注：经费由云州市财政局核定。");
        Grid grid = TestFiles.grid(text);
        assertThat(grid.rows()).hasSize(3);
        assertThat(grid.rows().get(1)).extracting(Grid.Cell::text).containsExactly("公开", "更新目录", "12.5");
        assertThat(grid.rows().get(1).get(0).rowSpan()).isEqualTo(2);
        assertThat(grid.rows().get(2)).extracting(Grid.Cell::text).containsExactly("建设数据库", "30");
        assertThat(text.findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void valuesAreReadAsTheyAreShown(Supplier<Workbook> kind) throws IOException {
        Workbook workbook = kind.get();
        Sheet sheet = workbook.createSheet("表");
        row(sheet, 0, "日期", "比例", "合计", "印发日期");
        row(sheet, 1, 44986, 0.256, 3, 44987);
        CellStyle chinese = workbook.createCellStyle();
        chinese.setDataFormat((short) 31);
        sheet.getRow(1).getCell(3).setCellStyle(chinese);
        style(workbook, sheet, 0, "yyyy\"年\"m\"月\"d\"日\"");
        style(workbook, sheet, 1, "0.0%");
        sheet.getRow(1).getCell(2).setCellFormula("1+2");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        assertThat(TestFiles.grid(read(workbook)).rows().get(1))
                .extracting(Grid.Cell::text)
                .containsExactly("2023年3月1日", "25.6%", "3", "2023年3月2日");
    }

    private static void style(Workbook workbook, Sheet sheet, int column, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        sheet.getRow(1).getCell(column).setCellStyle(style);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hiddenSheetsRowsAndColumnsAreLeftOutWithFindings(Supplier<Workbook> kind) throws IOException {
        Workbook workbook = kind.get();
        Sheet shown = workbook.createSheet("公开");
        row(shown, 0, "单位", "金额", "身份证号");
        row(shown, 1, "云州市财政局", 1, "隐藏列");
        row(shown, 2, "云州市审计局", 2, "隐藏列");
        shown.setColumnHidden(2, true);
        shown.getRow(2).setZeroHeight(true);
        row(workbook.createSheet("底稿"), 0, "不公开", "不公开");
        workbook.setSheetHidden(1, true);
        ExtractedText text = read(workbook);
        assertThat(TestFiles.grid(text).rows()).hasSize(2);
        assertThat(text.blocks().toString()).doesNotContain("隐藏列", "审计局", "不公开", "身份证号");
        assertThat(TestFiles.codes(text)).containsExactlyInAnyOrder("sheet.hidden-cells", "sheet.hidden-sheet");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void severalSheetsBearTheirNames(Supplier<Workbook> kind) throws IOException {
        Workbook workbook = kind.get();
        row(workbook.createSheet("市直部门"), 0, "甲", "乙");
        row(workbook.createSheet("县区"), 0, "丙", "丁");
        assertThat(TestFiles.paragraphs(read(workbook))).containsExactly("市直部门", "县区");
    }
}
