package org.gongbao.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongbao.access.AuditTrail;
import org.gongbao.access.Person;
import org.gongbao.publication.PublicCorrection;
import org.gongbao.publication.Uid;
import org.gongbao.review.Submission.Lock;
import org.gongbao.system.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Submissions on their way through department and gazette office. Every change is one transaction with its step in the
 * history and its entry in the audit trail, and says which version it was made on: of two changes at once, one is made and
 * the other learns of it.
 */
public final class Submissions {

    private final Database database;
    private final StepLog steps;
    private final SubmissionWrites writes;
    private final Procedure procedure;
    private final DeskSettings settings;
    private final Clock clock;

    public Submissions(Database database, AuditTrail trail, DeskSettings settings, Clock clock) {
        this.database = database;
        this.steps = new StepLog(trail, clock);
        this.writes = new SubmissionWrites(database, steps);
        this.procedure = new Procedure(settings.reviews());
        this.settings = settings;
        this.clock = clock;
    }

    public Procedure procedure() {
        return procedure;
    }

    public Optional<Submission> find(String id) {
        return rows().find(id);
    }

    /** The submission as a person may see it; empty where there is none, and where the person may not. */
    public Optional<Submission> find(String id, Person person) {
        return find(id).filter(submission -> Procedure.maySee(person, submission));
    }

    /** The submission that a document was handed in with. */
    public Optional<Submission> of(Uid uid) {
        return rows().of(uid);
    }

    public List<SubmittedDocument> documents(Submission submission) {
        return rows().documents(submission.id());
    }

    public List<Step> history(Submission submission) {
        return rows().history(submission.id());
    }

    private SubmissionRows rows() {
        return new SubmissionRows(database.read());
    }

    /** The moves that a person may make now. */
    public List<Move> open(Person person, Submission submission) {
        return procedure.open(person, submission, history(submission));
    }

    /**
     * Makes a move.
     *
     * @param seen the version that the person decided on
     * @param note the reason; may be empty where the move needs none
     * @throws SubmissionRefusedException where the person may not, or the reason is missing
     * @throws StaleSubmissionException where it was changed since
     */
    public Submission move(Person person, String id, int seen, Move move, String note) {
        return move(person, id, seen, move, note, change -> {}, sql -> {});
    }

    /**
     * Makes a move, and something with it.
     *
     * @param with done in the same transaction
     */
    public Submission moveWith(Person person, String id, int seen, Move move, String note, Consumer<JdbcClient> with) {
        return move(person, id, seen, move, note, change -> {}, with);
    }

    /**
     * Sets the release: at once, or at a minute.
     *
     * @param releaseAt the minute; what is past means at once
     */
    public Submission schedule(Person person, String id, int seen, Instant releaseAt) {
        Instant minute = releaseAt.isBefore(now()) ? now() : releaseAt;
        return move(person, id, seen, Move.SCHEDULE, "", change -> change.releaseAt(minute), sql -> {});
    }

    /** Takes a published document up again, to correct it. */
    public Submission amend(Person person, String id, int seen, PublicCorrection correction) {
        return move(
                person, id, seen, Move.AMEND, correction.reason(), change -> change.amendment(correction), sql -> {});
    }

    private Submission move(
            Person person,
            String id,
            int seen,
            Move move,
            String note,
            Consumer<SubmissionChange> how,
            Consumer<JdbcClient> with) {
        return writes.change(person, id, seen, (rows, before) -> {
            Optional<String> refusal = procedure.refusal(person, before, rows.history(id), move);
            if (refusal.isPresent()) {
                throw refused(refusal.get(), person, move, before);
            }
            if (move.needsReason() && note.isBlank()) {
                throw refused("needs-reason", person, move, before);
            }
            with.accept(rows.client());
            SubmissionChange change = new SubmissionChange(before)
                    .move(move, procedure.reviews(), note)
                    .lock(null);
            how.accept(change);
            return new SubmissionWrites.Made(change, Step.Kind.MOVE, move, note);
        });
    }

