package org.gongbao.publication;

import java.time.LocalDate;
import java.util.List;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Validity;
import org.jspecify.annotations.Nullable;

/**
 * Whether a document held on a day (有效性), and why. Silence is 未知: 现行有效 needs evidence.
 *
 * @param status one of {@link Validity#STATUSES}
 * @param from the day from which this status holds, null where it reaches back without a known beginning
 * @param until the first day on which another status holds, null where none is known
 * @param cause what says so
 */
public record ValidityOn(
        String status, @Nullable LocalDate from, @Nullable LocalDate until, Cause cause) {

    /**
     * Evidence of a status.
     *
     * @param method {@code stated} by a catalogue, {@code extracted} from words, {@code computed} from dates, or
     *     {@code none}
     * @param basis the words or the rule, null where there is none
     * @param document the document that says so, null for the document itself
     */
    public record Cause(
            String method, @Nullable String basis, @Nullable Uid document) {
        static final Cause NONE = new Cause("none", null, null);
    }

    /** The validity of a published document on a day, by what is known now. */
    public static ValidityOn of(PublishedDocument document, LocalDate day) {
        return of(document.record(), document.relations(), day);
    }

    /** All statuses of a published document over time, the earliest first; together they cover every day. */
    public static List<ValidityOn> over(PublishedDocument document) {
        return ValidityTimeline.of(document.record(), document.relations());
    }

    static ValidityOn of(DocumentRecord record, List<Relation> relations, LocalDate day) {
        return ValidityTimeline.of(record, relations).stream()
                .filter(interval -> interval.until() == null || day.isBefore(interval.until()))
                .findFirst()
                .orElseThrow();
    }
}
