package org.gongbao.publication;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which documents the public edition of an issue holds (公报一期刊载的文件), so that the issue is looked at again in the transaction in
 * which one of them goes or comes back.
 */
final class IssueEntries {

    private final JdbcClient sql;

    IssueEntries(JdbcClient sql) {
        this.sql = sql;
    }

    void replace(Uid issue, Set<Uid> held) {
        forget(issue);
        held.forEach(uid -> sql.sql("insert into issue_entry (issue, uid) values (?, ?)")
                .params(issue.value(), uid.value())
                .update());
    }

    void forget(Uid issue) {
        sql.sql("delete from issue_entry where issue = ?").param(issue.value()).update();
    }

    /** Issues that hold a document. */
    List<String> holding(Uid uid) {
        return sql.sql("select issue from issue_entry where uid = ?")
                .param(uid.value())
                .query(String.class)
                .list();
    }
}
