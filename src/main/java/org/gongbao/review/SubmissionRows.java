package org.gongbao.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongbao.publication.PublicCorrection;
import org.gongbao.publication.Uid;
import org.gongbao.review.Submission.Lock;
import org.gongbao.review.SubmittedDocument.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of submissions, their documents and their history. */
final class SubmissionRows {

    private final JdbcClient sql;

    SubmissionRows(JdbcClient sql) {
        this.sql = sql;
    }

    JdbcClient client() {
        return sql;
    }

    void insert(Submission submission, @Nullable String requestKey) {
        sql.sql("insert into submission (id, department, state, review, version, batch, request_key, statement,"
                        + " created_by, created_at, due_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        submission.id(),
                        submission.department(),
                        submission.state().code())
                .params(submission.review(), submission.version(), submission.batch())
                .param(requestKey)
                .params(StatementJson.write(submission.statement()), submission.createdBy())
                .param(submission.createdAt().toString())
                .param(text(submission.dueOn()))
                .update();
    }

    /** Writes all that can change; false where it is not at the version that was seen. */
    boolean update(Submission submission, int seen) {
        State heldFrom = submission.heldFrom();
        Lock lock = submission.lock();
        PublicCorrection amendment = submission.amendment();
        return sql.sql(
                                "update submission set state = ?, review = ?, held_from = ?, version = ?, title = ?,"
                                        + " statement = ?, due_on = ?, release_at = ?, problem = ?, lock_person = ?,"
                                        + " lock_name = ?, lock_until = ?, amendment = ?, amendment_privacy = ? where id = ? and version = ?")
                        .params(submission.state().code(), submission.review())
                        .param(heldFrom == null ? null : heldFrom.code())
                        .param(submission.version())
                        .param(submission.title())
                        .param(StatementJson.write(submission.statement()))
                        .param(text(submission.dueOn()))
                        .param(text(submission.releaseAt()))
                        .param(submission.problem())
                        .param(lock == null ? null : lock.person())
                        .param(lock == null ? null : lock.name())
                        .param(lock == null ? null : lock.until().toString())
                        .param(amendment == null ? null : amendment.reason())
                        .param(amendment != null && amendment.isForPrivacy() ? 1 : 0)
                        .params(submission.id(), seen)
                        .update()
                == 1;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    Optional<Submission> find(String id) {
        return one("where id = ?", id);
    }

    Optional<Submission> ofBatch(long batch) {
        return one("where batch = ?", batch);
    }

    Optional<Submission> ofRequest(String department, String requestKey) {
        return one("where department = ? and request_key = ?", department, requestKey);
    }

    /** The submission that a document was handed in with last. */
    Optional<Submission> of(Uid uid) {
        return one(
                "where id in (select submission from submission_document where uid = ?) order by created_at desc"
                        + " limit 1",
                uid.value());
    }

    private Optional<Submission> one(String where, Object... values) {
        return sql.sql("select * from submission " + where)
                .params(values)
                .query(SubmissionRows::submission)
                .optional();
    }

    List<Submission> list(String where, List<?> values) {
        return sql.sql("select * from submission " + where)
                .params(values)
                .query(SubmissionRows::submission)
                .list();
    }

    long count(String where, List<?> values) {
        return sql.sql("select count(*) from submission " + where)
                .params(values)
                .query(Long.class)
                .single();
    }

    private static Submission submission(ResultSet row, int number) throws SQLException {
        @Nullable String heldFrom = row.getString("held_from");
        @Nullable String dueOn = row.getString("due_on");
        @Nullable String releaseAt = row.getString("release_at");
        @Nullable String lock = row.getString("lock_person");
        @Nullable String amendment = row.getString("amendment");
        return new Submission(
                row.getString("id"),
                row.getString("department"),
                State.of(row.getString("state")),
                row.getInt("review"),
                heldFrom == null ? null : State.of(heldFrom),
                row.getInt("version"),
                row.getLong("batch"),
                row.getString("title"),
                StatementJson.read(row.getString("statement")),
                row.getString("created_by"),
                Instant.parse(row.getString("created_at")),
                dueOn == null ? null : LocalDate.parse(dueOn),
                releaseAt == null ? null : Instant.parse(releaseAt),
                row.getString("problem"),
                lock == null
                        ? null
                        : new Lock(lock, row.getString("lock_name"), Instant.parse(row.getString("lock_until"))),
                amendment == null ? null : new PublicCorrection(amendment, row.getInt("amendment_privacy") == 1));
    }

    void put(SubmittedDocument document) {
        Uid uid = document.uid();
        sql.sql("insert into submission_document (submission, name, part, kind, uid, title, outcome, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (submission, name, part) do update set"
                        + " uid = excluded.uid, title = excluded.title, outcome = excluded.outcome,"
                        + " reason = excluded.reason")
                .params(document.submission(), document.name(), document.part())
                .param(document.kind().code())
                .param(uid == null ? null : uid.value())
                .param(document.title())
                .param(document.outcome())
                .param(document.reason())
                .update();
    }

    /** Gives a submission the title that was read, without making a new version of it. */
    void titled(String id, @Nullable String title) {
        sql.sql("update submission set title = ? where id = ?")
                .param(title)
                .param(id)
                .update();
    }

    /** The same request makes a new submission from now on. */
    void forgetRequest(String id) {
        sql.sql("update submission set request_key = null where id = ?")
                .param(id)
                .update();
    }

    /** The documents of a submission, the main file first. */
    List<SubmittedDocument> documents(String submission) {
        return sql.sql("select * from submission_document where submission = ? order by"
                        + " case kind when 'main' then 0 when 'annex' then 1 else 2 end, name, part")
                .param(submission)
                .query(SubmissionRows::document)
                .list();
    }

    private static SubmittedDocument document(ResultSet row, int number) throws SQLException {
        @Nullable String uid = row.getString("uid");
        return new SubmittedDocument(
                row.getString("submission"),
                row.getString("name"),
                row.getInt("part"),
                Kind.of(row.getString("kind")),
                uid == null ? null : new Uid(uid),
                row.getString("title"),
                row.getString("outcome"),
                row.getString("reason"));
    }

    void append(String submission, Step step) {
        Move move = step.move();
        sql.sql("insert into submission_step (submission, number, at, person, name, kind, move, from_state, to_state,"
                        + " review, note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(submission, step.number(), step.at().toString(), step.person(), step.name())
                .params(step.kind().code())
                .param(move == null ? null : move.code())
                .params(step.from().code(), step.to().code(), step.review(), step.note())
                .update();
    }

    /** What was done to a submission, oldest first. */
    List<Step> history(String submission) {
        return sql.sql("select * from submission_step where submission = ? order by number")
                .param(submission)
                .query(SubmissionRows::step)
                .list();
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        @Nullable String move = row.getString("move");
        return new Step(
                row.getInt("number"),
                Instant.parse(row.getString("at")),
                row.getString("person"),
                row.getString("name"),
                Step.Kind.of(row.getString("kind")),
                move == null ? null : Move.of(move),
                State.of(row.getString("from_state")),
                State.of(row.getString("to_state")),
                row.getInt("review"),
                row.getString("note"));
    }
}
