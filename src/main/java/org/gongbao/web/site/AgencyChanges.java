package org.gongbao.web.site;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongbao.linkeddata.RegisterGraphs.Change;
import org.gongbao.recognition.Profiles;
import org.gongbao.record.AgencyChange;
import org.gongbao.record.AgencyName;
import org.gongbao.record.AgencyNames;
import org.gongbao.system.GongbaoSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Which agencies took the place of which, and which were renamed (机构沿革), by the dated names of {@code ingest/agencies/names.tsv}. The
 * kinds of {@code kinds.tsv} have successors too, but not the days of each place, and so tell nothing here.
 */
@Component
class AgencyChanges {

    private final List<AgencyChange> all;

    @Autowired
    AgencyChanges(GongbaoSettings settings) {
        this(Profiles.agencyNames(settings.profiles()));
    }

    AgencyChanges(AgencyNames names) {
        this.all = names.changes();
    }

    /**
     * The changes of an agency, the oldest first.
     *
     * @param hasPage whether an identifier has a page here; others are only named in words
     */
    List<Change> of(String id, Predicate<String> hasPage) {
        return all.stream()
                .filter(change -> change.concerns(id))
                .sorted(Comparator.comparing(change -> change.before().ended()))
                .map(change -> change(change, id, hasPage))
                .toList();
    }

    private static Change change(AgencyChange change, String id, Predicate<String> hasPage) {
        AgencyName before = change.before();
        boolean isHome = before.id().equals(id) || hasPage.test(before.id());
        String name = "change-" + before.ended() + (isHome ? "" : "-" + before.id());
        return new Change(
                isHome ? before.id() : id,
                name,
                before.ended(),
                isHome ? List.of(before.id()) : List.of(),
                change.successors().stream()
                        .filter(after -> after.equals(id) || hasPage.test(after))
                        .toList(),
                words(change));
    }

    private static String words(AgencyChange change) {
        String before = fullName(change.before());
        return change.after().isEmpty()
                ? before
                : before + " → "
                        + change.after().stream().map(AgencyChanges::fullName).collect(Collectors.joining("、"));
    }

    private static String fullName(AgencyName name) {
        return name.names().get(0);
    }
}
