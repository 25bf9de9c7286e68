package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Section;
import org.gongbao.record.Table;
import org.jspecify.annotations.Nullable;

/**
 * The text of a record by its sections, with tables in place of the lines that are their cells. No line is lost: what stands in
 * no section comes before or behind them, and a table whose place is not found is told apart.
 */
final class TextPieces {

    /** Tables whose place is looked for; each is looked for in the whole text. */
    private static final int MOST_TABLES = 500;

    /** A line of the text, or a table. */
    sealed interface Piece {

        record Line(String text) implements Piece {}

        record Grid(Table table) implements Piece {}
    }

    /** A table in a section that was not asked for yet, with the letters of its lines. */
    private record Waiting(Table table, String letters) {}

    private final List<Piece> before = new ArrayList<>();
    private final List<Piece> behind = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Table> loose = new ArrayList<>();
    private final String inSections;
    private boolean isBefore = true;

    private TextPieces(DocumentRecord record) {
        StringBuilder all = new StringBuilder();
        collect(record.sections(), all);
        this.inSections = all.toString();
        divide(record.text().lines().filter(line -> !line.isBlank()).toList(), record.tables());
    }

    static TextPieces of(DocumentRecord record) {
        return new TextPieces(record);
    }

    /** What stands before the first section; all where there are none. */
    List<Piece> before() {
        return List.copyOf(before);
    }

    /** What stands between sections and behind the last. */
    List<Piece> behind() {
        return List.copyOf(behind);
    }

    /** What stands in a section itself. Sections are asked for in their order, each once. */
    List<Piece> in(Section section) {
        List<String> lines = section.text().lines().toList();
        List<String> squeezed = lines.stream().map(Squeezed::of).toList();
        String letters = letters(section.text());
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (Waiting each : List.copyOf(waiting)) {
            TableFold.Span span = letters.contains(each.letters())
                    ? TableFold.find(each.table(), squeezed, from)
                    : new TableFold.Span(from, from);
            if (span.start() < span.end()) {
                addLines(lines.subList(from, span.start()), pieces);
                pieces.add(new Piece.Grid(each.table()));
                waiting.remove(each);
                from = span.end();
            }
        }
        addLines(lines.subList(from, lines.size()), pieces);
        return pieces;
    }

    /** Tables whose place was found neither outside the sections nor in one that was asked for. */
    List<Table> loose() {
        return Stream.concat(loose.stream(), waiting.stream().map(Waiting::table))
                .toList();
    }

    private void divide(List<String> lines, List<Table> tables) {
        List<String> squeezed = lines.stream().map(Squeezed::of).toList();
        int from = 0;
        for (Table table : tables.subList(0, Math.min(MOST_TABLES, tables.size()))) {
            TableFold.Span span = TableFold.find(table, squeezed, from);
            String cells = letters(String.join("", lines.subList(span.start(), span.end())));
            if (cells.isEmpty()) {
                loose.add(table);
                continue;
            }
            divide(lines.subList(from, span.start()));
            if (inSections.contains(cells)) {
                waiting.add(new Waiting(table, cells));
                isBefore = false;
            } else {
                add(new Piece.Grid(table));
            }
            from = span.end();
        }
        divide(lines.subList(from, lines.size()));
        loose.addAll(tables.subList(Math.min(MOST_TABLES, tables.size()), tables.size()));
    }

    private void divide(List<String> lines) {
        for (String line : lines) {
            String letters = letters(line);
            if (letters.isEmpty() || !inSections.contains(letters)) {
                add(new Piece.Line(line));
            } else {
                isBefore = false;
            }
        }
    }

    private void add(Piece piece) {
        (isBefore ? before : behind).add(piece);
    }

    private static void addLines(List<String> lines, List<Piece> pieces) {
        lines.forEach(line -> pieces.add(new Piece.Line(line)));
    }

    private static void collect(List<Section> sections, StringBuilder all) {
        for (Section section : sections) {
            all.append('\n');
            append(section.label(), all);
            append(section.heading(), all);
            append(section.text(), all);
            collect(section.children(), all);
        }
    }

    private static void append(@Nullable String text, StringBuilder all) {
        if (text != null) {
            all.append(letters(text));
        }
    }

    /** Labels come without their signs, so that signs tell nothing. */
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
