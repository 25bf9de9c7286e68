package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongbao.record.Disclosure;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue entry (公开目录著录项): index number, disclosure, themes, summary. A blank label gives null. The mode may also
 * stand in a note below the signature ({@code （此件主动公开）}).
 */
final class CatalogueStep implements Step {

    private final DisclosureModes modes;

    CatalogueStep(Profiles profiles) {
        modes = new DisclosureModes(profiles);
    }

    @Override
    public void apply(Draft draft) {
        first(draft, "indexNumber").ifPresent(seen -> {
            String number = Blanks.remove(seen.value());
            draft.record().indexNumber(number);
            draft.claim("indexNumber", seen.withValue(number));
        });
        draft.record()
                .disclosure(new Disclosure(
                        mode(draft),
                        labelled(draft, "term", "disclosure.term"),
                        labelled(draft, "scope", "disclosure.scope"),
                        labelled(draft, "category", "disclosure.category"),
                        labelled(draft, "responsible", "disclosure.responsible")));
        first(draft, "themes").ifPresent(seen -> {
            List<String> themes = List.of(seen.value().split("[;；]\\s*"));
            draft.record().themes(themes);
            themes.forEach(theme -> draft.claim("themes", seen.withValue(theme)));
        });
        first(draft, "summary").filter(seen -> seen.value().length() > 8).ifPresent(seen -> {
            draft.record().summary(seen.value());
            draft.claim("summary", seen);
        });
    }

    private static Optional<Seen> first(Draft draft, String field) {
        return draft.header().value(field).or(() -> draft.sidecar().value(field));
    }

    private static @Nullable String labelled(Draft draft, String field, String claim) {
        Optional<Seen> seen = draft.header().value(field);
        seen.ifPresent(value -> draft.claim(claim, value));
        return seen.map(Seen::value).orElse(null);
    }

    /** A mode that keeps the document back counts wherever it is said; 主动公开 only where nothing else is. */
    private @Nullable String mode(Draft draft) {
        Stream<Seen> header = draft.header().value("mode").stream();
        Stream<Seen> outside = draft.sidecar().value("mode").stream();
        List<Seen> said = Stream.of(header, notes(draft).stream(), outside)
                .flatMap(all -> all)
                .flatMap(seen -> modes.stated(seen.value()).map(seen::withValue).stream())
                .toList();
        said.stream().filter(seen -> !modes.isKnown(seen.value())).forEach(seen -> report(draft, seen));
        Optional<Seen> mode = said.stream()
                .filter(seen -> !seen.value().equals(Disclosure.PROACTIVE))
                .findFirst()
                .or(() -> said.stream().findFirst());
        mode.ifPresent(seen -> draft.claim("disclosure.mode", seen));
        return mode.map(Seen::value).orElse(null);
    }

    private void report(Draft draft, Seen seen) {
        draft.finding(
                Finding.info(
                        "disclosure.unknown-mode",
                        "\"" + seen.value() + "\" is no mode of disclosure, expected one of " + modes.known()),
                seen);
    }

    private List<Seen> notes(Draft draft) {
        List<Seen> notes = new ArrayList<>();
        for (Segment line : draft.flow().segments()) {
            if (!line.isCell()) {
                modes.noted(line.text()).map(mode -> seen(line, mode)).ifPresent(notes::add);
            }
        }
        return notes;
    }

    private static Seen seen(Segment line, String mode) {
        int at = line.text().indexOf(mode);
        return at < 0
                ? Seen.whole(line, mode, "disclosure.note/1")
                : Seen.at(line, at, at + mode.length(), mode, "disclosure.note/1");
    }
}
