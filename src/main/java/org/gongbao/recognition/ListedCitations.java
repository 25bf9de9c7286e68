package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongbao.record.Citation;
import org.gongbao.record.DocumentNumberReader;
import org.jspecify.annotations.Nullable;

/**
 * Documents listed in a table (清理目录): each row names one with its number, and the result of the review, or the line above the
 * table, says how it stands. The words are those of {@code cleanup.tsv}.
 */
final class ListedCitations {

    private static final Set<String> COLUMNS = Set.of("title", "number", "result", "issuer");

    private final ProfileTable words;

    ListedCitations(Profiles profiles) {
        words = profiles.cleanup();
    }

    /** A cited document and the cell that names it. */
    record Listed(Citation citation, Segment cell) {}

    /** The documents that a table lists, empty where it is no such list. */
    List<Listed> in(Flow flow, Flow.TablePlace place) {
        List<List<String>> rows = GridRows.filled(place.grid());
        int headers = GridRows.headerRows(place.grid());
        if (headers == 0) {
            return List.of();
        }
        List<String> header = GridRows.header(rows, headers);
        int title = column(header, "title");
        int number = column(header, "number");
        int result = column(header, "result");
        int issuer = column(header, "issuer");
        String caption = place.from() == 0 ? "" : flow.segment(place.from() - 1).text();
        if (title < 0
                || number < 0 && issuer < 0
                || result < 0 && relation(caption).isEmpty()) {
            return List.of();
        }
        List<Listed> listed = new ArrayList<>();
        for (int row = headers; row < rows.size(); row++) {
            List<String> cells = rows.get(row);
            String said = result < 0 ? caption : cells.get(result);
            Citation citation = new Citation(
                    bare(Blanks.joined(cells.get(title))),
                    number < 0 ? null : number(cells.get(number)),
                    relation(said).orElse("引用"),
                    quote(cells, result < 0 ? caption : ""),
                    issuer < 0 ? null : named(cells.get(issuer)),
                    null);
            add(flow, place, cells.get(title), citation, listed);
        }
        return listed;
    }

    private static void add(Flow flow, Flow.TablePlace place, String cell, Citation citation, List<Listed> listed) {
        Optional<Segment> seen = flow.segments().subList(place.from(), place.to()).stream()
                .filter(segment -> segment.text().length() > 4)
                .filter(segment -> cell.startsWith(segment.text()))
                .findFirst();
        if (citation.title() != null && citation.title().length() > 4) {
            seen.ifPresent(segment -> listed.add(new Listed(citation, segment)));
        }
    }

    private static @Nullable String number(String cell) {
        return DocumentNumberReader.parse(Blanks.remove(cell), Set.of())
                .map(reading -> reading.number().toString())
                .orElse(null);
    }

    private static @Nullable String named(String cell) {
        String name = Blanks.joined(cell);
        return name.isEmpty() ? null : name;
    }

    /** The row, and the line above the list where that says the result. */
    private static String quote(List<String> cells, String caption) {
        return Blanks.strip(caption + " " + String.join(" ", cells));
    }

    private static String bare(String title) {
        return title.startsWith("《") && title.indexOf('》') == title.length() - 1
                ? title.substring(1, title.length() - 1)
                : title;
    }

    private int column(List<String> header, String what) {
        List<String> names = words.words(what);
        for (int column = 0; column < header.size(); column++) {
            if (names.contains(Blanks.remove(header.get(column)))) {
                return column;
            }
        }
        return -1;
    }

    /** How a result of a review says that a document stands. */
    Optional<String> relation(String said) {
        return words.rows().stream()
                .filter(row -> !COLUMNS.contains(row.get(0)))
                .filter(row -> ProfileTable.alternatives(row.get(1)).stream().anyMatch(said::contains))
                .map(row -> row.get(0))
                .findFirst();
    }
}
