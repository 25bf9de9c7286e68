package org.gongbao.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The administrative divisions (行政区划) by code and by name, with their histories. Immutable; each look-up is one of a map. */
final class Divisions {

    /** A generic name (东区, 城区, 郊区) says nothing outside its own prefecture. */
    private static final int GENERIC = 2;

    private final Map<String, List<Division>> byCode = new HashMap<>();
    private final Map<String, List<Division>> byName = new HashMap<>();
    private final Map<String, List<Division>> byProvince = new HashMap<>();
    private final @Nullable LocalDate beginning;
    private int longest;

    /**
     * @param rows code, name, from, until
     * @param shortNames code, short names
     */
    Divisions(List<List<String>> rows, List<List<String>> shortNames) {
        for (List<String> row : rows) {
            Division division = new Division(row.get(0), row.get(1), Rows.date(row, 2), Rows.date(row, 3));
            byCode.computeIfAbsent(division.code(), code -> new ArrayList<>()).add(division);
            byProvince
                    .computeIfAbsent(division.code().substring(0, 2), code -> new ArrayList<>())
                    .add(division);
            name(division.name(), division);
            if (division.level() != DivisionLevel.COUNTY && division.name().matches(".{2,}[省市]")) {
                name(division.name().substring(0, division.name().length() - 1), division);
            }
        }
        for (List<String> row : shortNames) {
            for (String name : Rows.alternatives(row, 1)) {
                byCode.getOrDefault(row.get(0), List.of()).forEach(division -> name(name, division));
            }
        }
        beginning = byCode.getOrDefault(Division.NATION, List.of()).stream()
                .findFirst()
                .map(Division::since)
                .orElse(null);
    }

    private void name(String name, Division division) {
        byName.computeIfAbsent(name, each -> new ArrayList<>()).add(division);
        longest = Math.max(longest, name.length());
    }

    /** The division as it was on the day, else as it is or was last. */
    Optional<Division> at(@Nullable String code, @Nullable LocalDate day) {
        List<Division> names = code == null ? List.of() : byCode.getOrDefault(code, List.of());
        return names.stream()
                .filter(division -> division.isCurrent(day))
                .findFirst()
                .or(() -> names.isEmpty() ? Optional.empty() : Optional.of(names.get(names.size() - 1)));
    }

    List<Division> history(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    int longestName() {
        return longest;
    }

    /**
     * The one division of the name: by the day, and where several places have it, the one nearest to the context.
     *
     * @param context code of the document's division, null where it is not known
     * @param within code of the division that it must lie in, null for anywhere
     */
    Optional<Division> named(String name, @Nullable String context, @Nullable String within, @Nullable LocalDate day) {
        List<Division> all = byName.getOrDefault(name, List.of()).stream()
                .filter(division -> within == null || Division.isIn(division.code(), within))
                .toList();
        List<Division> current =
                all.stream().filter(division -> division.isCurrent(day)).toList();
        List<Division> candidates = current.isEmpty() ? all : current;
        String near = context != null ? context : within;
        for (String region : near == null ? List.<String>of() : List.of(near.substring(0, 4), near.substring(0, 2))) {
            List<Division> close = candidates.stream()
                    .filter(division -> division.code().startsWith(region))
                    .toList();
            if (!close.isEmpty()) {
                return only(close);
            }
        }
        boolean generic = name.length() <= GENERIC && within == null;
        return only(candidates).filter(division -> !generic || division.level() != DivisionLevel.COUNTY);
    }

    private static Optional<Division> only(List<Division> candidates) {
        return candidates.stream().map(Division::code).distinct().count() == 1
                ? Optional.of(candidates.get(candidates.size() - 1))
                : Optional.empty();
    }

    /** The division called by its bare level (省, 市, 县 …) in a document of the context: itself or one that it lies in. */
    Optional<Division> called(String word, @Nullable String context, @Nullable LocalDate day) {
        if (word.equals("自治区") || word.equals("省")) {
            return province(context, day).filter(division -> division.name().endsWith(word));
        }
        Optional<Division> own = at(context, day);
        if (word.equals("区") && own.isPresent() && own.get().level() != DivisionLevel.COUNTY) {
            return own.filter(division -> division.name().endsWith(word));
        }
        return own.filter(division -> division.name().endsWith(word))
                .or(() -> prefecture(context, day)
                        .filter(division -> division.name().endsWith(word)))
                .or(() -> province(context, day)
                        .filter(division -> division.name().endsWith(word)));
    }

    /** The division of the level that the context is or lies in. */
    Optional<Division> of(DivisionLevel level, @Nullable String context, @Nullable LocalDate day) {
        Optional<Division> found = switch (level) {
            case NATION -> at(Division.NATION, day);
            case PROVINCE, MUNICIPALITY -> province(context, day);
            case PREFECTURE -> prefecture(context, day);
            case COUNTY -> at(context, day);
        };
        return found.filter(division -> division.level() == level);
    }

    private Optional<Division> province(@Nullable String context, @Nullable LocalDate day) {
        return context == null ? Optional.empty() : at(context.substring(0, 2) + "0000", day);
    }

    private Optional<Division> prefecture(@Nullable String context, @Nullable LocalDate day) {
        return context == null || context.endsWith("0000") ? Optional.empty() : at(context.substring(0, 4) + "00", day);
    }

    /** The divisions of a level inside another one on the day; empty for a day before the lists begin. */
    List<Division> within(String code, DivisionLevel level, LocalDate day) {
        if (beginning == null || day.isBefore(beginning)) {
            return List.of();
        }
        List<Division> near = code.equals(Division.NATION)
                ? byProvince.values().stream().flatMap(List::stream).toList()
                : byProvince.getOrDefault(code.substring(0, 2), List.of());
        return near.stream()
                .filter(division -> Division.isIn(division.code(), code))
                .filter(division -> division.level() == level
                        || level.isProvincial() && division.level().isProvincial())
                .filter(division -> division.isCurrent(day))
                .sorted(java.util.Comparator.comparing(Division::code))
                .toList();
    }
}
