package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongbao.linkeddata.RegisterGraphs.Change;
import org.gongbao.recognition.ProfileTable;
import org.gongbao.system.GongbaoSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Which agencies took the place of which, and which were renamed (机构沿革), by the dated names of {@code ingest/agencies/names.tsv}. The
 * kinds of {@code kinds.tsv} have successors too, but not the days of each place, and so tell nothing here.
 */
@Component
class AgencyChanges {

    /** A dated name; its columns are those of the file. */
    private record Dated(String id, String name, String since, String until, List<String> successors) {

        static Dated of(List<String> row) {
            return new Dated(
                    row.get(0),
                    first(cell(row, 1)),
                    cell(row, 3),
                    cell(row, 4),
                    ProfileTable.alternatives(cell(row, 5)));
        }

        private static String cell(List<String> row, int column) {
            return column < row.size() ? row.get(column).strip() : "";
        }

        private static String first(String names) {
            return names.split("\\|", 2)[0].strip();
        }
    }

    /** What came to an end on a day, and what took its place. */
    private record Ended(Dated before, List<Dated> after) {

        boolean concerns(String id) {
            return before.id().equals(id)
                    || after.stream().anyMatch(name -> name.id().equals(id));
        }
    }

    private final List<Ended> all;

    @Autowired
    AgencyChanges(GongbaoSettings settings) {
        this(ProfileTable.load("agencies", "names.tsv", settings.profiles()).rows());
    }

    /** @param rows identifier, names, short names, from, until, successors */
    AgencyChanges(List<List<String>> rows) {
        Map<String, List<Dated>> byId = new LinkedHashMap<>();
        rows.stream()
                .map(Dated::of)
                .forEach(name ->
                        byId.computeIfAbsent(name.id(), id -> new ArrayList<>()).add(name));
        this.all = byId.values().stream()
                .flatMap(List::stream)
                .filter(name -> !name.until().isEmpty())
                .map(name -> new Ended(name, after(name, byId)))
                .filter(ended -> !ended.after().isEmpty())
                .toList();
    }

    /** The successors, each by the name that it bore then; without any, the next name of the same body. */
    private static List<Dated> after(Dated ended, Map<String, List<Dated>> byId) {
        List<String> ids = ended.successors().isEmpty() ? List.of(ended.id()) : ended.successors();
        return ids.stream()
                .map(id -> named(byId.getOrDefault(id, List.of()), ended.until(), id.equals(ended.id())))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Dated named(List<Dated> names, String on, boolean isSame) {
        return names.stream()
                .filter(name -> name.since().equals(on))
                .findFirst()
                .or(() -> isSame ? Optional.empty() : names.stream().findFirst())
                .orElse(null);
    }

    /**
     * The changes of an agency, the oldest first.
     *
     * @param hasPage whether an identifier has a page here; others are only named in words
     */
    List<Change> of(String id, Predicate<String> hasPage) {
        return all.stream()
                .filter(ended -> ended.concerns(id))
                .sorted(Comparator.comparing(ended -> ended.before().until()))
                .map(ended -> change(ended, id, hasPage))
                .toList();
    }

    private static Change change(Ended ended, String id, Predicate<String> hasPage) {
        Dated before = ended.before();
        boolean isHome = before.id().equals(id) || hasPage.test(before.id());
        String name = "change-" + before.until() + (isHome ? "" : "-" + before.id());
        return new Change(
                isHome ? before.id() : id,
                name,
                before.until(),
                isHome ? List.of(before.id()) : List.of(),
                ended.after().stream()
                        .map(Dated::id)
                        .filter(after -> after.equals(id) || hasPage.test(after))
                        .toList(),
                before.name() + " → " + ended.after().stream().map(Dated::name).collect(Collectors.joining("、")));
    }
}
