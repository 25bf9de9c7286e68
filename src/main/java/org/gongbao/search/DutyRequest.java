package org.gongbao.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which duties are wanted. Lists of chosen values are alternatives; what is empty or null is not asked.
 *
 * @param units identifiers of the authority file or names; a name means every agency that is called so
 * @param role whether those units come first
 * @param from the first day on which a deadline may lie
 * @param until the last one
 * @param document identifier of the only document, null for all
 * @param validities statuses of the document today
 * @param registered whether a duty is to be one of {@code evident}, null for either
 * @param evident the {@link Duty#key() keys} of duties with evidence of fulfilment
 * @param after the place behind which to go on, null for the beginning
 * @param size most duties to give
 * @param isOpenOnly only of documents whose whole text is open data
 * @param hasFacets whether to count by unit, category and theme
 */
public record DutyRequest(
        List<String> units,
        Role role,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<String> categories,
        List<String> themes,
        @Nullable String document,
        List<String> validities,
        @Nullable Boolean registered,
        Set<String> evident,
        Order order,
        @Nullable DutyCursor after,
        int size,
        boolean isOpenOnly,
        boolean hasFacets) {

    public DutyRequest {
        units = List.copyOf(units);
        categories = List.copyOf(categories);
        themes = List.copyOf(themes);
        validities = List.copyOf(validities);
        evident = Set.copyOf(evident);
    }

    /** Asks for all duties, as many at once. */
    public static DutyRequestBuilder of(int size) {
        return new DutyRequestBuilder(size);
    }

    /** The same from another place on. */
    public DutyRequest from(@Nullable DutyCursor cursor, int count) {
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
                cursor,
                count,
                isOpenOnly,
                hasFacets);
    }

    /** What a unit has to do with a duty. */
    public enum Role {
        ANY,
        /** It is named first (牵头). */
        LEAD,
        /** It is named behind the first (配合). */
        SUPPORT
    }

    /** By the first deadline; duties without one come last. */
    public enum Order {
        EARLIEST,
        LATEST
    }
}
