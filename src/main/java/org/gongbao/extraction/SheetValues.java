package org.gongbao.extraction;

import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** Formats the values of cells as a Chinese Excel or WPS shows them. Formulas give the value stored with them. */
final class SheetValues {

    /** Formats that a Chinese program knows by number alone (ECMA-376 part 1, 18.8.30, zh-cn). */
    private static final Map<Integer, String> CHINESE = Map.of(
            27, "yyyy年m月",
            28, "m月d日",
            29, "m月d日",
            31, "yyyy年m月d日",
            32, "h时mm分",
            33, "h时mm分ss秒",
            57, "yyyy年m月",
            58, "m月d日");

    private final DataFormatter formatter = new DataFormatter(Locale.CHINA);

    SheetValues() {
        formatter.setUseCachedValuesForFormulaCells(true);
    }

    String shown(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (type != CellType.NUMERIC) {
            return formatter.formatCellValue(cell);
        }
        int index = cell.getCellStyle().getDataFormat();
        String pattern = CHINESE.get(index);
        if (pattern != null) {
            return formatter.formatRawCellContents(cell.getNumericCellValue(), index, pattern);
        }
        String text = formatter.formatCellValue(cell);
        // The formatter leaves the quotes of 年, 月 and 日 standing in dates.
        return DateUtil.isCellDateFormatted(cell) ? text.replace("\"", "") : text;
    }
}
