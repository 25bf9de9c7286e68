package org.gongbao.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collective units (集合机关): 各县（市、区）人民政府, 市直各部门. Their members are computed from the divisions of the document's day
 * where the file says how; who belongs to the others is never guessed.
 */
final class CollectiveUnits {

    private static final Pattern COLLECTIVE = Pattern.compile("[各乡街]|有关|相关|直属");

    /** Some of them only, and nobody says which. */
    private static final Pattern CONCERNED = Pattern.compile("有关|相关");

    /** {@code 各县市}: of the counties' level only those that are so called. */
    private static final Pattern COUNTY_WORDS = Pattern.compile("各([县市区旗州自治盟]+)");

    private static final Pattern KINDS_IN_BRACKETS = Pattern.compile("（[厅局委办室、，]+）");
    private static final Pattern MARKS = Pattern.compile("[（）、，/／·及]");
    private static final String KIND = "kind";
    private static final String WHOSE = "whose";

    private final Divisions divisions;
    private final AgencyKinds kinds;
    private final List<Rule> rules;

    /** @param rows group, whose, names, members */
    CollectiveUnits(List<List<String>> rows, Divisions divisions, AgencyKinds kinds) {
        this.divisions = divisions;
        this.kinds = kinds;
        rules = rows.stream()
                .map(row -> new Rule(row.get(0), row.get(1), Pattern.compile(row.get(2)), Rows.text(row, 3)))
                .toList();
    }

    private record Rule(String id, String whose, Pattern names, String members) {

        /** {@code kind} stands for the kind that the name gives. */
        boolean namesKind() {
            return names.pattern().contains("(?<" + KIND + ">");
        }

        List<DivisionLevel> levels() {
            List<DivisionLevel> levels = new ArrayList<>();
            for (String level : members.split("[: ]")[0].split(",")) {
                levels.add(
                        level.isEmpty()
                                ? DivisionLevel.PROVINCE
                                : DivisionLevel.valueOf(level.toUpperCase(Locale.ROOT)));
            }
            return levels;
        }

        String membersKind() {
            Matcher kind = Pattern.compile(":(\\S+)").matcher(members);
            return kind.find() ? kind.group(1) : "";
        }
    }

    /** The collective unit of the name; empty where it is none, or where it is not known whose. */
    Optional<AgencyReference> find(String name, @Nullable String context, @Nullable LocalDate day) {
        if (!COLLECTIVE.matcher(name).find()) {
            return Optional.empty();
        }
        String plain =
                MARKS.matcher(KINDS_IN_BRACKETS.matcher(name).replaceAll("")).replaceAll("");
        for (Rule rule : rules) {
            Matcher matcher = rule.names().matcher(plain);
            Optional<AgencyReference> found = matcher.matches()
                    ? whose(rule, matcher, context, day).flatMap(division -> group(rule, matcher, division, name, day))
                    : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Division> whose(Rule rule, Matcher matcher, @Nullable String context, @Nullable LocalDate day) {
        return switch (rule.whose()) {
            case "own" -> divisions.at(context, day);
            case "called" -> divisions.called(matcher.group(WHOSE), context, day);
            default -> divisions.of(DivisionLevel.valueOf(rule.whose().toUpperCase(Locale.ROOT)), context, day);
        };
    }

    private Optional<AgencyReference> group(
            Rule rule, Matcher matcher, Division division, String name, @Nullable LocalDate day) {
        String kind = rule.membersKind();
        String id = rule.id();
        if (rule.namesKind()) {
            Optional<AgencyKind> named = kind(matcher.group(KIND), rule.levels(), day);
            if (named.isEmpty()) {
                return Optional.empty();
            }
            kind = named.get().id();
            id = id.replace(KIND, kind);
        }
        boolean some = CONCERNED.matcher(name).find();
        List<String> members = day == null || some || rule.members().isEmpty()
                ? List.of()
                : members(rule, kind, division, matcher.group(), day);
        return Optional.of(new AgencyReference(
                name,
                division.code() + "-" + id + (some ? "-concerned" : ""),
                "group",
                division.code(),
                null,
                List.of(),
                null,
                null,
                List.of(),
                new AgencyGroup(day, members)));
    }

    private Optional<AgencyKind> kind(String name, List<DivisionLevel> levels, @Nullable LocalDate day) {
        return levels.stream()
                .flatMap(level -> kinds.named("~" + name, level, day).stream())
                .findFirst();
    }

    private List<String> members(Rule rule, String kind, Division division, String plain, LocalDate day) {
        Matcher words = COUNTY_WORDS.matcher(plain);
        String endings = words.lookingAt() ? words.group(1) : "";
        Set<String> codes = new TreeSet<>();
        for (DivisionLevel level : rule.levels()) {
            divisions.within(division.code(), level, day).stream()
                    .filter(each -> level != DivisionLevel.COUNTY
                            || endings.indexOf(each.name().charAt(each.name().length() - 1)) >= 0)
                    .forEach(each -> codes.add(each.code()));
        }
        for (String term : rule.members().split(" ")) {
            if (term.startsWith("-")) {
                codes.remove(term.substring(1));
            } else if (term.startsWith("+")) {
                codes.add(term.substring(1));
            }
        }
        return codes.stream()
                .map(code -> kind.isEmpty() ? code : code + "-" + kind)
                .toList();
    }
}
