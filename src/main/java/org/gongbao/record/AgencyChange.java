package org.gongbao.record;

import java.util.List;

/**
 * An agency that came to an end or was renamed (机构沿革).
 *
 * @param before the name that ended, and the day, month or year on which it did
 * @param successors identifiers of the agencies that took its place; its own where it was renamed
 * @param after what they were called then; one whose name of that time is not known is not among them
 */
public record AgencyChange(AgencyName before, List<String> successors, List<AgencyName> after) {
    public AgencyChange {
        successors = List.copyOf(successors);
        after = List.copyOf(after);
    }

    public boolean concerns(String id) {
        return before.id().equals(id) || successors.contains(id);
    }
}
