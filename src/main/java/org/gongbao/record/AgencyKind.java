package org.gongbao.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of agency (机关类别) that divisions have, such as the bureau of finance, as it is called on some levels.
 *
 * @param id the second half of its agencies' identifiers
 * @param levels letters of {@link DivisionLevel}
 * @param names what follows the division's name, or with {@code ~} in the division's place; full names first
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

    /** The first name that the words shorten: 文广新局 keeps characters of 文化广电新闻出版局 in their order. */
    String fullName(Division division, String words) {
        return names.stream()
                .map(AgencyKind::withPlace)
                .filter(name -> shortens(words, name))
                .findFirst()
                .orElse(words)
                .replace("~", division.name());
    }

    private static boolean shortens(String words, String name) {
        int at = 0;
        for (int i = 0; i < name.length() && at < words.length(); i++) {
            at += name.charAt(i) == words.charAt(at) ? 1 : 0;
        }
        return at == words.length();
    }

    static String withPlace(String name) {
        return name.contains("~") ? name : "~" + name;
    }
}
