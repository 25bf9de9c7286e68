package org.gongbao.access;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The audit trail (审计记录): who did what to what, when. Entries are only ever appended, each holds the hash of the one before,
 * and none holds personal data or text of a document.
 */
public interface AuditTrail {

    /**
     * Appends an entry as part of a transaction, so that what was done and its entry are both there or neither.
     *
     * @param sql the client of the transaction
     * @param actor identifier of the person, or a name such as {@code system}
     * @param action a stable word such as {@code submission.confirm}
     * @param object identifier of what it was done to, such as a submission's
     * @param details identifiers, states and numbers only
     */
    void append(JdbcClient sql, String actor, String action, String object, Map<String, String> details);
}
