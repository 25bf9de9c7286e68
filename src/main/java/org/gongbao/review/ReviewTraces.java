package org.gongbao.review;

import java.util.List;
import org.gongbao.publication.ErasedTraces;
import org.gongbao.publication.Uid;
import org.gongbao.system.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Destroys what people said of an erased document, and every free text of its submissions: anybody may have written the
 * document's words there. Who did what and when stays, and what was chosen from a list.
 */
final class ReviewTraces implements ErasedTraces {

    private static final String ITS_SUBMISSIONS = "select submission from submission_document where uid = ?";

    private final Database database;
    private final Corrections corrections;
    private final Redactions redactions;

    ReviewTraces(Database database, Corrections corrections, Redactions redactions) {
        this.database = database;
        this.corrections = corrections;
        this.redactions = redactions;
    }

    @Override
    public List<String> destroy(Uid uid) {
        corrections.destroy(uid);
        redactions.destroy(uid);
        database.write(sql -> forget(sql, uid));
        return List.of();
    }

    private static int forget(JdbcClient sql, Uid uid) {
        SubmissionRows rows = new SubmissionRows(sql);
        rows.list("where id in (" + ITS_SUBMISSIONS + ")", List.of(uid.value()))
                .forEach(submission -> forget(sql, submission));
        forgetNotes(sql, uid);
        LikeDocuments.forget(sql, uid);
        return forgetNames(sql, uid);
    }

    /** The document was withdrawn before, so that no correction of it is on its way any more. */
    private static void forget(JdbcClient sql, Submission submission) {
        sql.sql("update submission set title = null, statement = ?, problem = null, amendment = null,"
                        + " request_key = null where id = ?")
                .params(StatementJson.write(submission.statement().withoutWords()), submission.id())
                .update();
    }

    /** What an edit notes is the name of a field, and no word of it. */
    private static void forgetNotes(JdbcClient sql, Uid uid) {
        sql.sql("update submission_step set note = '' where kind <> ? and submission in (" + ITS_SUBMISSIONS + ")")
                .params(Step.Kind.EDIT.code(), uid.value())
                .update();
    }

    /** The file that held documents has its name as long as one of them does. */
    private static int forgetNames(JdbcClient sql, Uid uid) {
        sql.sql("update submission_document set title = null, reason = null where uid = ? or (uid is null and"
                        + " submission in (" + ITS_SUBMISSIONS + "))")
                .params(uid.value(), uid.value())
                .update();
        sql.sql("update submission_document set name = 'erased-' || ? where uid is null and exists (select 1 from"
                        + " submission_document own where own.submission = submission_document.submission"
                        + " and own.name = submission_document.name and own.uid = ?) and not exists (select 1 from"
                        + " submission_document other where other.submission = submission_document.submission"
                        + " and other.name = submission_document.name and other.uid <> ?)")
                .params(uid.value(), uid.value(), uid.value())
                .update();
        return sql.sql("update submission_document set name = 'erased-' || uid where uid = ?")
                .param(uid.value())
                .update();
    }
}
