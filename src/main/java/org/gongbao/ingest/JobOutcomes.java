package org.gongbao.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What became of documents in each job. */
final class JobOutcomes {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;

    JobOutcomes(Database database) {
        this.database = database;
    }

    static void insertUnreadable(JdbcClient client, long job, String reason) {
        write(client, job, List.of(new DocumentOutcome("", 0, OutcomeKind.UNREADABLE, null, null, List.of(reason))));
    }

    static void write(JdbcClient client, long job, List<DocumentOutcome> outcomes) {
        for (DocumentOutcome outcome : outcomes) {
            Uid uid = outcome.uid();
            client.sql(
                            "INSERT INTO job_document (job, part, uid, base, title, outcome, reasons)"
                                    + " VALUES (?, ?, ?, 0, ?, ?, ?) ON CONFLICT (job, part) DO UPDATE SET"
                                    + " uid = COALESCE(excluded.uid, job_document.uid), title = excluded.title, outcome = excluded.outcome, reasons = excluded.reasons")
                    .param(job)
                    .param(outcome.part())
                    .param(uid == null ? null : uid.value())
                    .param(outcome.title())
                    .param(outcome.kind().code())
                    .param(CanonicalJson.write(outcome.reasons()))
                    .update();
        }
    }

    /** What an earlier job made of a document; empty where none has finished with it. */
    Optional<OutcomeKind> latest(Uid uid) {
        return database.read()
                .sql("SELECT outcome FROM job_document WHERE uid = ? AND outcome IS NOT NULL ORDER BY job DESC LIMIT 1")
                .param(uid.value())
                .query(String.class)
                .optional()
                .map(OutcomeKind::of);
    }

    /** What the latest job made of documents that were never public and that nobody took to the desk, newest first. */
    List<DocumentOutcome> unclaimed(int from, int count) {
        return database.read()
                .sql("SELECT j.name, d.part, d.uid, d.title, d.outcome, d.reasons FROM job_document d"
                        + " JOIN job j ON j.id = d.job WHERE d.outcome IN ('waiting', 'held') AND d.uid IS NOT NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM job_document later WHERE later.uid = d.uid"
                        + " AND later.outcome IS NOT NULL AND later.job > d.job)"
                        + " AND NOT EXISTS (SELECT 1 FROM submission_document s WHERE s.uid = d.uid)"
                        + " AND NOT EXISTS (SELECT 1 FROM document p WHERE p.uid = d.uid)"
                        + " ORDER BY d.job DESC, d.part LIMIT ? OFFSET ?")
                .params(count, from)
                .query((row, number) -> outcome(row))
                .list();
    }

    /** Outcomes of the jobs of a batch that are done, in the order of the files. */
    List<DocumentOutcome> in(Batch batch) {
        return database.read()
                .sql("SELECT j.name, d.part, d.uid, d.title, d.outcome, d.reasons FROM job j JOIN job_document d"
                        + " ON d.job = j.id WHERE j.batch = ? AND d.outcome IS NOT NULL ORDER BY j.id, d.part")
                .param(batch.id())
                .query((row, number) -> outcome(row))
                .list();
    }

    private static DocumentOutcome outcome(ResultSet row) throws SQLException {
        @Nullable String uid = row.getString("uid");
        @Nullable String title = row.getString("title");
        List<String> reasons = new ArrayList<>();
        JSON.readTree(row.getString("reasons")).forEach(reason -> reasons.add(reason.asString()));
        return new DocumentOutcome(
                row.getString("name"),
                row.getInt("part"),
                OutcomeKind.of(row.getString("outcome")),
                uid == null ? null : new Uid(uid),
                title,
                reasons);
    }
}
