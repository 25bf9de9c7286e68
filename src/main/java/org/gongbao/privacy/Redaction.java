package org.gongbao.privacy;

import org.gongbao.record.PersonalDatum;

/**
 * What a person decided about one place of a document's text (脱敏决定): 个人信息保护法 art. 6 and 28, 政府信息公开条例 art. 15 and 37.
 * It names the place and never what stands there.
 *
 * @param kind as {@code ingest/privacy/kinds.tsv} names it; {@link #OTHER} for what no rule found
 * @param start offset of the first code point in the text of the working record
 * @param end offset after the last code point
 * @param ground the legal ground (法律依据); what is kept needs one
 * @param person identifier of who decides
 * @param note why it may stay public and what that means for the person (影响说明); what is kept needs one
 * @param byChiefEditor whether the chief editor decides, as sensitive data that is kept demands
 */
public record Redaction(
        String kind,
        int start,
        int end,
        Treatment treatment,
        String ground,
        String person,
        String note,
        boolean byChiefEditor) {

    /** A place that a person found and no rule did. */
    public static final String OTHER = "other";

    public Redaction {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "the place is " + start + " to " + end + ", expected a beginning before its end");
        }
        if (kind.isBlank() || person.isBlank()) {
            throw new IllegalArgumentException("a decision on personal data needs its kind and a person");
        }
        if (treatment == Treatment.KEEP && (ground.isBlank() || note.isBlank())) {
            throw new IllegalArgumentException(
                    "personal data of the kind " + kind + " is kept only with a legal ground and a note of its impact");
        }
    }

    /** Whether it is about this place of a text. */
    public boolean isOf(PersonalDatum datum) {
        return kind.equals(datum.kind()) && start == datum.start() && end == datum.end();
    }

    /** The place with what was decided about it, as gates are told. */
    PersonalDatum datum() {
        return new PersonalDatum(kind, start, end, 1, treatment.code());
    }
}
