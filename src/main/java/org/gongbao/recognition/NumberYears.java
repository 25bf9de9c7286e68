package org.gongbao.recognition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongbao.record.ChineseDate;
import org.gongbao.record.DocumentNumber;
import org.gongbao.record.Finding;

/**
 * Checks the year of a document number (文号年份) against what else names a year. A number given in December may be signed in
 * January, so one year apart is no contradiction.
 */
final class NumberYears implements Step {

    private static final int FIRST = 1949;

    /** {@code 2018} in {@code B00010-0203-2018-291879}; a longer run of digits is no year. */
    private static final Pattern YEAR = Pattern.compile("(?<![\\dA-Z])(?:19|20)\\d{2}(?![\\dA-Z])");

    /** Runs when number and date are known. */
    @Override
    public void apply(Draft draft) {
        draft.number().map(DocumentNumber::year).ifPresent(year -> {
            int now = draft.asOf().getYear();
            if (year < FIRST || year > now) {
                doubt(draft, "the document number has the year " + year + ", expected " + FIRST + " to " + now);
                return;
            }
            draft.issuedOn()
                    .filter(date -> Math.abs(date.getYear() - year) > 1)
                    .ifPresent(date -> doubt(
                            draft,
                            "the document number has the year " + year + ", the document is dated " + date
                                    + "; expected the same year or the next to it"));
        });
    }

    private static void doubt(Draft draft, String message) {
        draft.finding(Finding.warning("number.year", message)
                .quoting(draft.number().map(DocumentNumber::toString).orElse(null)));
    }

    /** Whether header, signature or index number name the year. */
    static boolean confirm(Draft draft, DocumentNumber number) {
        return number.year() != null
                && (dated(draft).anyMatch(number.year()::equals)
                        || indexed(draft).contains(number.year()));
    }

    /** Says of a number that had to be repaired where the index number has another year. */
    static void compareIndex(Draft draft, DocumentNumber number) {
        Set<Integer> indexed = indexed(draft);
        if (number.year() != null
                && !indexed.isEmpty()
                && indexed.stream().noneMatch(year -> Math.abs(year - number.year()) <= 1)) {
            String years = indexed.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
            draft.finding(Finding.warning(
                            "number.year",
                            "the repaired document number has the year " + number.year() + ", the index number has "
                                    + years)
                    .quoting(number.toString()));
        }
    }

    private static Stream<Integer> dated(Draft draft) {
        Stream<String> header =
                draft.header().pairs().stream().map(pair -> pair.seen().value());
        int line = draft.anatomy().date();
        Optional<String> signed = line < 0
                ? Optional.empty()
                : Optional.of(draft.flow().segment(line).text());
        Stream<Integer> written = Stream.concat(header, signed.stream())
                .flatMap(text -> ChineseDate.find(text).stream())
                .map(date -> date.date().getYear());
        Stream<Integer> lost =
                signed.map(ChineseDate::readings).orElse(List.of()).stream().map(date -> date.getYear());
        return Stream.concat(written, lost);
    }

    private static Set<Integer> indexed(Draft draft) {
        return draft.header()
                .value("indexNumber")
                .map(seen -> YEAR.matcher(seen.value())
                        .results()
                        .map(match -> Integer.valueOf(match.group()))
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
