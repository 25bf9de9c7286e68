package org.gongbao.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The authority file of agencies (机关名称规范档): which agency a name means in a document of some place and day. It is read from
 * the tables of {@code ingest/agencies}. Immutable, for use by several threads; a look-up costs a few maps, however many
 * divisions there are.
 */
public final class AgencyAuthority {

    /** {@code 市编办（市审改办）}: a body and its other name. */
    private static final Pattern TWO_NAMES = Pattern.compile("(?<first>[^（）]{2,})（(?<other>[^（）]{2,})）");

    private static final List<String> OFFICES = List.of("办公厅", "办公室");
    private static final String DIVISION = "division";

    private final Divisions divisions;
    private final AgencyKinds kinds;
    private final AgencyNames names;
    private final CollectiveUnits groups;
    private final LocalAgencies local;

    /**
     * The tables of the file, each as rows of columns.
     *
     * @param divisions code, name, from, until
     * @param shortNames code, short names of the division
     * @param kinds kind, levels, names, from, until, successors
     * @param names identifier, names, short names, from, until, successors
     * @param groups group, whose, names, members
     */
    public record Tables(
            List<List<String>> divisions,
            List<List<String>> shortNames,
            List<List<String>> kinds,
            List<List<String>> names,
            List<List<String>> groups) {}

    public AgencyAuthority(Tables tables) {
        divisions = new Divisions(tables.divisions(), tables.shortNames());
        kinds = new AgencyKinds(tables.kinds());
        names = new AgencyNames(tables.names());
        groups = new CollectiveUnits(tables.groups(), divisions, kinds);
        local = new LocalAgencies(divisions, kinds);
    }

    /**
     * Which agency the name means.
     *
     * @param name in simplified characters
     * @param context code of the document's division, null where it is not known
     * @param day the document's date, null where it has none
     * @return without an identifier where that is not certain
     */
    public AgencyReference resolve(String name, @Nullable String context, @Nullable LocalDate day) {
        String tidy = tidy(name);
        return groups.find(tidy, context, day)
                .or(() -> single(tidy, context, day))
                .map(found -> found.named(name, found.otherNames()))
                .or(() -> twoNames(tidy, name, context, day))
                .or(() -> office(tidy, name, context, day))
                .orElseGet(() -> AgencyReference.unresolved(name));
    }

    private Optional<AgencyReference> twoNames(
            String tidy, String printed, @Nullable String context, @Nullable LocalDate day) {
        Matcher both = TWO_NAMES.matcher(tidy);
        if (!both.matches()) {
            return Optional.empty();
        }
        String other = both.group("other");
        return single(both.group("first"), context, day)
                .or(() -> single(other, context, day))
                .map(found -> found.named(printed, List.of(other)));
    }

    /** {@code 国家发展改革委办公厅} issues in its own name; which agency's office it is decides who it is. */
    private Optional<AgencyReference> office(
            String tidy, String printed, @Nullable String context, @Nullable LocalDate day) {
        return OFFICES.stream()
                .filter(tidy::endsWith)
                .flatMap(office -> single(tidy.substring(0, tidy.length() - office.length()), context, day)
                        .filter(whose -> whose.kind() != null && !whose.kind().equals(DIVISION))
                        .map(whose -> whose.office(printed, office))
                        .stream())
                .findFirst();
    }

    private Optional<AgencyReference> single(String name, @Nullable String context, @Nullable LocalDate day) {
        return names.named(name, context, day)
                .map(AgencyAuthority::reference)
                .or(() -> local.find(name, context, day).map(found -> reference(found, day)));
    }

    private static AgencyReference reference(AgencyName name) {
        String fullName = name.names().get(0);
        return new AgencyReference(
                fullName,
                name.id(),
                name.kind(),
                name.division(),
                fullName,
                List.of(),
                name.since(),
                name.until(),
                List.of(),
                null);
    }

    private AgencyReference reference(LocalAgencies.Found found, @Nullable LocalDate day) {
        Division division = found.division();
        AgencyKind kind = found.kind();
        if (kind == null) {
            return new AgencyReference(
                    division.name(),
                    division.code(),
                    DIVISION,
                    division.code(),
                    division.name(),
                    List.of(),
                    division.since(),
                    division.until(),
                    List.of(),
                    null);
        }
        String id = division.code() + "-" + kind.id();
        String fullName = kind.fullName(division, found.words());
        return names.of(id, day)
                .map(AgencyAuthority::reference)
                .orElseGet(() -> new AgencyReference(
                        fullName, id, kind.id(), division.code(), fullName, List.of(), null, null, List.of(), null));
    }

    /** The code of the division that the text, such as a title, begins with. */
    public Optional<String> divisionAtStart(String text, @Nullable LocalDate day) {
        return local.placeAtStart(tidy(text), day).map(Division::code);
    }

    /** Whether there is or was a division of the code. */
    public boolean isDivision(String code) {
        return !divisions.history(code).isEmpty();
    }

    private static String tidy(String name) {
        return name.replaceAll("\\s|\\u3000|\\u00a0", "").replace('(', '（').replace(')', '）');
    }
}
