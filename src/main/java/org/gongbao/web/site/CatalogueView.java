package org.gongbao.web.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.publication.Catalogue.Count;
import org.gongbao.publication.Catalogue.Entry;
import org.gongbao.web.site.SearchView.Export;
import org.jspecify.annotations.Nullable;

/**
 * A page of the legal directory, ready to be shown.
 *
 * @param day at whose end it was so
 * @param isPast whether the day is over
 * @param start the beginning of the list, null on its first page
 */
record CatalogueView(
        ListParameters parameters,
        LocalDate day,
        LocalDate today,
        boolean isPast,
        long total,
        List<Entry> entries,
        List<FacetView> facets,
        @Nullable String clear,
        @Nullable String start,
        @Nullable String next,
        List<Export> exports) {

    record FacetView(String name, List<Value> shown, List<Value> more) {}

    record Value(String label, long count, boolean chosen, String address) {}

    private static final String PATH = "/catalog";
    private static final int SHOWN_VALUES = 8;

    static CatalogueView of(
            ListParameters parameters,
            LocalDate day,
            LocalDate today,
            long total,
            List<Entry> entries,
            List<Count> agencies,
            List<Count> themes,
            @Nullable ListParameters next) {
        ListParameters start = parameters.with("after", List.of());
        boolean isFiltered = start.first("agency") != null || start.first("theme") != null;
        return new CatalogueView(
                parameters,
                day,
                today,
                day.isBefore(today),
                total,
                entries,
                List.of(facet("agency", agencies, start), facet("theme", themes, start)),
                isFiltered
                        ? start.with("agency", List.of())
                                .with("theme", List.of())
                                .address(PATH)
                        : null,
                parameters.first("after") == null ? null : start.address(PATH),
                next == null ? null : next.address(PATH),
                List.of(export("csv", start), export("json", start)));
    }

    /** Whether search engines may keep this page: not one of many filters, nor one with what they are asked to leave out. */
    public boolean isForRobots() {
        return parameters.values().isEmpty()
                && entries.stream().allMatch(entry -> entry.terms().mayBeIndexed());
    }

    public @Nullable String chosen(String name) {
        return parameters.first(name);
    }

    private static Export export(String suffix, ListParameters start) {
        return new Export(suffix, start.address(PATH + "." + suffix));
    }

    private static FacetView facet(String name, List<Count> counts, ListParameters start) {
        List<Value> values = new ArrayList<>();
        for (Count count : counts) {
            boolean isChosen = start.all(name).contains(count.value());
            List<String> choice = isChosen ? List.of() : List.of(count.value());
            values.add(new Value(
                    count.label(),
                    count.entries(),
                    isChosen,
                    start.with(name, choice).address(PATH)));
        }
        int shown = Math.min(SHOWN_VALUES, values.size());
        return new FacetView(name, values.subList(0, shown), values.subList(shown, values.size()));
    }
}
