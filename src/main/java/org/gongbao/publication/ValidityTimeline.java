package org.gongbao.publication;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Proposal;
import org.gongbao.record.Validity;
import org.jspecify.annotations.Nullable;

/**
 * The statuses of a document over time: a pure function of its record and of what others say of it.
 *
 * <p>A commencement or a stated period tells when a document was not in force yet and when it expired, not that nobody repealed
 * it in between; only a stated validity (有效性), the result of a review or the issuer's confirmation makes it 现行有效. What was
 * repealed stays so. What a draft or a public notice says of itself counts for nothing.
 */
final class ValidityTimeline {

    /** The end of an extension: {@code 有效期延长至2025年12月31日}, {@code 继续有效至2026年6月30日}. */
    private static final Pattern EXTENDED_TO =
            Pattern.compile("至\\s*(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日");

    private final List<Turn> turns = new ArrayList<>();

    private ValidityTimeline() {}

    /** From a day on (null: since ever) a status holds. Of two on one day the stronger wins. */
    private record Turn(@Nullable LocalDate on, int strength, String status, ValidityOn.Cause cause) {
        LocalDate order() {
            return on == null ? LocalDate.MIN : on;
        }
    }

    static List<ValidityOn> of(DocumentRecord record, List<Relation> relations) {
        ValidityTimeline timeline = new ValidityTimeline();
        timeline.own(record, relations);
        relations.stream().filter(relation -> !relation.outgoing()).forEach(timeline::said);
        return timeline.intervals();
    }

    private void own(DocumentRecord record, List<Relation> relations) {
        turns.add(new Turn(null, 0, Validity.UNKNOWN, ValidityOn.Cause.NONE));
        if (Proposal.is(record.title(), record.draft())) {
            return;
        }
        LocalDate start = record.effectiveOn();
        LocalDate end = extended(record.expiresOn(), relations);
        if (start != null) {
            turns.add(new Turn(null, 1, Validity.NOT_YET, computed("施行日期 " + start)));
            String period = end == null ? "" : "，有效期至 " + end;
            turns.add(new Turn(start, 1, Validity.UNKNOWN, computed("施行日期 " + start + period)));
        }
        if (end != null) {
            turns.add(new Turn(end.plusDays(1), 2, Validity.EXPIRED, computed("有效期至 " + end)));
        }
        // What was computed from the dates on the day of recognition is computed anew for every day.
        Validity stated = record.validity();
        if (stated != null
                && stated.method().equals("stated")
                && !stated.status().equals(Validity.UNKNOWN)) {
            turns.add(new Turn(
                    stated.asOf(), 3, stated.status(), new ValidityOn.Cause(stated.method(), stated.basis(), null)));
        }
    }

    /** The last day of the stated period, or of an extension by another document made before the period was over. */
    private static @Nullable LocalDate extended(@Nullable LocalDate expiresOn, List<Relation> relations) {
        LocalDate end = expiresOn;
        for (Relation relation : relations) {
            LocalDate to = relation.outgoing() || !isExtension(relation.kind()) ? null : extendedTo(relation.quote());
            if (to != null && (end == null || to.isAfter(end))) {
                end = to;
            }
        }
        return end;
    }

    private static boolean isExtension(String kind) {
        return kind.equals("延长有效期") || kind.equals("继续有效");
    }

    static @Nullable LocalDate extendedTo(String quote) {
        Matcher date = EXTENDED_TO.matcher(quote);
        if (!date.find()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void said(Relation relation) {
        ValidityOn.Cause cause = new ValidityOn.Cause("extracted", relation.quote(), relation.other());
        boolean part = relation.isOfPart();
        switch (relation.kind()) {
            case "废止" -> turns.add(end(relation, part ? Validity.PARTLY : Validity.REPEALED, part, cause));
            case "宣布失效" -> turns.add(end(relation, part ? Validity.PARTLY : Validity.DECLARED_INVALID, part, cause));
            case "修改" -> turns.add(new Turn(relation.effectiveOn(), 4, Validity.AMENDED, cause));
            case "继续有效", "延长有效期" -> turns.add(new Turn(relation.effectiveOn(), 3, Validity.IN_FORCE, cause));
            default -> {
                // Other relations say nothing about validity.
            }
        }
    }

    private static Turn end(Relation relation, String status, boolean part, ValidityOn.Cause cause) {
        return new Turn(relation.effectiveOn(), part ? 5 : 6, status, cause);
    }

    private static ValidityOn.Cause computed(String basis) {
        return new ValidityOn.Cause("computed", basis, null);
    }

    private List<ValidityOn> intervals() {
        turns.sort(Comparator.comparing(Turn::order).thenComparingInt(Turn::strength));
        List<ValidityOn> intervals = new ArrayList<>();
        Turn current = turns.get(0);
        for (Turn next : turns.subList(1, turns.size())) {
            if (isFinal(current.status()) && !isFinal(next.status())) {
                continue;
            }
            if (!next.order().equals(current.order())) {
                intervals.add(new ValidityOn(current.status(), current.on(), next.on(), current.cause()));
            }
            current = next;
        }
        intervals.add(new ValidityOn(current.status(), current.on(), null, current.cause()));
        return intervals;
    }

    private static boolean isFinal(String status) {
        return status.equals(Validity.REPEALED) || status.equals(Validity.DECLARED_INVALID);
    }
}
