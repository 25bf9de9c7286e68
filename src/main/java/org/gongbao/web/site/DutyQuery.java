package org.gongbao.web.site;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongbao.publication.Uid;
import org.gongbao.record.Validity;
import org.gongbao.search.DutyCursor;
import org.gongbao.search.DutyRequest;
import org.gongbao.search.DutyRequest.Order;
import org.gongbao.search.DutyRequest.Role;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A list of duties as it stands in an address; what has no meaning is refused with what was expected. */
public record DutyQuery(ListParameters parameters) {

    /** What duties may be asked by: names in addresses, in their order there. */
    public static final List<String> FILTERS = List.of(
            "unit", "role", "month", "from", "to", "category", "theme", "document", "validity", "status", "sort");

    private static final List<String> NAMES =
            Stream.concat(FILTERS.stream(), Stream.of("after")).toList();

    public static DutyQuery of(MultiValueMap<String, String> given) {
        DutyQuery query = new DutyQuery(ListParameters.of(given, NAMES));
        query.request(Set.of(), 1, false, false);
        return query;
    }

    /**
     * What is asked of the search.
     *
     * @param evident keys of duties with evidence of fulfilment
     */
    public DutyRequest request(Set<String> evident, int size, boolean isOpenOnly, boolean hasFacets) {
        YearMonth month = month();
        LocalDate from = parameters.day("from");
        LocalDate until = parameters.day("to");
        if (month != null) {
            from = from == null || from.isBefore(month.atDay(1)) ? month.atDay(1) : from;
            until = until == null || until.isAfter(month.atEndOfMonth()) ? month.atEndOfMonth() : until;
        }
        return DutyRequest.of(size)
                .units(parameters.all("unit"))
                .role(choice("role", Role.ANY, Role.values()))
                .due(from, until)
                .categories(parameters.all("category"))
                .themes(parameters.all("theme"))
                .document(document())
                .validities(validities())
                .registered(registered(), evident)
                .order(choice("sort", Order.EARLIEST, Order.values()))
                .after(after())
                .openOnly(isOpenOnly)
                .facets(hasFacets)
                .build();
    }

    public boolean asksForStatus() {
        return registered() != null;
    }

    /** The same from the beginning, with another choice. */
    DutyQuery with(String name, List<String> values) {
        return new DutyQuery(parameters.with("after", List.of()).with(name, values));
    }

    DutyQuery toggled(String name, String value) {
        ListParameters start = parameters.with("after", List.of());
        return new DutyQuery(start.all(name).contains(value) ? start.minus(name, value) : start.plus(name, value));
    }

    DutyQuery behind(@Nullable DutyCursor cursor) {
        return new DutyQuery(parameters.with("after", cursor == null ? List.of() : List.of(cursor.toString())));
    }

    String address(String suffix) {
        return parameters.address("/duties" + suffix);
    }

    /** Whether it is the whole list from its beginning. */
    boolean isPlain() {
        return parameters.values().isEmpty();
    }

    private @Nullable YearMonth month() {
        String month = parameters.first("month");
        try {
            return month == null ? null : YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw Refusal.badRequest("month", String.valueOf(month));
        }
    }

    private @Nullable String document() {
        String document = parameters.first("document");
        if (document != null && !Uid.isUid(document)) {
            throw Refusal.badRequest("duties.document", document);
        }
        return document;
    }

    private List<String> validities() {
        for (String status : parameters.all("validity")) {
            if (!Validity.STATUSES.contains(status)) {
                throw Refusal.badRequest("validity", status, String.join("、", Validity.STATUSES));
            }
        }
        return parameters.all("validity");
    }

    private @Nullable Boolean registered() {
        String status = parameters.first("status");
        if (status == null) {
            return null;
        }
        return switch (status) {
            case "registered" -> true;
            case "unregistered" -> false;
            default -> throw Refusal.badRequest("duties.choice", status, "registered, unregistered");
        };
    }

    private <E extends Enum<E>> E choice(String name, E usual, E[] all) {
        String value = parameters.first(name);
        if (value == null) {
            return usual;
        }
        for (E each : all) {
            if (name(each).equals(value)) {
                return each;
            }
        }
        throw Refusal.badRequest(
                "duties.choice",
                value,
                String.join(
                        ", ", java.util.Arrays.stream(all).map(DutyQuery::name).toList()));
    }

    static String name(Enum<?> choice) {
        return choice.name().toLowerCase(java.util.Locale.ROOT);
    }

    private @Nullable DutyCursor after() {
        String after = parameters.first("after");
        try {
            return after == null ? null : DutyCursor.parse(after);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("cursor", String.valueOf(after));
        }
    }
}
