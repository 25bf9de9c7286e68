package org.gongbao.review;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.gongbao.access.AuditTrail;
import org.gongbao.access.Person;
import org.jspecify.annotations.Nullable;

/** Writes what was done to a submission into its history and into the audit trail, as part of one transaction. */
final class StepLog {

    /** Who acts where the program does. */
    static final Actor PROGRAM = new Actor("system", "");

    private final AuditTrail trail;
    private final Clock clock;

    StepLog(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** Who did it, with the name that the desk shows. */
    record Actor(String id, String name) {
        static Actor of(Person person) {
            return new Actor(person.id(), person.name());
        }
    }

    /** What was done. */
    record Entry(Step.Kind kind, @Nullable Move move, String note) {

        String word() {
            return move == null ? kind.code() : move.code();
        }
    }

    /** The trail gets states and numbers only, the history the words as well. */
    void append(SubmissionRows rows, Submission before, Submission after, Actor actor, Entry entry) {
        int number = rows.history(before.id()).size();
        rows.append(
                before.id(),
                new Step(
                        number,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        actor.id(),
                        actor.name(),
                        entry.kind(),
                        entry.move(),
                        before.state(),
                        after.state(),
                        before.review(),
                        entry.note()));
        trail.append(
                rows.client(),
                actor.id(),
                "submission." + entry.word(),
                before.id(),
                Map.of("from", before.state().code(), "to", after.state().code(), "step", Integer.toString(number)));
    }
}
