package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongbao.record.Citation;
import org.gongbao.record.DocumentNumberReader;

/**
 * Documents listed in a table (清理目录): each row names one with its number, and the result of the review, or the line above the
 * table, says how it stands. The words are those of {@code cleanup.tsv}.
 */
final class ListedCitations {

    private static final Set<String> COLUMNS = Set.of("title", "number", "result");

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
        String caption = place.from() == 0 ? "" : flow.segment(place.from() - 1).text();
        if (title < 0 || number < 0 || result < 0 && relation(caption).isEmpty()) {
            return List.of();
        }
        List<Listed> listed = new ArrayList<>();
        for (int row = headers; row < rows.size(); row++) {
            List<String> cells = rows.get(row);
            String said = result < 0 ? caption : cells.get(result);
            add(flow, place, cells.get(title), cells.get(number), relation(said).orElse("引用"), cells, listed);
        }
        return listed;
    }

    private static void add(
            Flow flow,
            Flow.TablePlace place,
            String title,
            String number,
            String relation,
            List<String> cells,
            List<Listed> listed) {
        String name = bare(Blanks.joined(title));
        Optional<String> read = DocumentNumberReader.parse(Blanks.remove(number), Set.of())
                .map(reading -> reading.number().toString());
        Optional<Segment> cell = flow.segments().subList(place.from(), place.to()).stream()
                .filter(segment -> segment.text().length() > 4)
                .filter(segment -> title.startsWith(segment.text()))
                .findFirst();
        if (name.length() > 4 && cell.isPresent()) {
            listed.add(
                    new Listed(new Citation(name, read.orElse(null), relation, String.join(" ", cells)), cell.get()));
        }
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

    private Optional<String> relation(String said) {
        return words.rows().stream()
                .filter(row -> !COLUMNS.contains(row.get(0)))
                .filter(row -> ProfileTable.alternatives(row.get(1)).stream().anyMatch(said::contains))
                .map(row -> row.get(0))
                .findFirst();
    }
}
