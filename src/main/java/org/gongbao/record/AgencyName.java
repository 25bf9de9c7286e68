package org.gongbao.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agency was called for a time (机关名称沿革).
 *
 * @param id identifier of the agency
 * @param names the full name first, then others that are as good anywhere
 * @param shortNames what it is called in documents of its own division only
 * @param until first day on which it was no longer so called
 * @param ended the same as it is known: a day, a month or a year; empty while it is so called
 * @param successors identifiers of the agencies that took its place
 */
public record AgencyName(
        String id,
        List<String> names,
        List<String> shortNames,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        String ended,
        List<String> successors) {

    public AgencyName {
        names = List.copyOf(names);
        shortNames = List.copyOf(shortNames);
        successors = List.copyOf(successors);
    }

    String division() {
        return id.substring(0, Division.NATION.length());
    }

    String kind() {
        return id.substring(Division.NATION.length() + 1);
    }
}
