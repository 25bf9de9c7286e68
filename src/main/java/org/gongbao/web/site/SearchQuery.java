package org.gongbao.web.site;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongbao.record.Validity;
import org.gongbao.search.SearchRequest;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A search as it stands in an address. What is blank is not asked; what has no meaning is refused with what was
 * expected.
 */
public record SearchQuery(
        String text,
        Map<Facet, List<String>> filters,
        @Nullable LocalDate inForceOn,
        Sort sort,
        int page,
        @Nullable String cursor) {

    /** Hits on a page. */
    static final int SIZE = 20;

    private static final int LONGEST_TEXT = 500;
    private static final int MOST_FILTERS = 20;
    /** Behind it are hits that are counted, not shown. */
    static final int LAST_PAGE = SearchRequest.DEEPEST / SIZE;

    /** A year of four digits such as 2023. */
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    /** A month such as 2023-05. */
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(?:0[1-9]|1[0-2])");

    /** A page number such as 12. */
    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,5}");

    public SearchQuery(
            String text, Map<Facet, List<String>> filters, @Nullable LocalDate inForceOn, Sort sort, int page) {
        this(text, filters, inForceOn, sort, page, null);
    }

    public SearchQuery {
        Map<Facet, List<String>> copy = new EnumMap<>(Facet.class);
        filters.forEach((facet, values) -> copy.put(facet, List.copyOf(values)));
        filters = copy;
    }

    public static SearchQuery of(MultiValueMap<String, String> parameters) {
        Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<String> values = parameters.getOrDefault(facet.parameter(), List.of()).stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
            values.forEach(value -> check(facet, value));
            if (values.size() > MOST_FILTERS) {
                throw Refusal.badRequest("filters", values.size(), MOST_FILTERS);
            }
            if (!values.isEmpty()) {
                filters.put(facet, values);
            }
        }
        return new SearchQuery(
                text(first(parameters, "q")),
                filters,
                day(first(parameters, "inForceOn")),
                sort(first(parameters, "sort")),
                page(first(parameters, "page")),
                cursor(first(parameters, "cursor")));
    }

    SearchRequest request() {
        return new SearchRequest(text, filters, inForceOn, sort, page, SIZE);
    }

    /** The same as a feed: what was published last comes first, unless another order was asked for. */
    SearchRequest feed() {
        Sort order = sort == Sort.RELEVANCE ? Sort.PUBLISHED : sort;
        return new SearchRequest(text, filters, inForceOn, order, page, SIZE);
    }

    /** The same for programs: by cursor, so that they reach every hit, unless they ask for a page. */
    SearchRequest machine() {
        return page > 1
                ? request()
                : new SearchRequest(
                        text, filters, inForceOn, sort, 1, SIZE, false, cursor == null ? SearchRequest.START : cursor);
    }

    /** The first of its hits behind a cursor, hits alone. */
    public SearchRequest from(String mark, int rows) {
        return request().from(mark, rows);
    }

    public boolean isFiltered() {
        return !filters.isEmpty() || inForceOn != null;
    }

    List<String> chosen(Facet facet) {
        return filters.getOrDefault(facet, List.of());
    }

    SearchQuery with(Facet facet, String value) {
        Map<Facet, List<String>> more = new LinkedHashMap<>(filters);
        List<String> values = new java.util.ArrayList<>(chosen(facet));
        values.add(value);
        more.put(facet, values);
        return new SearchQuery(text, more, inForceOn, sort, 1);
    }

    SearchQuery without(Facet facet, String value) {
        Map<Facet, List<String>> fewer = new LinkedHashMap<>(filters);
        List<String> values =
                chosen(facet).stream().filter(other -> !other.equals(value)).toList();
        if (values.isEmpty()) {
            fewer.remove(facet);
        } else {
            fewer.put(facet, values);
        }
        return new SearchQuery(text, fewer, inForceOn, sort, 1);
    }

    SearchQuery withoutDay() {
        return new SearchQuery(text, filters, null, sort, 1);
    }

    SearchQuery withoutFilters() {
        return new SearchQuery(text, Map.of(), null, sort, 1);
    }

    SearchQuery saying(String otherText) {
        return new SearchQuery(otherText, filters, inForceOn, sort, 1);
    }

    /** Whether nothing was asked but the text. */
    boolean isTextAlone() {
        return !isFiltered() && page == 1 && sort == Sort.RELEVANCE;
    }

    SearchQuery from(String mark) {
        return new SearchQuery(text, filters, inForceOn, sort, 1, mark);
    }

    SearchQuery onPage(int number) {
        return new SearchQuery(text, filters, inForceOn, sort, number);
    }

    /** The name of a sort in addresses. */
    static String name(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    private static String first(MultiValueMap<String, String> parameters, String name) {
        String value = parameters.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static String text(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw Refusal.badRequest("query-length", text.length(), LONGEST_TEXT);
        }
        return text;
    }

    static void check(Facet facet, String value) {
        if (facet == Facet.YEAR && !YEAR.matcher(value).matches()) {
            throw Refusal.badRequest("year", value);
        }
        if (facet == Facet.MONTH && !MONTH.matcher(value).matches()) {
            throw Refusal.badRequest("month", value);
        }
        if (facet == Facet.VALIDITY && !Validity.STATUSES.contains(value)) {
            throw Refusal.badRequest("validity", value, String.join("、", Validity.STATUSES));
        }
        if (value.length() > LONGEST_TEXT) {
            throw Refusal.badRequest("query-length", value.length(), LONGEST_TEXT);
        }
    }

    private static @Nullable String cursor(String value) {
        return value.isEmpty() ? null : value;
    }

    private static @Nullable LocalDate day(String value) {
        try {
            return value.isEmpty() ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw Refusal.badRequest("date", value);
        }
    }

    private static Sort sort(String value) {
        return value.isEmpty()
                ? Sort.RELEVANCE
                : Arrays.stream(Sort.values())
                        .filter(sort -> name(sort).equals(value))
                        .findFirst()
                        .orElseThrow(() -> Refusal.badRequest("sort", value));
    }

    private static int page(String value) {
        if (value.isEmpty()) {
            return 1;
        }
        int number = PAGE.matcher(value).matches() ? Integer.parseInt(value) : 0;
        if (number < 1 || number > LAST_PAGE) {
            throw Refusal.badRequest("page", value, Integer.toString(LAST_PAGE));
        }
        return number;
    }
}
