package org.gongbao.web.site;

import java.util.List;
import org.gongbao.search.AgencyCounts.Name;
import org.gongbao.search.SearchResult.Hit;
import org.jspecify.annotations.Nullable;

/**
 * The page of an agency (机关), ready to be shown.
 *
 * @param id identifier in the authority file; null for an issuer of whom it is not known which agency it is
 * @param place code of its division
 * @param names its names with their times, the one under which it issued most first
 * @param alike agencies that an issuer without identifier may be
 * @param all the search of everything that it issued
 */
record OrgView(
        @Nullable String id,
        String title,
        @Nullable String place,
        List<Name> names,
        List<Name> alike,
        long documents,
        List<Hit> newest,
        String all,
        Duties duties,
        FollowLinks follow,
        BarChart years,
        BarChart kinds) {

    /**
     * The duties of the agency with the latest deadlines.
     *
     * @param total how many it has
     * @param isKnown whether it is known here what was registered as fulfilled
     * @param all the list of all of them
     * @param calendar the same as a calendar
     */
    record Duties(long total, List<DutyView.Row> rows, boolean isKnown, String all, String calendar) {}

    /** Other ways in which documents write its names. */
    public List<String> printed() {
        return names.stream()
                .map(Name::printed)
                .filter(printed -> names.stream().noneMatch(name -> name.title().equals(printed)))
                .distinct()
                .toList();
    }
}
