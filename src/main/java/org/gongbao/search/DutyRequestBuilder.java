package org.gongbao.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gongbao.search.DutyRequest.Order;
import org.gongbao.search.DutyRequest.Role;
import org.jspecify.annotations.Nullable;

/** Asks for all duties, the earliest deadline first, until it is told what is not wanted; not for use by several threads. */
public final class DutyRequestBuilder {

    private final int size;
    private List<String> units = List.of();
    private Role role = Role.ANY;
    private @Nullable LocalDate from;
    private @Nullable LocalDate until;
    private List<String> categories = List.of();
    private List<String> themes = List.of();
    private @Nullable String document;
    private List<String> validities = List.of();
    private @Nullable Boolean registered;
    private Set<String> evident = Set.of();
    private Order order = Order.EARLIEST;
    private @Nullable DutyCursor after;
    private boolean isOpenOnly;
    private boolean hasFacets;

    DutyRequestBuilder(int size) {
        this.size = size;
    }

    public DutyRequestBuilder units(List<String> names) {
        this.units = names;
        return this;
    }

    public DutyRequestBuilder role(Role wanted) {
        this.role = wanted;
        return this;
    }

    /** With a deadline in these days; null for no bound. */
    public DutyRequestBuilder due(@Nullable LocalDate first, @Nullable LocalDate last) {
        this.from = first;
        this.until = last;
        return this;
    }

    public DutyRequestBuilder categories(List<String> wanted) {
        this.categories = wanted;
        return this;
    }

    public DutyRequestBuilder themes(List<String> wanted) {
        this.themes = wanted;
        return this;
    }

    /** Of this document alone; null for all. */
    public DutyRequestBuilder document(@Nullable String uid) {
        this.document = uid;
        return this;
    }

    public DutyRequestBuilder validities(List<String> statuses) {
        this.validities = statuses;
        return this;
    }

    /** With evidence, or without any; null for either. */
    public DutyRequestBuilder registered(@Nullable Boolean wanted, Set<String> keys) {
        this.registered = wanted;
        this.evident = keys;
        return this;
    }

    public DutyRequestBuilder order(Order wanted) {
        this.order = wanted;
        return this;
    }

    public DutyRequestBuilder after(@Nullable DutyCursor place) {
        this.after = place;
        return this;
    }

    public DutyRequestBuilder openOnly(boolean wanted) {
        this.isOpenOnly = wanted;
        return this;
    }

    public DutyRequestBuilder facets(boolean wanted) {
        this.hasFacets = wanted;
        return this;
    }

    public DutyRequest build() {
        return new DutyRequest(
                units,
                role,
                from,
                until,
                categories,
                themes,
                document,
                validities,
                registered,
                evident,
                order,
                after,
                size,
                isOpenOnly,
                hasFacets);
    }
}
