package org.gongbao.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongbao.access.AuditTrail;
import org.gongbao.access.Person;
import org.gongbao.publication.PublicCorrection;
import org.gongbao.publication.Uid;
import org.gongbao.review.Submission.Lock;
import org.gongbao.review.SubmittedDocument.Kind;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Submissions on their way through department and gazette office. Every change is one transaction with its step in the
 * history and its entry in the audit trail, and says which version it was made on: of two changes at once, one is made and
 * the other learns of it.
 */
public final class Submissions {

    /** Who acts where the program does. */
    public static final String PROGRAM = "system";

    private final Database database;
    private final AuditTrail trail;
    private final Procedure procedure;
    private final DeskSettings settings;
    private final Clock clock;

    public Submissions(Database database, AuditTrail trail, DeskSettings settings, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.procedure = new Procedure(settings.reviews());
        this.settings = settings;
        this.clock = clock;
    }

    public Procedure procedure() {
        return procedure;
    }

    /** What comes in: the files by name, each with what it is. */
    public record Opening(
            String person,
            String name,
            String department,
            long batch,
            Map<String, Kind> files,
            @Nullable String requestKey) {}

    /**
     * Begins a submission whose files are about to come in; where the department made one with the same request key
     * before, that is the answer.
     *
     * @throws IllegalArgumentException where there is no main file
     */
    public Submission open(Opening opening) {
        if (!opening.files().containsValue(Kind.MAIN)) {
            throw new IllegalArgumentException("the files are " + opening.files() + ", expected one that is the main");
        }
        Submission submission = new Submission(
                Uid.mint().value(),
                opening.department(),
                State.RECEIVING,
                0,
                null,
                0,
                opening.batch(),
                null,
                Statement.EMPTY,
                opening.person(),
                now(),
                null,
                null,
                null,
                null,
                null);
        try {
            return database.write(sql -> insert(sql, submission, opening));
        } catch (DataIntegrityViolationException e) {
            return known(rows(), opening).orElseThrow(() -> e);
        }
    }

    private Submission insert(JdbcClient sql, Submission submission, Opening opening) {
        SubmissionRows rows = new SubmissionRows(sql);
        Optional<Submission> before = known(rows, opening);
        if (before.isPresent()) {
            return before.get();
        }
        rows.insert(submission, opening.requestKey());
        opening.files()
                .forEach((name, kind) ->
                        rows.put(new SubmittedDocument(submission.id(), name, 0, kind, null, null, null, null)));
        trail.append(sql, opening.person(), "submission.open", submission.id(), Map.of());
        return submission;
    }

    private static Optional<Submission> known(SubmissionRows rows, Opening opening) {
        String key = opening.requestKey();
        return key == null ? Optional.empty() : rows.ofRequest(opening.department(), key);
    }

    /**
     * Takes a document to the desk that came in otherwise, such as by the command line: as if the department had handed it
     * in.
     *
     * @param batch a batch of its own
     * @throws SubmissionRefusedException where the person is not of the gazette office
     */
    public Submission adopt(Person person, String department, long batch, SubmittedDocument document) {
        if (!person.isOfOffice()) {
            throw new SubmissionRefusedException("not-your-role", person.id() + " is not of the gazette office");
        }
        return database.write(sql -> {
            Optional<Submission> before = document.uid() == null
                    ? Optional.empty()
                    : new SubmissionRows(sql).of(Objects.requireNonNull(document.uid()));
            return before.orElseGet(() -> adopt(new SubmissionRows(sql), person, department, batch, document));
        });
    }

    private Submission adopt(
            SubmissionRows rows, Person person, String department, long batch, SubmittedDocument document) {
        Submission submission = new Submission(
                Uid.mint().value(),
                department,
                State.SUBMITTED,
                0,
                null,
                0,
                batch,
                document.title(),
                Statement.EMPTY,
                PROGRAM,
                now(),
                null,
                null,
                null,
                null,
                null);
        rows.insert(submission, null);
        rows.titled(submission.id(), document.title());
        rows.put(new SubmittedDocument(
                submission.id(),
                document.name(),
                document.part(),
                Kind.MAIN,
                document.uid(),
                document.title(),
                document.outcome(),
                document.reason()));
        append(
                rows,
                submission,
                submission,
                new Actor(person.id(), person.name()),
                Step.Kind.COMMENT,
                null,
                document.name());
        return submission;
    }

    /** The submission that a department made with a request of this key; empty where there is none. */
    public Optional<Submission> ofRequest(String department, String requestKey) {
        return rows().ofRequest(department, requestKey);
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
        return move(person, id, seen, move, note, change -> {});
    }

