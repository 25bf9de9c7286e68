package org.gongbao.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of agencies (机关类别) by what their names say beside the division's name. Immutable. */
final class AgencyKinds {

    private static final List<String> GOVERNMENT = List.of("~人民政府", "~政府");

    private final Map<String, List<AgencyKind>> byName = new HashMap<>();
    private final Map<String, List<AgencyKind>> byId = new HashMap<>();
    private final Set<String> prefixes = new LinkedHashSet<>();

    /** @param rows kind, levels, names, from, until, successors */
    AgencyKinds(List<List<String>> rows) {
        prefixes.add("");
        prefixes.add("中共");
        for (List<String> row : rows) {
            AgencyKind kind = new AgencyKind(
                    row.get(0),
                    row.get(1),
                    Rows.alternatives(row, 2),
                    Rows.date(row, 3),
                    Rows.date(row, 4),
                    Rows.alternatives(row, 5));
            byId.computeIfAbsent(kind.id(), id -> new ArrayList<>()).add(kind);
            for (String name : kind.names()) {
                String whole = AgencyKind.withPlace(name);
                byName.computeIfAbsent(NameKey.of(whole), key -> new ArrayList<>())
                        .add(kind);
                String before = whole.substring(0, whole.indexOf('~'));
                prefixes.add(before);
            }
        }
    }

    /** What may stand before the division's name: nothing, 中共, 国家税务总局 … */
    Set<String> prefixes() {
        return prefixes;
    }

    /**
     * The one kind of the name on the level.
     *
     * @param name with {@code ~} in the division's place
     */
    Optional<AgencyKind> named(String name, DivisionLevel level, @Nullable LocalDate day) {
        return exactly(name, level, day)
                .or(() -> name.startsWith("中共~")
                        ? exactly(name.substring(2), level, day)
                        : ofGovernment(name, level, day));
    }

    /** {@code ~人民政府国有资产监督管理委员会}: an agency may say whose it is. */
    private Optional<AgencyKind> ofGovernment(String name, DivisionLevel level, @Nullable LocalDate day) {
        return GOVERNMENT.stream()
                .filter(start -> name.startsWith(start) && name.length() > start.length() + 2)
                .findFirst()
                .flatMap(start -> exactly("~" + name.substring(start.length()), level, day));
    }

    private Optional<AgencyKind> exactly(String name, DivisionLevel level, @Nullable LocalDate day) {
        List<AgencyKind> all = byName.getOrDefault(NameKey.of(name), List.of()).stream()
                .filter(kind -> kind.isAt(level))
                .toList();
        List<AgencyKind> current = all.stream()
                .filter(kind -> Division.isWithin(kind.since(), kind.until(), day))
                .toList();
        List<AgencyKind> kinds = current.isEmpty() ? all : current;
        return kinds.stream().map(AgencyKind::id).distinct().count() == 1
                ? Optional.of(kinds.get(0))
                : Optional.empty();
    }

    Optional<AgencyKind> of(String id, DivisionLevel level) {
        return byId.getOrDefault(id, List.of()).stream()
                .filter(kind -> kind.isAt(level))
                .findFirst();
    }
}
