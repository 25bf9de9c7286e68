package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Table;

/**
 * The text of a record as it is set on paper: its paragraphs in order, and tables in the place where their cells stand in the
 * text. Every paragraph of the text is set once, as itself or as cells of a table.
 */
final class PublicText {

    /** A paragraph or a table. */
    sealed interface Part {
        record Words(String text, Setting setting) implements Part {}

        record Ruled(Table table) implements Part {}
    }

    /** How a paragraph is set. */
    enum Setting {
        TITLE,
        CENTRED,
        INDENTED,
        RIGHT
    }

    private final DocumentRecord record;
    private final List<String> paragraphs;

    private PublicText(DocumentRecord record) {
        this.record = record;
        this.paragraphs = record.text().lines().toList();
    }

    static List<Part> of(DocumentRecord record) {
        return new PublicText(record).parts();
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        List<Table> left = new ArrayList<>(record.tables());
        int i = 0;
        while (i < paragraphs.size()) {
            int end = left.isEmpty() ? i : endOfCells(left.get(0), i);
            if (end > i) {
                parts.add(new Part.Ruled(left.remove(0)));
                i = end;
            } else {
                parts.add(new Part.Words(paragraphs.get(i), setting(i)));
                i++;
            }
        }
        left.forEach(table -> parts.add(new Part.Ruled(table)));
        return parts;
    }

    /** Where the run of paragraphs ends that are cells of the table; the start itself where they are not the table. */
    private int endOfCells(Table table, int start) {
        Set<String> cells = new HashSet<>();
        table.header().forEach(cell -> addCell(cells, cell));
        table.rows().forEach(row -> row.forEach(cell -> addCell(cells, cell)));
        Set<String> met = new HashSet<>();
        int end = start;
        while (end < paragraphs.size()) {
            List<String> pieces = pieces(paragraphs.get(end));
            if (!cells.containsAll(pieces)) {
                break;
            }
            met.addAll(pieces);
            end++;
        }
        return !met.isEmpty() && met.containsAll(cells) ? end : start;
    }

    /** A cell may hold several paragraphs. */
    private static void addCell(Set<String> cells, String cell) {
        cell.lines().map(PublicText::bare).filter(line -> !line.isEmpty()).forEach(cells::add);
    }

    private static List<String> pieces(String paragraph) {
        List<String> pieces = new ArrayList<>();
        for (String piece : paragraph.split("\t")) {
            if (!bare(piece).isEmpty()) {
                pieces.add(bare(piece));
            }
        }
        return pieces;
    }

    private Setting setting(int index) {
        String words = bare(paragraphs.get(index));
        if (words.isEmpty()) {
            return Setting.INDENTED;
        }
        boolean early = index < 12;
        if (early
                && record.title() != null
                && words.length() > 3
                && bare(record.title()).contains(words)) {
            return Setting.TITLE;
        }
        if (early && isRawOf("documentNumber", words)) {
            return Setting.CENTRED;
        }
        boolean signature = !early && (record.issuers().contains(words) || isRawOf("issuedOn", words));
        return signature ? Setting.RIGHT : Setting.INDENTED;
    }

    private boolean isRawOf(String field, String words) {
        return record.claims().getOrDefault(field, List.of()).stream()
                .map(Claim::raw)
                .anyMatch(raw -> bare(raw).equals(words));
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\u00A0\\u3000]+", "");
    }
}
