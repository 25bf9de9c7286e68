package org.gongbao.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Agencies that are known by name (机关名称沿革): the State Council's, and the dated names of local ones. Immutable. */
public final class AgencyNames {

    private final Map<String, List<AgencyName>> byName = new HashMap<>();
    private final Map<String, List<AgencyName>> byShortName = new HashMap<>();
    private final Map<String, List<AgencyName>> byId = new LinkedHashMap<>();

    /** @param rows identifier, names, short names, from, until, successors */
    public AgencyNames(List<List<String>> rows) {
        for (List<String> row : rows) {
            AgencyName name = new AgencyName(
                    row.get(0),
                    Rows.alternatives(row, 1),
                    Rows.alternatives(row, 2),
                    Rows.date(row, 3),
                    Rows.date(row, 4),
                    Rows.text(row, 4),
                    Rows.alternatives(row, 5));
            add(byId, name.id(), name);
            name.names().forEach(each -> add(byName, NameKey.of(each), name));
            name.shortNames().forEach(each -> add(byShortName, NameKey.of(each), name));
        }
    }

    private static void add(Map<String, List<AgencyName>> map, String key, AgencyName name) {
        map.computeIfAbsent(key, each -> new ArrayList<>()).add(name);
    }

    /** The one agency of the name; a short name counts in documents of the agency's own division only. */
    Optional<AgencyName> named(String name, @Nullable String context, @Nullable LocalDate day) {
        return best(byName.getOrDefault(NameKey.of(name), List.of()), day)
                .or(() -> best(
                        byShortName.getOrDefault(NameKey.of(name), List.of()).stream()
                                .filter(each -> each.division().equals(context))
                                .toList(),
                        day));
    }

    /** A name outlives its body in documents; where one body has it, the day does not matter. */
    private static Optional<AgencyName> best(List<AgencyName> all, @Nullable LocalDate day) {
        List<AgencyName> current = all.stream()
                .filter(name -> Division.isWithin(name.since(), name.until(), day))
                .toList();
        List<AgencyName> names = current.isEmpty() ? all : current;
        return names.stream().map(AgencyName::id).distinct().count() == 1
                ? Optional.of(names.get(names.size() - 1))
                : Optional.empty();
    }

    /** What the agency was called on the day. */
    Optional<AgencyName> of(String id, @Nullable LocalDate day) {
        return byId.getOrDefault(id, List.of()).stream()
                .filter(name -> Division.isWithin(name.since(), name.until(), day))
                .findFirst();
    }

    /** Which agencies took the place of which, and which were renamed. */
    public List<AgencyChange> changes() {
        return byId.values().stream()
                .flatMap(List::stream)
                .filter(name -> name.until() != null)
                .map(this::change)
                .filter(change -> !change.successors().isEmpty())
                .toList();
    }

    /** Where only the month is known, what came may have come on any day of it; at its end it was there. */
    private AgencyChange change(AgencyName before) {
        LocalDate day = Rows.lastDay(before.ended());
        List<String> ids = before.successors();
        if (ids.isEmpty()) {
            ids = of(before.id(), day).map(AgencyName::id).stream().toList();
        }
        return new AgencyChange(
                before, ids, ids.stream().flatMap(id -> of(id, day).stream()).toList());
    }
}
