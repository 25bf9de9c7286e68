package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tables without lines in text (无线表格): paragraphs one below the other whose parts stand at the same tab stops, or, in plain
 * text, behind the same columns of blanks. Tables of contents and labels with their values are none.
 */
final class TabbedRows {

    private static final int FEWEST_ROWS = 3;

    /** A cell with more than this is the text of a paragraph. */
    private static final int LONGEST = 300;

    private static final int LONGEST_HEAD = 20;

    private static final Pattern TABS = Pattern.compile("[ \\u3000]*\\t[ \\u3000]*");
    private static final Pattern BLANKS = Pattern.compile("\\t| {2,}|\\u3000{2,}");

    /** {@code 一、加强政策解读}: a row that names what the rows below it are about. */
    private static final Pattern CATEGORY = Pattern.compile("[（(]?[一二三四五六七八九十]{1,3}[)）、][^\\t]{2,40}");

    private static final Pattern NUMBER = Pattern.compile("[-－+]?[\\d,.，]+[%％‰]?");
    private static final Pattern LABEL = Pattern.compile(".{1,10}[：:].*");

    private final Pattern separator;
    private final boolean needsNumbers;

    private TabbedRows(Pattern separator, boolean needsNumbers) {
        this.separator = separator;
        this.needsNumbers = needsNumbers;
    }

    /** The blocks with paragraphs parted by tabs as tables. */
    static List<Block> byTabs(List<? extends Block> blocks) {
        return new TabbedRows(TABS, false).gathered(blocks);
    }

    /** The same for plain text, where columns of numbers may be parted by blanks too. */
    static List<Block> byTabsAndBlanks(List<? extends Block> blocks) {
        return new TabbedRows(BLANKS, true).gathered(byTabs(blocks));
    }

    private List<Block> gathered(List<? extends Block> blocks) {
        List<Block> result = new ArrayList<>();
        for (int i = 0; i < blocks.size(); ) {
            int end = end(blocks, i);
            List<List<String>> rows = end - i < FEWEST_ROWS ? List.of() : rows(blocks.subList(i, end));
            if (isTable(rows)) {
                result.add(grid(rows));
                i = end;
            } else {
                result.add(blocks.get(i));
                i++;
            }
        }
        return result;
    }

    /** The end of the rows of no more cells than the first, with the categories between them. */
    private int end(List<? extends Block> blocks, int from) {
        int cells = cells(blocks.get(from)).size();
        int end = from;
        for (int i = from; cells > 1 && i < blocks.size(); i++) {
            List<String> row = cells(blocks.get(i));
            if (row.size() > 1 && row.size() <= cells) {
                end = i + 1;
            } else if (row.size() != 1 || !CATEGORY.matcher(row.get(0)).matches()) {
                break;
            }
        }
        return end;
    }

    private List<List<String>> rows(List<? extends Block> blocks) {
        int columns = cells(blocks.get(0)).size();
        return blocks.stream().map(this::cells).map(row -> padded(row, columns)).toList();
    }

    /** Blank cells at the end of a row leave no trace. */
    private static List<String> padded(List<String> row, int columns) {
        List<String> padded = new ArrayList<>(row);
        while (row.size() > 1 && padded.size() < columns) {
            padded.add("");
        }
        return padded;
    }

    private List<String> cells(Block block) {
        if (!(block instanceof Paragraph paragraph)) {
            return List.of();
        }
        String text = WrappedLines.strip(paragraph.text());
        return Arrays.stream(separator.split(text, -1)).map(WrappedLines::strip).toList();
    }

    private boolean isTable(List<List<String>> rows) {
        List<List<String>> full = rows.stream().filter(row -> row.size() > 1).toList();
        if (full.size() < FEWEST_ROWS) {
            return false;
        }
        List<String> head = full.get(0);
        boolean heads = head.stream()
                .allMatch(cell -> !cell.isEmpty()
                        && cell.length() <= LONGEST_HEAD
                        && !NUMBER.matcher(cell).matches());
        boolean cells = full.stream()
                .flatMap(List::stream)
                .allMatch(cell -> cell.length() <= LONGEST
                        && !LABEL.matcher(cell.length() > LONGEST_HEAD ? "" : cell)
                                .matches());
        boolean numbers = hasNumbers(full);
        return heads && cells && (head.size() > 2 || numbers) && (numbers || !needsNumbers);
    }

    /** Whether a column holds numbers from the second row on. */
    private static boolean hasNumbers(List<List<String>> rows) {
        for (int column = 0; column < rows.get(0).size(); column++) {
            int at = column;
            if (rows.stream()
                    .skip(1)
                    .allMatch(row -> NUMBER.matcher(row.get(at)).matches())) {
                return true;
            }
        }
        return false;
    }

    private static Grid grid(List<List<String>> rows) {
        int columns = rows.get(0).size();
        return new Grid(
                rows.stream()
                        .map(row -> row.size() == 1
                                ? List.of(new Grid.Cell(row.get(0), 1, columns, null, null, 1))
                                : row.stream().map(Grid.Cell::of).toList())
                        .toList(),
                false);
    }
}
