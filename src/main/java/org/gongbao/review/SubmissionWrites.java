package org.gongbao.review;

import org.gongbao.access.Person;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes of submissions: one transaction each, with its step in the history and its entry in the audit trail. Apart
 * from {@link Submissions}, which says what may be changed and by whom, so that no change there can forget the other two.
 */
final class SubmissionWrites {

    private final Database database;
    private final StepLog steps;

    SubmissionWrites(Database database, StepLog steps) {
        this.database = database;
        this.steps = steps;
    }

    /** @throws SubmissionRefusedException where there is none, and where the person may not see it */
    static Submission visible(SubmissionRows rows, Person person, String id) {
        return rows.find(id)
                .filter(found -> Procedure.maySee(person, found))
                .orElseThrow(() -> new SubmissionRefusedException("not-found", "there is no submission " + id));
    }

    /** What a change comes to, and how the history tells of it. */
    record Made(
            SubmissionChange change,
            Step.Kind kind,
            @Nullable Move move,
            String note) {}

    interface Changing {
        Made of(SubmissionRows rows, Submission before);
    }

    /**
     * Makes a change of a person's on the version that the person saw.
     *
     * @throws StaleSubmissionException where it was changed since
     */
    Submission change(Person person, String id, int seen, Changing changing) {
        return database.write(sql -> {
            SubmissionRows rows = new SubmissionRows(sql);
            Submission before = visible(rows, person, id);
            if (before.version() != seen) {
                throw new StaleSubmissionException(before, seen);
            }
            Made made = changing.of(rows, before);
            return write(rows, before, made, StepLog.Actor.of(person));
        });
    }

    Submission write(SubmissionRows rows, Submission before, Made made, StepLog.Actor actor) {
        Submission after = made.change().made();
        if (!rows.update(after, before.version())) {
            throw new StaleSubmissionException(rows.find(before.id()).orElse(before), before.version());
        }
        steps.append(rows, before, after, actor, new StepLog.Entry(made.kind(), made.move(), made.note()));
        return after;
    }
}
