package org.gongbao.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongbao.publication.PublicCorrection;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/** Learns from the queue what was read of the files of submissions, and tells it what may be published. */
public final class DocumentReadings implements ReleaseRule {

    private final Database database;
    private final Submissions submissions;

    public DocumentReadings(Database database, Submissions submissions) {
        this.database = database;
        this.submissions = submissions;
    }

    /**
     * What was read.
     *
     * @param name of the file as it came in its batch
     * @param outcome the queue's word for what became of it
     * @param reason why it is held or cannot be read
     */
    public record Read(
            long batch,
            String name,
            int part,
            @Nullable Uid uid,
            @Nullable String title,
            String outcome,
            @Nullable String reason) {}

    /** Notes what was read of a file; what belongs to no submission is passed over. */
    public void read(Read read) {
        database.write(sql -> {
            SubmissionRows rows = new SubmissionRows(sql);
            Optional<Submission> submission = rows.ofBatch(read.batch());
            submission.ifPresent(found -> note(rows, found, read));
            return submission.isPresent();
        });
    }

    private static void note(SubmissionRows rows, Submission submission, Read read) {
        SubmittedDocument.Kind kind = rows.documents(submission.id()).stream()
                .filter(document -> document.name().equals(read.name()))
                .map(SubmittedDocument::kind)
                .findFirst()
                .orElse(SubmittedDocument.Kind.ANNEX);
        rows.put(new SubmittedDocument(
                submission.id(),
                read.name(),
                read.part(),
                kind,
                read.uid(),
                read.title(),
                read.outcome(),
                read.reason()));
        if (kind == SubmittedDocument.Kind.MAIN && read.part() == 0 && submission.title() == null) {
            rows.titled(submission.id(), read.title());
        }
    }

    /** Submissions of which not every file is known to be read. */
    public List<Submission> unread() {
        return new SubmissionRows(database.read())
                .list("where is_read = 0 and state not in ('receiving', 'cancelled')", List.of());
    }

    /** The main document of a submission; empty where nothing could be read of it. */
    public Optional<Uid> main(Submission submission) {
        return submissions.documents(submission).stream()
                .filter(document -> document.kind() == SubmittedDocument.Kind.MAIN && document.part() == 0)
                .map(SubmittedDocument::uid)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Notes that every file is read. */
    public void complete(Submission submission) {
        database.write(sql -> sql.sql("update submission set is_read = 1 where id = ?")
                .param(submission.id())
                .update());
    }

    /** Sets the last day for publication, once it can be told. */
    public void due(Submission submission, LocalDate dueOn) {
        database.write(sql -> sql.sql("update submission set due_on = ? where id = ? and due_on is null")
                .params(dueOn.toString(), submission.id())
                .update());
    }

    /**
     * How far a document may travel as its department states; empty where it never was on the desk, and where the submission that
     * holds it last was not approved, for nothing counts that nobody reviewed.
     */
    public Optional<Terms> terms(Uid uid) {
        return submissions
                .of(uid)
                .filter(submission -> submission.state() == State.SCHEDULED || submission.state() == State.PUBLISHED)
                .map(submission -> submission.statement().terms());
    }

    @Override
    public Optional<String> obstacle(Uid uid) {
        return submissions
                .of(uid)
                .filter(submission -> submission.state() != State.SCHEDULED
                        && submission.state() != State.PUBLISHED
                        && submission.state() != State.WITHDRAWN)
                .map(submission -> "desk: submission " + submission.id() + " is "
                        + submission.state().code() + ", expected "
                        + State.SCHEDULED.code());
    }

    @Override
    public Optional<PublicCorrection> amendment(Uid uid) {
        return submissions
                .of(uid)
                .filter(submission -> submission.state() == State.SCHEDULED)
                .map(Submission::amendment);
    }
}
