package org.gongbao.ingest;

import java.time.Instant;
import java.util.List;
import org.gongbao.publication.Obstacle;
import org.gongbao.publication.Publisher;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.RecordChanges;

/**
 * What becomes of a document, and why. Apart from {@link Publication}, which asks publisher, desk and register: here their
 * answers are put into the words that a batch shows.
 */
record Verdict(OutcomeKind kind, List<String> reasons) {

    static Verdict of(OutcomeKind kind, String... reasons) {
        return new Verdict(kind, List.of(reasons));
    }

    static Verdict of(Publisher.Outcome outcome, List<String> changes) {
        if (outcome instanceof Publisher.Outcome.Held held) {
            return held(held.obstacles());
        }
        return outcome instanceof Publisher.Outcome.Published
                ? new Verdict(OutcomeKind.PUBLISHED, changes)
                : of(OutcomeKind.UNCHANGED);
    }

    static Verdict held(List<Obstacle> obstacles) {
        return new Verdict(
                OutcomeKind.HELD,
                obstacles.stream()
                        .map(obstacle -> obstacle.gate() + ": " + obstacle.reason())
                        .toList());
    }

    static Verdict scheduled(Instant moment) {
        return of(OutcomeKind.SCHEDULED, "it will be released at " + moment);
    }

    static Verdict compared(List<String> changes) {
        return new Verdict(changes.isEmpty() ? OutcomeKind.UNCHANGED : OutcomeKind.DIFFERS, changes);
    }

    /** What is not public is compared with what was read of it before. */
    static Verdict waiting(Reading reading, OutcomeKind same) {
        DocumentRecord earlier = reading.earlier();
        if (earlier == null) {
            return of(same);
        }
        List<String> changes = changes(earlier, reading.record());
        boolean isCompared = reading.job().purpose() == Purpose.COMPARE;
        return new Verdict(isCompared && !changes.isEmpty() ? OutcomeKind.DIFFERS : same, changes);
    }

    static List<String> changes(DocumentRecord before, DocumentRecord after) {
        return RecordChanges.between(before, after).stream()
                .map(RecordChanges.Change::toString)
                .toList();
    }
}
