package org.gongbao.recognition;

import java.util.List;
import java.util.Optional;
import org.gongbao.record.Disclosure;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue entry (公开目录著录项): index number, disclosure, themes, summary. A blank label gives null. The mode may also
 * stand in a note below the signature ({@code （此件主动公开）}).
 */
final class CatalogueStep implements Step {

    private final List<String> modes;
    private final LineKinds kinds;

    CatalogueStep(Profiles profiles, LineKinds kinds) {
        modes = profiles.disclosure().words("mode");
        this.kinds = kinds;
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

    private @Nullable String mode(Draft draft) {
        Optional<Seen> stated = draft.header().value("mode");
        if (stated.isPresent() && !modes.contains(stated.get().value())) {
            draft.finding(
                    Finding.info(
                            "disclosure.unknown-mode",
                            "\"" + stated.get().value() + "\" is no mode of disclosure, expected one of " + modes),
                    stated.get());
        }
        Optional<Seen> mode =
                stated.filter(seen -> modes.contains(seen.value())).or(() -> note(draft));
        mode.ifPresent(seen -> draft.claim("disclosure.mode", seen));
        return mode.map(Seen::value).orElse(null);
    }

    private Optional<Seen> note(Draft draft) {
        for (Segment line : draft.flow().segments()) {
            if (!kinds.isAnnotation(line.text())) {
                continue;
            }
            for (String mode : modes) {
                int at = line.text().indexOf(mode);
                if (at >= 0) {
                    return Optional.of(Seen.at(line, at, at + mode.length(), mode, "disclosure.note/1"));
                }
            }
        }
        return Optional.empty();
    }
}
