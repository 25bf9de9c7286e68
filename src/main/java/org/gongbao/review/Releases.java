package org.gongbao.review;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.ReleaseStep;
import org.gongbao.publication.Uid;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Submissions whose release is set (待发布): asked of the queue once, and told by the log when it came about. State and trail
 * change in the transaction that appends to the log.
 */
public final class Releases implements ReleaseStep {

    private final Database database;
    private final Submissions submissions;

    public Releases(Database database, Submissions submissions) {
        this.database = database;
        this.submissions = submissions;
    }

    /** A release that the queue was asked for, with the batches that answer. */
    public record Asked(Submission submission, List<Long> batches) {}

    /** Submissions that are to be released and of which the queue does not know yet. */
    public List<Submission> unasked() {
        return new SubmissionRows(database.read())
                .list("where state = 'scheduled' and id not in (select submission from submission_release)", List.of());
    }

    /** The documents that go out with a submission. */
    public List<Uid> documents(Submission submission) {
        return submissions.documents(submission).stream()
                .map(SubmittedDocument::uid)
                .filter(uid -> uid != null)
                .distinct()
                .toList();
    }

    /** Notes that the queue was asked. */
    public void asked(Submission submission, List<Long> batches) {
        String text = batches.stream().map(String::valueOf).collect(Collectors.joining(" "));
        database.write(sql -> sql.sql("insert into submission_release (submission, version, batches) values (?, ?, ?)"
                        + " on conflict (submission) do update set version = excluded.version,"
                        + " batches = excluded.batches, answered = 0")
                .params(submission.id(), submission.version(), text)
                .update());
    }

    /** What the queue was asked for and has not answered. */
    public List<Asked> asked() {
        return database.read()
                .sql("select submission, batches from submission_release where answered = 0")
                .query((row, number) -> new Asked(
                        submissions.find(row.getString("submission")).orElseThrow(),
                        Arrays.stream(row.getString("batches").split(" "))
                                .filter(text -> !text.isEmpty())
                                .map(Long::valueOf)
                                .toList()))
                .list();
    }

    /**
     * Notes what the queue answered. A correction that the log has not published by then changes nothing.
     *
     * @param problem why it is not released, null where nothing stands in the way
     */
    public void answered(Submission submission, @Nullable String problem) {
        database.write(sql -> {
            if (problem == null && submission.amendment() != null) {
                forget(sql, submission.id());
                return submissions
                        .happened(sql, submission.id(), Move.RELEASE, "the correction changes nothing")
                        .map(Submission::version)
                        .orElse(0);
            }
            if (problem == null) {
                return sql.sql("update submission_release set answered = 1 where submission = ?")
                        .param(submission.id())
                        .update();
            }
            forget(sql, submission.id());
            return submissions
                    .happened(sql, submission.id(), Move.HOLD_BACK, problem)
                    .map(Submission::version)
                    .orElse(0);
        });
    }

    /** Submissions of which the queue was asked for a release that is no longer wanted so. */
    public List<Submission> recalled() {
        return new SubmissionRows(database.read())
                .list(
                        "where state not in ('published', 'withdrawn') and exists (select 1 from submission_release r"
                                + " where r.submission = submission.id and r.version <> submission.version)",
                        List.of());
    }

    /** Those that wait for their minute. */
    public List<Submission> waiting() {
        return new SubmissionRows(database.read()).list("where state = 'scheduled'", List.of());
    }

    /** What the queue was asked for is taken back; it can be asked again. */
    public void forget(Submission submission) {
        database.write(sql -> forget(sql, submission.id()));
    }

    private static int forget(JdbcClient sql, String submission) {
        return sql.sql("delete from submission_release where submission = ?")
                .param(submission)
                .update();
    }

    /** The main document's event is the submission's. */
    @Override
    public void within(JdbcClient sql, LogEvent event) {
        SubmissionRows rows = new SubmissionRows(sql);
        rows.of(event.uid())
                .filter(submission -> isMain(rows, submission, event.uid()))
                .ifPresent(submission -> submissions.happened(
                        sql,
                        submission.id(),
                        event.event().leavesPublic() ? Move.RELEASE : Move.WITHDRAW,
                        event.event().code() + " " + event.seq()));
    }

    private static boolean isMain(SubmissionRows rows, Submission submission, Uid uid) {
        return rows.documents(submission.id()).stream()
                .anyMatch(document -> document.kind() == SubmittedDocument.Kind.MAIN
                        && document.part() == 0
                        && uid.equals(document.uid()));
    }
}
