package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gongbao.extraction.Grid;
import org.gongbao.record.ChineseDate;
import org.gongbao.record.Table;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a document (表格) with merged cells filled in; the metadata block of a page is none. A table that goes on over
 * a page with the same header is one.
 */
final class TableStep implements Step {

    /** {@code （此件公开发布）}. */
    private static final Pattern DISCLOSURE = Pattern.compile("[（(]此件.*[)）]");

    /** {@code 单位：万元}: what is counted, over a table. */
    private static final Pattern UNIT = Pattern.compile("[（(]?单位[:：].*");

    @Override
    public void apply(Draft draft) {
        List<Table> tables = new ArrayList<>();
        for (Flow.TablePlace place : draft.flow().tables()) {
            if (isData(draft, place)) {
                Table table = table(draft, place);
                Table before = tables.isEmpty() ? null : tables.get(tables.size() - 1);
                if (before != null && goesOn(before, table)) {
                    tables.set(tables.size() - 1, joined(before, table));
                } else {
                    tables.add(table);
                }
            }
        }
        FlatTaskTable.find(draft).ifPresent(flat -> tables.add(flat.table()));
        draft.record().tables(tables);
    }

    /** Not the header block, and not a frame around text. */
    static boolean isData(Draft draft, Flow.TablePlace place) {
        int cells = place.to() - place.from();
        boolean header = cells > 0 && draft.header().has(place.from());
        long columns = place.grid().rows().stream().mapToInt(List::size).max().orElse(0);
        return cells > 2 && !header && columns > 1 && place.grid().rows().size() > 1;
    }

    static Table table(Draft draft, Flow.TablePlace place) {
        List<List<String>> all = GridRows.filled(place.grid());
        int headers = GridRows.headerRows(place.grid());
        int titles = headers == 0 ? 0 : GridRows.titleRows(place.grid());
        List<List<String>> rows = all.subList(titles, all.size());
        List<String> header = GridRows.header(rows, headers);
        String above = caption(draft, place);
        String caption = above == null ? title(all.subList(0, titles)) : above;
        return new Table(caption, header, rows.subList(Math.min(headers, rows.size()), rows.size()), pages(place));
    }

    /** The title that stands in the table itself. */
    private static @Nullable String title(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.get(0))
                .filter(text -> !text.isBlank() && !UNIT.matcher(text).matches())
                .map(Blanks::joined)
                .findFirst()
                .orElse(null);
    }

    private static List<Integer> pages(Flow.TablePlace place) {
        Set<Integer> pages = new TreeSet<>();
        for (List<Grid.Cell> row : place.grid().rows()) {
            for (Grid.Cell cell : row) {
                if (cell.page() != null) {
                    pages.add(cell.page());
                }
            }
        }
        return List.copyOf(pages);
    }

    /** The short line right above the table in the same file. */
    private static @Nullable String caption(Draft draft, Flow.TablePlace place) {
        for (int line = place.from() - 1; line >= Math.max(0, place.from() - 3); line--) {
            Segment above = draft.flow().segment(line);
            boolean otherFile = draft.flow().parts().contains(line + 1);
            if (otherFile || above.isCell() || draft.header().has(line) || isFormal(draft, above)) {
                return null;
            }
            if (UNIT.matcher(above.text()).matches()) {
                continue;
            }
            boolean sentence =
                    above.text().matches(".*[。；：:，,]$") || above.text().length() > 60;
            return sentence ? null : Blanks.joined(above.text());
        }
        return null;
    }

    /** A line that every document has: its number, addressees, signature, date or how it is disclosed. */
    private static boolean isFormal(Draft draft, Segment line) {
        Anatomy anatomy = draft.anatomy();
        Anatomy.NumberLine number = anatomy.number();
        return line.index() == anatomy.addressee()
                || line.index() == anatomy.date()
                || number != null && number.segment().equals(line)
                || anatomy.signature().contains(line)
                || ChineseDate.parse(line.text()).isPresent()
                || DISCLOSURE.matcher(line.text()).matches();
    }

    private static boolean goesOn(Table before, Table table) {
        return !table.header().isEmpty()
                && table.header().equals(before.header())
                && table.caption() == null
                && !before.pages().equals(table.pages());
    }

    private static Table joined(Table before, Table table) {
        List<List<String>> rows = new ArrayList<>(before.rows());
        rows.addAll(table.rows());
        Set<Integer> pages = new LinkedHashSet<>(before.pages());
        pages.addAll(table.pages());
        return new Table(before.caption(), before.header(), rows, List.copyOf(pages));
    }
}
