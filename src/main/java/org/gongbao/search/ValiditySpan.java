package org.gongbao.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.ValidityOn;
import org.gongbao.record.Validity;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a document has one status of validity (有效性). The index holds these, never the status of a day: which one
 * it is today is asked today.
 *
 * @param from first day, null where it reaches back without a known beginning
 * @param until first day of another status, null where none is known
 */
record ValiditySpan(
        String status, @Nullable LocalDate from, @Nullable LocalDate until) {

    /** The fields that hold the days of each status. */
    private static final Map<String, String> FIELDS = Map.of(
            Validity.IN_FORCE, "during_in_force",
            Validity.NOT_YET, "during_not_yet",
            Validity.PARTLY, "during_partly",
            Validity.AMENDED, "during_amended",
            Validity.REPEALED, "during_repealed",
            Validity.DECLARED_INVALID, "during_declared_invalid",
            Validity.EXPIRED, "during_expired",
            Validity.UNKNOWN, "during_unknown");

    /** What can be relied on: silence (未知) is not among it. */
    static final List<String> HOLDING = List.of(Validity.IN_FORCE, Validity.PARTLY, Validity.AMENDED);

    /** What is over. */
    static final List<String> OVER = List.of(Validity.REPEALED, Validity.DECLARED_INVALID, Validity.EXPIRED);

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    static List<ValiditySpan> of(PublishedDocument document) {
        return ValidityOn.over(document).stream()
                .map(validity -> new ValiditySpan(validity.status(), validity.from(), validity.until()))
                .toList();
    }

    /** The field for a status; null for a word that is none. */
    static @Nullable String field(String status) {
        return FIELDS.get(status);
    }

    String field() {
        String field = FIELDS.get(status);
        if (field == null) {
            throw new IllegalArgumentException("validity is " + status + ", expected one of " + Validity.STATUSES);
        }
        return field;
    }

    /** As a range of days: {@code [2023-01-01 TO 2024-12-31]}, open ends as {@code *}. */
    String range() {
        return "[" + day(from) + " TO " + (until == null ? "*" : day(until.minusDays(1))) + "]";
    }

    private static String day(@Nullable LocalDate day) {
        return day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? "*" : day.toString();
    }

    /** As one line of text: {@code 现行有效|2023-01-01|2025-01-01}. */
    String text() {
        return status + "|" + (from == null ? "" : from) + "|" + (until == null ? "" : until);
    }

    static ValiditySpan parse(String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("days of validity are " + text + ", expected status|from|until");
        }
        return new ValiditySpan(parts[0], date(parts[1]), date(parts[2]));
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private boolean holds(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    /** The status on a day. */
    static String on(List<ValiditySpan> spans, LocalDate day) {
        return spans.stream()
                .filter(span -> span.holds(day))
                .map(ValiditySpan::status)
                .findFirst()
                .orElse(Validity.UNKNOWN);
    }
}