    /**
     * Sets the release: at once, or at a minute.
     *
     * @param releaseAt the minute; what is past means at once
     */
    public Submission schedule(Person person, String id, int seen, Instant releaseAt) {
        Instant minute = releaseAt.isBefore(now()) ? now() : releaseAt;
        return move(person, id, seen, Move.SCHEDULE, "", change -> change.releaseAt(minute));
    }

    /** Takes a published document up again, to correct it. */
    public Submission amend(Person person, String id, int seen, PublicCorrection correction) {
        return move(person, id, seen, Move.AMEND, correction.reason(), change -> change.amendment(correction));
    }

    private Submission move(
            Person person, String id, int seen, Move move, String note, Consumer<SubmissionChange> with) {
        return change(person, id, seen, (rows, before) -> {
            Optional<String> refusal = procedure.refusal(person, before, rows.history(id), move);
            if (refusal.isPresent()) {
                throw refused(refusal.get(), person, move, before);
            }
            if (move.needsReason() && note.isBlank()) {
                throw refused("needs-reason", person, move, before);
            }
            SubmissionChange change = new SubmissionChange(before)
                    .move(move, procedure.reviews(), note)
                    .lock(null);
            with.accept(change);
            return new Made(change, Step.Kind.MOVE, move, note);
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
        return change(person, id, seen, (rows, before) -> {
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
            return new Made(change, Step.Kind.EDIT, null, what);
        });
    }

    /** Says something to it that all who may see it read. */
    public Submission comment(Person person, String id, String text) {
        return database.write(sql -> {
            SubmissionRows rows = new SubmissionRows(sql);
            Submission submission = rows.find(id)
                    .filter(found -> Procedure.maySee(person, found))
                    .orElseThrow(() -> new SubmissionRefusedException("not-found", "there is no submission " + id));
            append(rows, submission, submission, new Actor(person.id(), person.name()), Step.Kind.COMMENT, null, text);
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

    /** What a change comes to, and how the history tells of it. */
    private record Made(
            SubmissionChange change,
            Step.Kind kind,
            @Nullable Move move,
            String note) {}

    private interface Changing {
        Made of(SubmissionRows rows, Submission before);
    }

    private Submission change(Person person, String id, int seen, Changing changing) {
        return database.write(sql -> {
            SubmissionRows rows = new SubmissionRows(sql);
            Submission before = rows.find(id)
                    .filter(found -> Procedure.maySee(person, found))
                    .orElseThrow(() -> new SubmissionRefusedException("not-found", "there is no submission " + id));
            if (before.version() != seen) {
                throw new StaleSubmissionException(before, seen);
            }
            Made made = changing.of(rows, before);
            return write(rows, before, made, new Actor(person.id(), person.name()));
        });
    }

    private Submission write(SubmissionRows rows, Submission before, Made made, Actor actor) {
        Submission after = made.change().made();
        if (!rows.update(after, before.version())) {
            throw new StaleSubmissionException(rows.find(before.id()).orElse(before), before.version());
        }
        append(rows, before, after, actor, made.kind(), made.move(), made.note());
        return after;
    }

    private record Actor(String id, String name) {}

    private void append(
            SubmissionRows rows,
            Submission before,
            Submission after,
            Actor actor,
            Step.Kind kind,
            @Nullable Move move,
            String note) {
        int number = rows.history(before.id()).size();
        rows.append(
                before.id(),
                new Step(
                        number,
                        now(),
                        actor.id(),
                        actor.name(),
                        kind,
                        move,
                        before.state(),
                        after.state(),
                        before.review(),
                        note));
        trail.append(
                rows.client(),
                actor.id(),
                "submission." + (move == null ? kind.code() : move.code()),
                before.id(),
                Map.of("from", before.state().code(), "to", after.state().code(), "step", Integer.toString(number)));
    }

    /** Makes a move that follows from something that has happened; does nothing where it does not lead on from there. */
    Optional<Submission> happened(JdbcClient sql, String id, Move move, String note) {
        SubmissionRows rows = new SubmissionRows(sql);
        return rows.find(id).filter(before -> move.isFrom(before.state())).map(before -> {
            SubmissionChange change = new SubmissionChange(before).move(move, procedure.reviews(), note);
            if (move == Move.BREAK_OFF) {
                rows.forgetRequest(id);
            }
            return write(rows, before, new Made(change, Step.Kind.MOVE, move, note), new Actor(PROGRAM, ""));
        });
    }

    /** The same in a transaction of its own. */
    public Optional<Submission> happened(String id, Move move, String note) {
        return database.write(sql -> happened(sql, id, move, note));
    }

    /** Ends what a process that ended was still receiving: nobody was told that it arrived, and it may be handed in again. */
    void breakOffUnfinished() {
        rows().list("where state = 'receiving'", List.of())
                .forEach(submission -> happened(submission.id(), Move.BREAK_OFF, "the process ended"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
