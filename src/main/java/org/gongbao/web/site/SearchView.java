package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.gongbao.search.SearchResult;
import org.gongbao.search.SearchResult.Hit;
import org.gongbao.search.SearchResult.Understood;
import org.jspecify.annotations.Nullable;

/** A page of search results, ready to be shown. */
record SearchView(
        SearchQuery query,
        long total,
        long first,
        List<Hit> exact,
        List<Hit> hits,
        List<FacetView> facets,
        List<Chip> chips,
        @Nullable String clear,
        Paging paging,
        List<String> sorts,
        List<Export> exports,
        Nearest nearest) {

    /** A facet with its values; the first ones are shown at once. */
    record FacetView(String name, List<Value> shown, List<Value> more) {

        /** The number of documents of the most frequent value. */
        long most() {
            return Stream.concat(shown.stream(), more.stream())
                    .mapToLong(Value::documents)
                    .max()
                    .orElse(1);
        }
    }

    /**
     * A value of a facet, and where choosing it, or giving it up, leads.
     *
     * @param depth how many values it lies in
     */
    record Value(Facet facet, String value, long documents, boolean chosen, String address, int depth) {

        static Value of(SearchQuery query, Facet facet, String value, long documents, int depth) {
            boolean chosen = query.chosen(facet).contains(value);
            SearchQuery next = chosen ? query.without(facet, value) : query.with(facet, value);
            return new Value(facet, value, documents, chosen, SearchAddress.of(next), depth);
        }
    }

    /**
     * What else may be meant.
     *
     * @param alike words that sound like the text
     * @param withoutDay the same search for any day; null where no day was asked for
     */
    record Nearest(
            Understood understood,
            List<Export> alike,
            @Nullable String withoutDay) {}

    /** A chosen filter and where its removal leads. */
    record Chip(String name, String value, String address) {}

    /** The same results in another form. */
    record Export(String name, String address) {}

    /** Links to the pages around this one; null where there is none. */
    record Paging(
            int page,
            int last,
            @Nullable String previous,
            @Nullable String next,
            List<Step> steps) {}

    /** A numbered page. */
    record Step(int page, boolean current, String address) {}

    /** Facets of one list each; divisions and agencies are one tree. */
    private static final Set<Facet> SHOWN = EnumSet.complementOf(EnumSet.of(Facet.PLACE, Facet.ISSUER, Facet.AGENCY));

    private static final int SHOWN_VALUES = 8;
    private static final int SHOWN_ISSUERS = 12;
    private static final int STEPS_EACH_SIDE = 2;

    static SearchView of(SearchQuery query, SearchResult result) {
        return new SearchView(
                query,
                result.total(),
                (query.page() - 1L) * SearchQuery.SIZE + 1,
                result.hits().stream().filter(Hit::exactNumber).toList(),
                result.hits().stream().filter(hit -> !hit.exactNumber()).toList(),
                facets(query, result),
                chips(query),
                query.isFiltered() ? SearchAddress.of(query.withoutFilters()) : null,
                paging(query, result.total()),
                Stream.of(Sort.RELEVANCE, Sort.NEWEST, Sort.OLDEST, Sort.NUMBER)
                        .map(SearchQuery::name)
                        .toList(),
                List.of(export("csv", query), export("json", query), export("atom", query), export("jsonfeed", query)),
                nearest(query, result.understood()));
    }

    private static Nearest nearest(SearchQuery query, Understood understood) {
        return new Nearest(
                understood,
                understood.alike().stream()
                        .map(words -> new Export(words, SearchAddress.of(query.saying(words))))
                        .toList(),
                query.inForceOn() == null ? null : SearchAddress.of(query.withoutDay()));
    }

    /** The form by which what is found now is kept as a list to cite. */
    public String keep() {
        return SearchAddress.of("/data/sets/new", query.onPage(1));
    }

    /** The form by which this search is followed by mail. */
    public String mail() {
        return FollowLinks.of(query).mail();
    }

    /** Whether search engines should keep this page: not one of the many filters and pages. */
    public boolean isForRobots() {
        return query.text().isEmpty() && !query.isFiltered() && query.page() == 1;
    }

    private static Export export(String suffix, SearchQuery query) {
        return new Export(suffix, SearchAddress.of("/search." + suffix, query.onPage(1)));
    }

    private static List<FacetView> facets(SearchQuery query, SearchResult result) {
        List<FacetView> facets = new ArrayList<>();
        add(facets, Facet.ISSUER, IssuerTree.of(query, result), SHOWN_ISSUERS);
        for (Facet facet : SHOWN) {
            List<Value> values = result.facets().getOrDefault(facet, List.of()).stream()
                    .map(count -> Value.of(query, facet, count.value(), count.documents(), depth(facet, count.value())))
                    .toList();
            if (tells(query, facet, values)) {
                add(facets, facet, values, SHOWN_VALUES);
            }
        }
        return facets;
    }

    private static void add(List<FacetView> facets, Facet facet, List<Value> values, int most) {
        if (!values.isEmpty()) {
            int shown = values.size() <= most + 1 ? values.size() : most;
            facets.add(
                    new FacetView(facet.parameter(), values.subList(0, shown), values.subList(shown, values.size())));
        }
    }

    /** That a thing is not known of any document is no choice. */
    private static boolean tells(SearchQuery query, Facet facet, List<Value> values) {
        return facet != Facet.NORMATIVE
                || values.size() != 1
                || !query.chosen(facet).isEmpty()
                || !values.get(0).value().equals("unknown");
    }

    private static int depth(Facet facet, String value) {
        return facet == Facet.THEME
                ? (int) value.chars().filter(character -> character == '/').count()
                : 0;
    }

    private static List<Chip> chips(SearchQuery query) {
        List<Chip> chips = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            query.chosen(facet)
                    .forEach(value -> chips.add(
                            new Chip(facet.parameter(), value, SearchAddress.of(query.without(facet, value)))));
        }
        if (query.inForceOn() != null) {
            chips.add(new Chip("inForceOn", query.inForceOn().toString(), SearchAddress.of(query.withoutDay())));
        }
        return chips;
    }

    private static Paging paging(SearchQuery query, long total) {
        int last =
                (int) Math.max(1, Math.min(SearchQuery.LAST_PAGE, (total + SearchQuery.SIZE - 1) / SearchQuery.SIZE));
        int page = query.page();
        List<Step> steps = IntStream.rangeClosed(1, last)
                .filter(number -> number == 1 || number == last || Math.abs(number - page) <= STEPS_EACH_SIDE)
                .mapToObj(number -> new Step(number, number == page, SearchAddress.of(query.onPage(number))))
                .toList();
        return new Paging(
                page,
                last,
                page > 1 ? SearchAddress.of(query.onPage(Math.min(page - 1, last))) : null,
                page < last ? SearchAddress.of(query.onPage(page + 1)) : null,
                steps);
    }
}
