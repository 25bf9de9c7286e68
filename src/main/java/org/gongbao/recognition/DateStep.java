package org.gongbao.recognition;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.ChineseDate;
import org.gongbao.record.Finding;

/**
 * The dates (成文日期, 发布日期, 生成日期): the signature first, the header second, a note of adoption third, the sidecar last.
 * A date that lost its 年月日 is settled by {@link LostDates}.
 */
final class DateStep implements Step {

    /** {@code （1998年6月26日第九届…会议通过）} below the title: the day of adoption is the date of the document. */
    private static final Pattern ADOPTED = Pattern.compile("^[（(]?[^（(]{0,120}?(?:通过|批准|公布|发布|印发|审议通过).*");

    @Override
    public void apply(Draft draft) {
        Optional<Seen> generated = headerDate(draft, "generatedOn");
        generated.ifPresent(seen -> {
            draft.record().generatedOn(LocalDate.parse(seen.value()));
            draft.claim("generatedOn", seen);
        });
        Optional<Seen> stated = headerDate(draft, "issuedOn");
        Optional<Seen> signed = signed(draft, stated.or(() -> generated));
        Optional<Seen> issued = signed.or(() -> stated)
                .or(() -> adopted(draft))
                .or(() -> draft.sidecar().value("issuedOn"));
        issued.ifPresent(seen -> {
            draft.issuedOn(LocalDate.parse(seen.value()));
            draft.claim("issuedOn", seen);
        });
        signed.ifPresent(
                seen -> compare(draft, seen, stated.or(() -> draft.sidecar().value("issuedOn"))));
        published(draft);
    }

    private static void published(Draft draft) {
        Optional<Seen> published = headerDate(draft, "publishedOn")
                .or(() -> meta(draft))
                .or(() -> draft.sidecar().value("publishedOn"));
        published.ifPresent(seen -> {
            LocalDate date = LocalDate.parse(seen.value());
            draft.record().publishedOn(date);
            draft.claim("publishedOn", seen);
            draft.issuedOn()
                    .filter(date::isBefore)
                    .ifPresent(issued -> draft.finding(
                            Finding.warning(
                                    "date.order",
                                    "published on " + date + ", before the date of the document, " + issued
                                            + "; expected the same day or later"),
                            seen));
        });
    }

    static Optional<Seen> meta(Draft draft) {
        String value = draft.metadata().get("PubDate");
        return value == null
                ? Optional.empty()
                : ChineseDate.first(value)
                        .map(date -> Seen.outside(date.date().toString(), value, "date.meta-PubDate/1", 0.9));
    }

    static Optional<Seen> headerDate(Draft draft, String field) {
        return draft.header()
                .value(field)
                .flatMap(seen -> ChineseDate.first(seen.value())
                        .map(date -> new Seen(
                                date.date().toString(),
                                date.raw(),
                                seen.start() + date.start(),
                                seen.start() + date.end(),
                                seen.rule(),
                                1,
                                date.repaired())));
    }

    private static Optional<Seen> signed(Draft draft, Optional<Seen> expected) {
        if (draft.anatomy().date() < 0) {
            return Optional.empty();
        }
        Segment line = draft.flow().segment(draft.anatomy().date());
        Optional<ChineseDate> written = ChineseDate.find(line.text()).stream().reduce((first, second) -> second);
        if (written.isPresent()) {
            ChineseDate date = written.get();
            Seen seen = Seen.at(line, date.start(), date.end(), date.date().toString(), "date.signature/1");
            return Optional.of(date.repaired() ? repaired(draft, seen, "date.sign-lost/1") : seen);
        }
        return LostDates.settle(draft, line, expected.map(Seen::value).map(LocalDate::parse))
                .map(seen -> repaired(draft, seen, seen.rule()));
    }

    private static Seen repaired(Draft draft, Seen seen, String rule) {
        draft.finding(
                Finding.warning(
                        "date.repaired",
                        "the date of signature came as \"" + seen.raw() + "\", read as " + seen.value()
                                + "; expected year年month月day日"),
                seen);
        return new Seen(
                seen.value(), seen.raw(), seen.start(), seen.end(), rule, Math.min(0.98, seen.confidence()), true);
    }

    private static Optional<Seen> adopted(Draft draft) {
        for (Segment line : draft.anatomy().head()) {
            Matcher note = ADOPTED.matcher(line.text());
            if (note.matches() && line.text().length() < 160) {
                Optional<ChineseDate> date = ChineseDate.first(line.text());
                if (date.isPresent()) {
                    ChineseDate found = date.get();
                    return Optional.of(Seen.at(
                                    line,
                                    found.start(),
                                    found.end(),
                                    found.date().toString(),
                                    "date.adopted/1")
                            .withConfidence(0.85));
                }
            }
        }
        return Optional.empty();
    }

    private static void compare(Draft draft, Seen signed, Optional<Seen> other) {
        other.filter(seen -> !seen.value().equals(signed.value()))
                .ifPresent(seen -> draft.finding(
                        Finding.warning(
                                "date.disagrees",
                                "the signature says " + signed.value() + ", the metadata say " + seen.value()
                                        + "; the signature is believed"),
                        seen));
    }
}
