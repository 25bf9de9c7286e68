package org.gongbao.web.site;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongbao.recognition.ProfileNode;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads a topic column; every mistake is told with file, line, what came and what was expected. */
final class ColumnReader {

    /** {@code flood-safety.yaml}: the name is an address. */
    private static final Pattern FILE = Pattern.compile("([a-z0-9][a-z0-9-]{0,59})\\.yaml");

    private static final Pattern WORDS = Pattern.compile("(?s).*\\S.*");
    private static final String TODAY = "today";
    private static final Set<String> LANGUAGES = Set.of("zh", "en");
    private static final Set<String> FACETS =
            Arrays.stream(Facet.values()).map(Facet::parameter).collect(Collectors.toSet());

    private ColumnReader() {}

    static Column read(String file, String text) {
        var name = FILE.matcher(file);
        if (!name.matches()) {
            throw new IllegalArgumentException(
                    "columns/" + file + " came; expected a name of small letters, digits and hyphens");
        }
        ProfileNode node =
                ProfileNode.read("columns/" + file, text, "a topic column", Set.of("title", "introduction", "query"));
        ProfileNode query = node.child("query", Set.of("text", "filters", "inForceOn"));
        boolean isOfToday = query.texts("inForceOn").contains(TODAY);
        return new Column(
                name.group(1),
                words(node, "title"),
                words(node, "introduction"),
                new SearchQuery(
                        String.join(" ", query.texts("text")),
                        filters(query.child("filters", FACETS)),
                        isOfToday ? null : day(query),
                        Sort.RELEVANCE,
                        1),
                isOfToday);
    }

    private static Column.Words words(ProfileNode node, String key) {
        if (!node.has(key)) {
            // Told with the file's first line.
            node.required(key, WORDS, "zh and en");
        }
        ProfileNode both = node.child(key, LANGUAGES);
        return new Column.Words(
                both.required("zh", WORDS, "words").strip(),
                both.required("en", WORDS, "words").strip());
    }

    private static Map<Facet, List<String>> filters(ProfileNode node) {
        Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<String> values = node.texts(facet.parameter());
            for (String value : values) {
                told(node, facet.parameter(), "what a search may be filtered by", () -> {
                    SearchQuery.check(facet, value);
                    return value;
                });
            }
            if (!values.isEmpty()) {
                filters.put(facet, values);
            }
        }
        return filters;
    }

    private static @Nullable LocalDate day(ProfileNode query) {
        return query.has("inForceOn")
                ? told(
                        query,
                        "inForceOn",
                        "today or a day such as 2024-05-01",
                        () -> LocalDate.parse(query.texts("inForceOn").get(0)))
                : null;
    }

    private static <T> T told(ProfileNode node, String key, String expected, Supplier<T> value) {
        try {
            return value.get();
        } catch (Refusal | DateTimeParseException | IndexOutOfBoundsException e) {
            throw node.mistake(key, expected);
        }
    }
}
