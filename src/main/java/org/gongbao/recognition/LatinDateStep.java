package org.gongbao.recognition;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongbao.record.ChineseDate;

/**
 * The date of a document in Latin letters (西文文件日期), only where it is plainly that: in its title, or alone on a line at its
 * head or end, be it with a weekday or a place. Of several different ones none is taken.
 */
final class LatinDateStep implements Step {

    private static final int HEAD = 15;
    private static final int TAIL = 12;

    /** What may stand beside the date: {@code Thursday,}, {@code Date:}, {@code Dated this}, {@code Porto Alto,}. */
    private static final Pattern BESIDE =
            Pattern.compile("(?iu)(?:[\\p{L}-]+(?: [\\p{L}-]+){0,3}(?:/[A-Z]{2})?,|dated?(?: this)?:?|em)?\\s*");

    @Override
    public void apply(Draft draft) {
        if (draft.gazette().isPresent() || published(draft)) {
            return;
        }
        inTitle(draft).or(() -> ofItsOwn(draft)).ifPresent(seen -> {
            draft.issuedOn(java.time.LocalDate.parse(seen.value()));
            draft.claim("issuedOn", seen);
        });
    }

    /** What is published on a day of its own, as an issue is, has no other date. */
    private static boolean published(Draft draft) {
        Optional<Seen> stated = draft.header()
                .ofSeries("publishedOn")
                .flatMap(seen -> ChineseDate.first(seen.value())
                        .map(date -> seen.withValue(date.date().toString())));
        stated.ifPresent(seen -> {
            draft.record().publishedOn(java.time.LocalDate.parse(seen.value()));
            draft.claim("publishedOn", seen);
        });
        return stated.isPresent();
    }

    private static Optional<Seen> inTitle(Draft draft) {
        return draft.title().flatMap(LatinDate::first).map(found -> {
            String title = draft.title().orElseThrow();
            int at = draft.flow().text().indexOf(title);
            String raw = title.substring(found.start(), found.end());
            String date = found.date().toString();
            return at < 0
                    ? Seen.outside(date, raw, "date.latin-title/1", 0.95)
                    : new Seen(date, raw, at + found.start(), at + found.end(), "date.latin-title/1", 1, false);
        });
    }

    private static Optional<Seen> ofItsOwn(Draft draft) {
        List<Segment> lines = draft.flow().segments();
        List<Seen> dates = lines.stream()
                .filter(line -> !line.isCell() && (line.index() < HEAD || line.index() >= lines.size() - TAIL))
                .flatMap(line -> alone(line).stream())
                .toList();
        boolean one = dates.stream().map(Seen::value).distinct().count() == 1;
        return one ? Optional.of(dates.get(0)) : Optional.empty();
    }

    private static Optional<Seen> alone(Segment line) {
        return LatinDate.first(line.text())
                .filter(found ->
                        BESIDE.matcher(line.text().substring(0, found.start())).matches()
                                && line.text().substring(found.end()).matches("[.\\s]*"))
                .map(found -> Seen.at(
                                line, found.start(), found.end(), found.date().toString(), "date.latin-line/1")
                        .withConfidence(0.9));
    }
}
