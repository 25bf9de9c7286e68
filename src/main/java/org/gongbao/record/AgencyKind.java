package org.gongbao.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of agency (机关类别) that divisions have, such as the bureau of finance, as it is called on some levels.
 *
 * @param id the second half of its agencies' identifiers
 * @param levels letters of {@link DivisionLevel}
 * @param names what follows the division's name, or with {@code ~} in the division's place; the first is the full name
 * @param successors ids of the kinds that took its place
 */
record AgencyKind(
        String id,
        String levels,
        List<String> names,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        List<String> successors) {

    boolean isAt(DivisionLevel level) {
        return levels.indexOf(level.letter()) >= 0;
    }

    String fullName(Division division) {
        return withPlace(names.get(0)).replace("~", division.name());
    }

    static String withPlace(String name) {
        return name.contains("~") ? name : "~" + name;
    }
}
