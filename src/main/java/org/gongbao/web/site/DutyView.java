package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongbao.search.Duty;
import org.gongbao.search.Duty.Item;
import org.gongbao.search.DutyResult;
import org.gongbao.search.DutyResult.Count;
import org.gongbao.search.DutyResult.Facet;
import org.gongbao.web.site.DutyEvidence.Shown;
import org.gongbao.web.site.SearchView.Export;
import org.jspecify.annotations.Nullable;

/**
 * A page of duties, ready to be shown.
 *
 * @param isKnown whether it is known here what was registered
 * @param start the beginning of the list, null on its first page
 */
record DutyView(
        DutyQuery query,
        long total,
        List<Row> rows,
        boolean isKnown,
        List<FacetView> facets,
        List<Chip> chips,
        @Nullable String start,
        @Nullable String next,
        List<Export> exports) {

    /** A duty with what shows that it was fulfilled. */
    record Row(Duty duty, String place, List<Shown> evidence) {}

    record FacetView(String name, List<Value> shown, List<Value> more) {}

    record Value(String label, long count, boolean chosen, String address) {}

    /** A chosen filter and where its removal leads. */
    record Chip(String name, String value, String address) {}

    private static final int SHOWN_VALUES = 8;

    /** Where filters stand that are chips, by the names of addresses. */
    private static final List<String> FILTERS =
            List.of("unit", "role", "month", "from", "to", "category", "theme", "document", "validity", "status");

    static DutyView of(DutyQuery query, DutyResult result, Map<String, List<Shown>> evidence, boolean isKnown) {
        return new DutyView(
                query,
                result.total(),
                rows(result.duties(), evidence),
                isKnown,
                facets(query, result),
                chips(query, result),
                query.parameters().first("after") == null
                        ? null
                        : query.behind(null).address(""),
                result.next() == null ? null : query.behind(result.next()).address(""),
                List.of(export("csv", query), export("json", query), export("ics", query)));
    }

    static List<Row> rows(List<Duty> duties, Map<String, List<Shown>> evidence) {
        return duties.stream()
                .map(duty -> new Row(duty, place(duty), evidence.getOrDefault(duty.key(), List.of())))
                .toList();
    }

    /** The duty's place on the page of its document; the page does not show tables of any length. */
    static String place(Duty duty) {
        Item item = duty.item();
        String anchor = item == null ? TaskView.anchor(duty.place()) : TaskView.anchor(item.number(), item.place());
        return "/doc/" + duty.uid() + "#" + (duty.place() <= DocumentView.MOST_ROWS ? anchor : "tasks");
    }

    /** Whether search engines may keep this page: not one of many filters, nor one with what they are asked to leave out. */
    public boolean isForRobots() {
        return query.isPlain()
                && rows.stream().allMatch(row -> row.duty().terms().mayBeIndexed());
    }

    public @Nullable String chosen(String name) {
        return query.parameters().first(name);
    }

    private static Export export(String suffix, DutyQuery query) {
        return new Export(suffix, query.behind(null).address("." + suffix));
    }

    private static List<FacetView> facets(DutyQuery query, DutyResult result) {
        List<FacetView> facets = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            String name = DutyQuery.name(facet);
            List<Value> values = result.facets().getOrDefault(facet, List.of()).stream()
                    .map(count -> new Value(
                            count.label(),
                            count.duties(),
                            query.parameters().all(name).contains(count.value()),
                            query.toggled(name, count.value()).address("")))
                    .toList();
            if (!values.isEmpty()) {
                int shown = Math.min(SHOWN_VALUES, values.size());
                facets.add(new FacetView(name, values.subList(0, shown), values.subList(shown, values.size())));
            }
        }
        return facets;
    }

    private static List<Chip> chips(DutyQuery query, DutyResult result) {
        List<Chip> chips = new ArrayList<>();
        for (String name : FILTERS) {
            for (String value : query.parameters().all(name)) {
                chips.add(new Chip(
                        name,
                        name.equals("unit") ? label(value, result) : value,
                        query.toggled(name, value).address("")));
            }
        }
        return chips;
    }

    /** What an identifier is called, where a duty of this page says so. */
    private static String label(String unit, DutyResult result) {
        return result.facets().getOrDefault(Facet.UNIT, List.of()).stream()
                .filter(count -> count.value().equals(unit))
                .map(Count::label)
                .findFirst()
                .orElse(unit);
    }
}
