package org.gongbao.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongbao.extraction.TextPlaces;
import org.gongbao.record.Place;
import org.gongbao.record.TextCorrection;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a document's file (识读文字), line by line and cell by cell, with what people read instead.
 *
 * @param tables row by row
 * @param lost what people read that found something else where it belongs
 */
public record ReadText(List<Words> lines, List<List<List<Words>>> tables, List<TextCorrection> lost) {

    /**
     * Words at a place.
     *
     * @param key names the place among those of the file
     * @param confidence of the machine, 1 for what was not recognised from an image
     * @param corrected what a person reads there; null where nobody reads otherwise
     */
    public record Words(
            String key,
            Place place,
            double confidence,
            @Nullable String corrected) {

        /** As the machine read it. */
        public String seen() {
            return Objects.requireNonNull(place.read()).seen();
        }

        /** As it counts. */
        public String shown() {
            return corrected == null ? seen() : corrected;
        }

        public boolean isCorrected() {
            return corrected != null;
        }
    }

    /**
     * @param all what people read in the file
     * @param own what was said of this document of it
     */
    static ReadText of(TextPlaces places, List<TextCorrection> all, List<TextCorrection> own) {
        Map<Place, String> corrected = new HashMap<>();
        places.with(all).applied().forEach(each -> corrected.put(each.place(), each.text()));
        List<Words> lines = new ArrayList<>();
        for (TextPlaces.Words line : places.lines()) {
            lines.add(words("line-" + lines.size(), line, corrected));
        }
        List<List<List<Words>>> tables = new ArrayList<>();
        for (List<List<TextPlaces.Words>> table : places.tables()) {
            tables.add(table(tables.size(), table, corrected));
        }
        return new ReadText(lines, tables, places.with(own).lost());
    }

    private static List<List<Words>> table(
            int number, List<List<TextPlaces.Words>> table, Map<Place, String> corrected) {
        return IntStream.range(0, table.size())
                .mapToObj(row -> IntStream.range(0, table.get(row).size())
                        .mapToObj(column -> words(
                                "cell-" + number + "-" + row + "-" + column,
                                table.get(row).get(column),
                                corrected))
                        .toList())
                .toList();
    }

    private static Words words(String key, TextPlaces.Words words, Map<Place, String> corrected) {
        return new Words(key, words.place(), words.confidence(), corrected.get(words.place()));
    }

    /** The place of a line, a cell, or a correction that is lost ({@code lost-0}), by its key. */
    public Optional<Place> find(String key) {
        return Stream.of(lines.stream(), tables.stream().flatMap(List::stream).flatMap(List::stream))
                .flatMap(each -> each)
                .filter(words -> words.key().equals(key))
                .map(Words::place)
                .findFirst()
                .or(() -> IntStream.range(0, lost.size())
                        .filter(at -> key.equals("lost-" + at))
                        .mapToObj(at -> lost.get(at).place())
                        .findFirst());
    }
}
