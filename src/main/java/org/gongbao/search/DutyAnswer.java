package org.gongbao.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.solr.client.solrj.response.FacetField;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrDocument;
import org.gongbao.publication.Terms;
import org.gongbao.search.Duty.Item;
import org.gongbao.search.Duty.Unit;
import org.gongbao.search.DutyResult.Count;
import org.gongbao.search.DutyResult.Facet;
import org.jspecify.annotations.Nullable;

/** Reads Solr's answer to a request for duties. */
final class DutyAnswer {

    static final String[] FIELDS = {
        "duty_document",
        "duty_place",
        "duty_item",
        "duty_key",
        "duty_number",
        "duty_category",
        "duty_text",
        "duty_measure",
        "duty_unit",
        "duty_due",
        "duty_page",
        "duty_quote",
        "duty_title",
        "duty_terms",
        "number",
        "language",
        "published_at",
        "validity"
    };

    private DutyAnswer() {}

    /** @param size duties asked for; the answer holds one more where more follow */
    static DutyResult read(QueryResponse response, int size, boolean hasFacets, LocalDate today) {
        List<Duty> all =
                response.getResults().stream().map(found -> duty(found, today)).toList();
        List<Duty> shown = all.subList(0, Math.min(size, all.size()));
        long total = response.getFacetQuery().getOrDefault(DutyParameters.TOTAL, 0);
        long everything = response.getFacetQuery().getOrDefault(DutyParameters.ALL, 0);
        boolean hasMore = all.size() > size && !shown.isEmpty();
        return new DutyResult(
                total,
                everything - total,
                shown,
                hasFacets ? facets(response) : Map.of(),
                hasMore ? shown.get(shown.size() - 1).cursor() : null);
    }

    private static Duty duty(SolrDocument found, LocalDate today) {
        return new Duty(
                text(found, "duty_document"),
                number(found, "duty_place"),
                item(optional(found, "duty_item")),
                text(found, "duty_key"),
                optionalNumber(found, "duty_number"),
                optional(found, "duty_category"),
                Objects.requireNonNullElse(optional(found, "duty_text"), ""),
                optional(found, "duty_measure"),
                values(found, "duty_unit").stream()
                        .map(value -> unit(value.toString()))
                        .toList(),
                values(found, "duty_due").stream()
                        .map(value -> ((Date) value)
                                .toInstant()
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate())
                        .sorted()
                        .toList(),
                optionalNumber(found, "duty_page"),
                optional(found, "duty_quote"),
                text(found, "duty_title"),
                optional(found, "number"),
                Objects.requireNonNullElse(optional(found, "language"), "zh"),
                found.getFirstValue("published_at") instanceof Date date ? date.toInstant() : Instant.EPOCH,
                ValiditySpan.on(
                        values(found, "validity").stream()
                                .map(value -> ValiditySpan.parse(value.toString()))
                                .toList(),
                        today),
                terms(text(found, "duty_terms")));
    }

    /** What is unknown is never taken for open. */
    private static Terms terms(String code) {
        return Arrays.stream(Terms.values())
                .filter(terms -> terms.code().equals(code))
                .findFirst()
                .orElse(Terms.PAGE);
    }

    private static @Nullable Item item(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String[] parts = value.split(DutyEntries.SEPARATOR, -1);
        return new Item(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private static Unit unit(String value) {
        String[] parts = value.split(DutyEntries.SEPARATOR, -1);
        return new Unit(parts[0], parts[1].isEmpty() ? null : parts[1], parts[2].isEmpty() ? null : parts[2]);
    }

    private static Map<Facet, List<Count>> facets(QueryResponse response) {
        Map<Facet, List<Count>> facets = new EnumMap<>(Facet.class);
        facets.put(Facet.UNIT, counts(response.getFacetField("duty_unit_count")));
        facets.put(Facet.CATEGORY, counts(response.getFacetField("duty_category")));
        facets.put(Facet.THEME, counts(response.getFacetField("duty_theme")));
        return facets;
    }

    /** An agency that changed its name is counted once, by the name that most duties have. */
    private static List<Count> counts(@Nullable FacetField field) {
        Map<String, Count> counts = new LinkedHashMap<>();
        if (field != null) {
            for (FacetField.Count found : field.getValues()) {
                String[] parts = found.getName().split(DutyEntries.SEPARATOR, 2);
                Count count = new Count(parts[0], parts[parts.length - 1], found.getCount());
                counts.merge(
                        count.value(),
                        count,
                        (one, other) -> new Count(one.value(), one.label(), one.duties() + other.duties()));
            }
        }
        return counts.values().stream()
                .sorted((one, other) -> Long.compare(other.duties(), one.duties()))
                .toList();
    }

    private static String text(SolrDocument found, String field) {
        return String.valueOf(found.getFirstValue(field));
    }

    private static @Nullable String optional(SolrDocument found, String field) {
        Object value = found.getFirstValue(field);
        return value == null ? null : value.toString();
    }

    private static int number(SolrDocument found, String field) {
        return Integer.parseInt(text(found, field));
    }

    private static @Nullable Integer optionalNumber(SolrDocument found, String field) {
        String value = optional(found, field);
        return value == null ? null : Integer.valueOf(value);
    }

    private static Collection<Object> values(SolrDocument found, String field) {
        Collection<Object> values = found.getFieldValues(field);
        return values == null ? List.of() : values;
    }
}
