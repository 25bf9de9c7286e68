package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongbao.notification.ReaderReport.Place;
import org.gongbao.notification.ReportIntake;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Table;
import org.gongbao.web.site.TextView.Block;
import org.jspecify.annotations.Nullable;

/**
 * The places of a document at which a mistake may be reported: its fields, and the parts of its text. What a reader quotes has to
 * stand in what is public.
 */
final class ReportPlaces {

    static final String FIELD = "field.";

    /** The status depends on the day and on other documents, and is no field of the record. */
    private static final String VALIDITY = FIELD + "validity";

    private static final int MOST_SENTENCES = 60;

    /** A sentence with the quotation marks and brackets that close behind it; what remains at the end is one as well. */
    private static final Pattern SENTENCE = Pattern.compile("[^。！？；!?;]*(?:[。！？；!?;]+[”’」』）)]*|$)");

    private final DocumentRecord record;
    private final List<Block> blocks;

    ReportPlaces(DocumentRecord record) {
        this.record = record;
        this.blocks = TextLayout.of(record).blocks();
    }

    /** A place and what stands there. */
    record Spot(String code, String words, List<String> sentences) {

        /** Whether a sentence of it can be chosen. */
        public boolean hasChoice() {
            return sentences.size() > 1;
        }

        private boolean holds(String quote) {
            return Squeezed.of(words).contains(Squeezed.of(quote));
        }

        /** Its beginning, as long as a quote may be. */
        public String beginning() {
            return cut(words);
        }

        private Place whole() {
            return new Place(code, beginning());
        }
    }

    /** Where a report points; {@code problem} says why it points nowhere. */
    record Pointed(@Nullable Place place, @Nullable String problem) {}

    /** The codes of all fields, for who names the place by hand. */
    List<String> fields() {
        return Stream.concat(FieldView.of(record).stream().map(field -> FIELD + field.name()), Stream.of(VALIDITY))
                .toList();
    }

    Optional<Spot> find(String code) {
        if (code.equals(VALIDITY)) {
            return Optional.of(new Spot(code, "", List.of()));
        }
        if (code.startsWith(FIELD)) {
            return FieldView.of(record).stream()
                    .filter(field -> code.equals(FIELD + field.name()))
                    .findFirst()
                    .map(ReportPlaces::spot);
        }
        for (int at = 0; at < blocks.size(); at++) {
            if (code.equals(Place.part(at + 1))) {
                return Optional.of(spot(at));
            }
        }
        return Optional.empty();
    }

    /** What a form names: a place, words that stand there, both, or neither. */
    Pointed point(String code, String quote) {
        if (Squeezed.of(code).isEmpty()) {
            return Squeezed.of(quote).isEmpty() ? new Pointed(null, null) : quoted(quote);
        }
        Optional<Spot> spot = find(code);
        if (spot.isEmpty()) {
            return new Pointed(null, "place-moved");
        }
        if (Squeezed.of(quote).isEmpty()) {
            return new Pointed(spot.get().whole(), null);
        }
        if (spot.get().holds(quote) && isShort(quote)) {
            return new Pointed(new Place(code, quote.strip()), null);
        }
        return code.startsWith(FIELD) ? quoted(quote) : new Pointed(null, "place-moved");
    }

    /** The first part of the text in which words stand. */
    private Pointed quoted(String quote) {
        for (int at = 0; at < blocks.size() && isShort(quote); at++) {
            if (spot(at).holds(quote)) {
                return new Pointed(new Place(Place.part(at + 1), quote.strip()), null);
            }
        }
        return new Pointed(null, "quote-not-found");
    }

    private static boolean isShort(String quote) {
        return cut(quote).equals(quote);
    }

    private static Spot spot(FieldView field) {
        String words = field.date() == null
                ? String.join("；", field.values())
                : field.date().toString();
        return new Spot(FIELD + field.name(), words, List.of());
    }

    private Spot spot(int at) {
        Block block = blocks.get(at);
        Table table = block.table();
        String words = table == null ? block.lead() + block.text() : words(table);
        return new Spot(Place.part(at + 1), words, table == null ? sentences(words) : List.of());
    }

    private static String words(Table table) {
        return Stream.concat(Stream.of(table.header()), table.rows().stream())
                .map(row -> String.join(" ", row))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> sentences(String words) {
        List<String> sentences = new ArrayList<>();
        Matcher sentence = SENTENCE.matcher(words);
        while (sentence.find() && sentences.size() < MOST_SENTENCES) {
            if (!sentence.group().isBlank()) {
                sentences.add(cut(sentence.group().strip()));
            }
        }
        return sentences;
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= ReportIntake.MOST_QUOTE
                ? words
                : words.substring(0, words.offsetByCodePoints(0, ReportIntake.MOST_QUOTE));
    }
}
