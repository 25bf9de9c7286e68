package org.gongbao.recognition;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongbao.record.ChineseDate;
import org.gongbao.record.Finding;

/**
 * Settles a date of signature that lost its 年月日 (日期缺损). {@code 2018622} can only be 22 June. {@code 2018111} may be 11
 * January or 1 November: the one that header or generation date name, or the only one shortly before the document came out;
 * otherwise none, and a finding says so.
 */
final class LostDates {

    /** Two readings of one date lie ten months apart, so this many days cannot hold both. */
    private static final int DAYS_TO_PUBLISH = 120;

    /** {@code /202311/t20231105_1234.html}, {@code /art/2023/11/5/}: the day, or else the month, that a page came out. */
    private static final Pattern IN_ADDRESS =
            Pattern.compile("[/_t]((?:19|20)\\d{2})[-/]?(0?[1-9]|1[0-2])(?:[-/]?(0?[1-9]|[12]\\d|3[01]))?(?!\\d)");

    private static final List<String> ADDRESSES = List.of("Url", "og:url");

    private LostDates() {}

    /** @param expected the date that the header states or was generated on */
    static Optional<Seen> settle(Draft draft, Segment line, Optional<LocalDate> expected) {
        List<LocalDate> readings = ChineseDate.readings(line.text());
        Optional<LocalDate> named = expected.filter(readings::contains);
        if (named.isPresent()) {
            return Optional.of(seen(line, named.get(), "date.signs-lost/1", 0.98));
        }
        if (readings.size() == 1) {
            return Optional.of(seen(line, readings.get(0), "date.signs-lost-unconfirmed/1", 0.8));
        }
        List<LocalDate> later =
                Stream.concat(expected.stream(), publication(draft)).toList();
        List<LocalDate> near = readings.stream()
                .filter(date -> later.stream().anyMatch(out -> isSoonAfter(out, date)))
                .toList();
        if (near.size() == 1) {
            return Optional.of(seen(line, near.get(0), "date.signs-lost-by-publication/1", 0.8));
        }
        if (readings.size() > 1) {
            ambiguous(draft, line, readings);
        }
        return Optional.empty();
    }

    private static Seen seen(Segment line, LocalDate date, String rule, double confidence) {
        return Seen.whole(line, date.toString(), rule).withConfidence(confidence);
    }

    private static boolean isSoonAfter(LocalDate out, LocalDate date) {
        long days = ChronoUnit.DAYS.between(date, out);
        return days >= 0 && days <= DAYS_TO_PUBLISH;
    }

    private static Stream<LocalDate> publication(Draft draft) {
        Stream<LocalDate> stated = Stream.of(
                        DateStep.headerDate(draft, "publishedOn"),
                        DateStep.meta(draft),
                        draft.sidecar().value("issuedOn"),
                        draft.sidecar().value("publishedOn"))
                .flatMap(Optional::stream)
                .map(seen -> LocalDate.parse(seen.value()));
        Stream<LocalDate> addressed = ADDRESSES.stream()
                .flatMap(name -> Stream.ofNullable(draft.metadata().get(name)))
                .flatMap(address -> IN_ADDRESS.matcher(address).results())
                .flatMap(found -> inAddress(found).stream());
        return Stream.concat(stated, addressed);
    }

    private static Optional<LocalDate> inAddress(MatchResult found) {
        YearMonth month = YearMonth.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
        if (found.group(3) == null) {
            return Optional.of(month.atEndOfMonth());
        }
        int day = Integer.parseInt(found.group(3));
        return month.isValidDay(day) ? Optional.of(month.atDay(day)) : Optional.empty();
    }

    private static void ambiguous(Draft draft, Segment line, List<LocalDate> readings) {
        String either = readings.stream().map(LocalDate::toString).collect(Collectors.joining(" or "));
        draft.finding(
                Finding.warning(
                        "date.ambiguous",
                        "the date of signature came as \"" + line.text() + "\", which may be " + either
                                + "; nothing else in the document says which"),
                Seen.whole(line, line.text(), "date.ambiguous/1"));
    }
}
