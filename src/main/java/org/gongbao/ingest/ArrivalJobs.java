package org.gongbao.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongbao.system.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the jobs on an arrival are, by its receipt. Apart from the {@link JobQueue}, which hands jobs to workers: who asks
 * here decides about files of the inbox and runs nothing.
 */
final class ArrivalJobs {

    private static final int MOST_AT_ONCE = 500;

    private final Database database;

    ArrivalJobs(Database database) {
        this.database = database;
    }

    /** The state of the latest job on an arrival, empty where it has none. */
    Optional<String> stateOf(String receipt) {
        return database.read()
                .sql("SELECT state FROM job WHERE receipt = ? ORDER BY id DESC LIMIT 1")
                .param(receipt)
                .query(String.class)
                .optional();
    }

    /** Of some receipts, those whose jobs are all parked. */
    Set<String> parked(List<String> receipts) {
        return having(receipts, "SUM(CASE WHEN state = 'parked' THEN 0 ELSE 1 END) = 0");
    }

    /**
     * Those of some receipts of which a job is done, and none is open. What is merely parked may not have been looked through
     * for marks and viruses, and stays in the inbox.
     */
    Set<String> doneWith(List<String> receipts) {
        return having(
                receipts,
                "SUM(CASE WHEN state IN ('queued', 'running') THEN 1 ELSE 0 END) = 0"
                        + " AND SUM(CASE WHEN state = 'done' THEN 1 ELSE 0 END) > 0");
    }

    private Set<String> having(List<String> receipts, String condition) {
        Set<String> found = new HashSet<>();
        for (int from = 0; from < receipts.size(); from += MOST_AT_ONCE) {
            found.addAll(database.read()
                    .sql("SELECT receipt FROM job WHERE receipt IN (:receipts) GROUP BY receipt HAVING " + condition)
                    .param("receipts", receipts.subList(from, Math.min(receipts.size(), from + MOST_AT_ONCE)))
                    .query(String.class)
                    .list());
        }
        return found;
    }

    /** Takes away what jobs on an arrival know of its file. */
    static void blank(JdbcClient client, String receipt) {
        client.sql("UPDATE job SET name = ?, sha256 = '', claimed = NULL, error = NULL WHERE receipt = ?")
                .params(blankName(receipt), receipt)
                .update();
        client.sql("UPDATE job_document SET title = NULL, reasons = '[]' WHERE job IN"
                        + " (SELECT id FROM job WHERE receipt = ?)")
                .param(receipt)
                .update();
    }

    /** Stands instead of the name of a file of which only the receipt is left. */
    static String blankName(String receipt) {
        return "receipt " + receipt;
    }
}
