package org.gongbao.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongbao.archive.ArchiveBackup;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a backup leaves out of the inbox: files that were not looked through to their end may bear a secrecy mark in force, and
 * such files are in no backup. In the backup's database only their receipts stay; they are still where the backup was made.
 */
public final class LeftOut {

    private static final String REASON =
            "it was not looked through yet when the backup was made, so it is not in it: hand it in again";

    private LeftOut() {}

    /**
     * Blanks, in a copy of the database, every arrival of the inbox of which no job has come to its end.
     *
     * @return receipts of those left out
     */
    public static List<String> blank(JdbcClient copy) {
        Set<String> done = new HashSet<>(copy.sql("SELECT receipt FROM job WHERE receipt IS NOT NULL GROUP BY receipt"
                        + " HAVING SUM(CASE WHEN state = 'done' THEN 1 ELSE 0 END) > 0"
                        + " AND SUM(CASE WHEN state IN ('queued', 'running') THEN 1 ELSE 0 END) = 0")
                .query(String.class)
                .list());
        List<String> left = ArchiveBackup.unsettled(copy).stream()
                .filter(receipt -> !done.contains(receipt))
                .toList();
        for (String receipt : left) {
            ArchiveBackup.blank(copy, receipt);
            ArrivalJobs.blank(copy, receipt);
            end(copy, receipt);
        }
        return left;
    }

    private static void end(JdbcClient copy, String receipt) {
        List<Long> open = copy.sql("UPDATE job SET state = 'done', lease_owner = NULL, lease_until = NULL"
                        + " WHERE receipt = ? AND state <> 'done' RETURNING id")
                .param(receipt)
                .query(Long.class)
                .list();
        DocumentOutcome outcome =
                new DocumentOutcome(ArrivalJobs.blankName(receipt), 0, OutcomeKind.FAILED, null, null, List.of(REASON));
        open.forEach(job -> JobOutcomes.write(copy, job, List.of(outcome)));
    }
}
