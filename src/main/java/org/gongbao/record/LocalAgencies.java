package org.gongbao.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads names of local agencies (地方机关) as a division and a kind: 云州市财政局, 市财政局 in a document of Yunzhou,
 * 国家税务总局云州市税务局.
 */
final class LocalAgencies {

    /** The level by which a document calls its own division or one above it: 市, 我市, 全省. */
    private static final Pattern LEVEL = Pattern.compile("[全我本]?(自治区|省|市|县|区|州|盟|旗)");

    /** A kind without a division needs so many characters: 财政局, not 委. */
    private static final int BARE_KIND = 3;

    private final Divisions divisions;
    private final AgencyKinds kinds;

    LocalAgencies(Divisions divisions, AgencyKinds kinds) {
        this.divisions = divisions;
        this.kinds = kinds;
    }

    /**
     * @param kind null for the division itself
     * @param words the name with {@code ~} in the division's place
     */
    record Found(Division division, @Nullable AgencyKind kind, String words) {}

    private record Place(Division division, int end) {}

    Optional<Found> find(String name, @Nullable String context, @Nullable LocalDate day) {
        for (String prefix : kinds.prefixes()) {
            if (name.startsWith(prefix)) {
                Optional<Found> found = behind(prefix, name.substring(prefix.length()), context, day);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return bare(name, context, day);
    }

    private Optional<Found> behind(String prefix, String rest, @Nullable String context, @Nullable LocalDate day) {
        List<Place> places = places(rest, context, null, day);
        Matcher level = LEVEL.matcher(rest);
        if (level.lookingAt()) {
            divisions
                    .called(level.group(1), context, day)
                    .ifPresent(division -> places.add(new Place(division, level.end())));
        }
        for (Place place : places) {
            String words = prefix + "~" + rest.substring(place.end());
            Optional<AgencyKind> kind = kinds.named(words, place.division().level(), day);
            if (kind.isPresent()) {
                return Optional.of(new Found(place.division(), kind.get(), words));
            }
        }
        return places.stream()
                .filter(place -> prefix.isEmpty() && place.end() == rest.length())
                .filter(place -> rest.length() > 1)
                .findFirst()
                .map(place -> new Found(place.division(), null, "~"));
    }

    /** The divisions that the text begins with, the innermost and longest first: 江海省云州市青石县 is three. */
    private List<Place> places(
            String text, @Nullable String context, @Nullable String within, @Nullable LocalDate day) {
        List<Place> places = new ArrayList<>();
        for (int end = Math.min(divisions.longestName(), text.length()); end > 1; end--) {
            Optional<Division> division = divisions.named(text.substring(0, end), context, within, day);
            if (division.isPresent()) {
                int length = end;
                places(text.substring(end), context, division.get().code(), day)
                        .forEach(inner -> places.add(new Place(inner.division(), length + inner.end())));
                places.add(new Place(division.get(), end));
            }
        }
        return places;
    }

    /** An agency of the document's own division that leaves the division out. */
    private Optional<Found> bare(String name, @Nullable String context, @Nullable LocalDate day) {
        return name.length() < BARE_KIND
                ? Optional.empty()
                : divisions
                        .at(context, day)
                        .filter(division -> division.level() != DivisionLevel.NATION)
                        .flatMap(division -> kinds.named("~" + name, division.level(), day)
                                .map(kind -> new Found(division, kind, "~" + name)));
    }

    /** The innermost division that the text begins with by a full name. */
    Optional<Division> placeAtStart(String text, @Nullable LocalDate day) {
        return places(text, null, null, day).stream()
                .filter(place -> text.startsWith(
                        place.division().name(),
                        place.end() - place.division().name().length()))
                .map(Place::division)
                .findFirst();
    }
}
