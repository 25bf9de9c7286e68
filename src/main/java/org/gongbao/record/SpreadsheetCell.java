package org.gongbao.record;

import java.util.regex.Pattern;

/**
 * Text as a cell of a CSV file that people open in spreadsheets. What one of those would calculate is put behind an
 * apostrophe; {@link #plain} takes exactly that apostrophe away again, so that no text is changed for good.
 */
public final class SpreadsheetCell {

    /**
     * What a spreadsheet takes for a formula, in every width: {@code =1+1}, {@code ＝1+1}. Apostrophes may already stand before it:
     * were those left alone, nobody could tell them from the one that is added.
     */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    private SpreadsheetCell() {}

    /** The text, behind an apostrophe where a spreadsheet would calculate it. */
    public static String safe(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** The text of a cell that {@link #safe} made. */
    public static String plain(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
