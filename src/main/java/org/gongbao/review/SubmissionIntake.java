package org.gongbao.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongbao.access.AuditTrail;
import org.gongbao.access.Person;
import org.gongbao.review.SubmittedDocument.Kind;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How submissions begin (接收): with files that come in, or with a document that is here already. */
public final class SubmissionIntake {

    private final Database database;
    private final Submissions submissions;
    private final AuditTrail trail;
    private final StepLog steps;
    private final Clock clock;

    public SubmissionIntake(Database database, Submissions submissions, AuditTrail trail, Clock clock) {
        this.database = database;
        this.submissions = submissions;
        this.trail = trail;
        this.steps = new StepLog(trail, clock);
        this.clock = clock;
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
        Submission submission =
                Submission.begun(opening.department(), State.RECEIVING, opening.batch(), opening.person(), now());
        try {
            return database.write(sql -> insert(sql, submission, opening));
        } catch (DataIntegrityViolationException e) {
            return known(new SubmissionRows(database.read()), opening).orElseThrow(() -> e);
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
        Submission submission = Submission.begun(department, State.SUBMITTED, batch, StepLog.PROGRAM.id(), now());
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
        steps.append(
                rows,
                submission,
                submission,
                StepLog.Actor.of(person),
                new StepLog.Entry(Step.Kind.COMMENT, null, document.name()));
        return submission;
    }

    /** Ends what a process that ended was still receiving: nobody was told that it arrived, and it may be handed in again. */
    void breakOffUnfinished() {
        new SubmissionRows(database.read())
                .list("where state = 'receiving'", List.of())
                .forEach(submission -> submissions.happened(submission.id(), Move.BREAK_OFF, "the process ended"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