    private static SubmissionRefusedException refused(String word, Person person, Move move, Submission submission) {
        return new SubmissionRefusedException(
                word,
                "the move " + move.code() + " of submission " + submission.id() + " in the state "
                        + submission.state().code() + " is refused to " + person.id() + ": " + word);
    }

    /**
     * States how the submission is to be disclosed.
     *
     * @throws SubmissionRefusedException where the person may not edit it
     */
    public Submission state(Person person, String id, int seen, Statement statement) {
        return edit(person, id, seen, "statement", change -> change.statement(statement), sql -> {});
    }

    /**
     * Changes something that belongs to the submission's documents.
     *
     * @param what was changed, such as the name of a field; it holds no value
     * @param with done in the same transaction
     */
    public Submission edit(Person person, String id, int seen, String what, Consumer<JdbcClient> with) {
        return edit(person, id, seen, what, change -> {}, with);
    }

    private Submission edit(
            Person person,
            String id,
            int seen,
            String what,
            Consumer<SubmissionChange> how,
            Consumer<JdbcClient> with) {
        return writes.change(person, id, seen, (rows, before) -> {
            if (!Procedure.mayEdit(person, before)) {
                throw new SubmissionRefusedException(
                        "may-not-edit", person.id() + " may not edit submission " + id + " in " + before.state());
            }
            if (isLockedForOthers(before, person)) {
                throw new StaleSubmissionException(before, seen);
            }
            with.accept(rows.client());
            SubmissionChange change = new SubmissionChange(before).lock(newLock(person));
            how.accept(change);
            return new SubmissionWrites.Made(change, Step.Kind.EDIT, null, what);
        });
    }

    /** Says something to it that all who may see it read. */
    public Submission comment(Person person, String id, String text) {
        return database.write(sql -> {
            SubmissionRows rows = new SubmissionRows(sql);
            Submission submission = SubmissionWrites.visible(rows, person, id);
            steps.append(
                    rows,
                    submission,
                    submission,
                    StepLog.Actor.of(person),
                    new StepLog.Entry(Step.Kind.COMMENT, null, text));
            return submission;
        });
    }

    /** Takes the lock for who is about to edit; false where somebody else has it. */
    public boolean lock(Person person, String id) {
        return database.write(sql -> {
            SubmissionRows rows = new SubmissionRows(sql);
            Submission before = rows.find(id).orElseThrow();
            if (!Procedure.mayEdit(person, before) || isLockedForOthers(before, person)) {
                return false;
            }
            Lock lock = newLock(person);
            sql.sql("update submission set lock_person = ?, lock_name = ?, lock_until = ? where id = ?")
                    .params(lock.person(), lock.name(), lock.until().toString(), id)
                    .update();
            return true;
        });
    }

    /** Whether somebody else is editing it now. */
    public boolean isLockedForOthers(Submission submission, Person person) {
        Lock lock = submission.lock();
        return lock != null
                && !lock.person().equals(person.id())
                && lock.until().isAfter(clock.instant());
    }

    private Lock newLock(Person person) {
        return new Lock(person.id(), person.name(), now().plus(settings.lock()));
    }

    /** Makes a move that follows from something that has happened; does nothing where it does not lead on from there. */
    Optional<Submission> happened(JdbcClient sql, String id, Move move, String note) {
        SubmissionRows rows = new SubmissionRows(sql);
        return rows.find(id).filter(before -> move.isFrom(before.state())).map(before -> {
            SubmissionChange change = new SubmissionChange(before).move(move, procedure.reviews(), note);
            if (move == Move.BREAK_OFF) {
                rows.forgetRequest(id);
            }
            return writes.write(
                    rows, before, new SubmissionWrites.Made(change, Step.Kind.MOVE, move, note), StepLog.PROGRAM);
        });
    }

    /** The same in a transaction of its own. */
    public Optional<Submission> happened(String id, Move move, String note) {
        return database.write(sql -> happened(sql, id, move, note));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
