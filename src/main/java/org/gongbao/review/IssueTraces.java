package org.gongbao.review;

import java.util.ArrayList;
import java.util.List;
import org.gongbao.publication.ErasedTraces;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.system.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Destroys what the issues that are put together hold of an erased document: words of its differences and notes, and the
 * files of an issue that holds it. An issue that is published, or about to be, is a document of its own: it is named, to be
 * withdrawn and erased itself.
 */
final class IssueTraces implements ErasedTraces {

    private static final String ITS_PLANS =
            "(uid = :uid or uid in (select plan from gazette_plan_item where uid = :uid))";

    private final Database database;
    private final IssueFiles files;
    private final PublishedDocuments documents;

    IssueTraces(Database database, IssueFiles files, PublishedDocuments documents) {
        this.database = database;
        this.files = files;
        this.documents = documents;
    }

    @Override
    public List<String> destroy(Uid uid) {
        database.write(sql -> forgetWords(sql, uid));
        List<String> left = new ArrayList<>();
        for (IssuePlan plan : plans(uid)) {
            if (isLoose(plan) || isErased(plan.uid())) {
                files.destroy(plan.uid());
                database.write(sql -> forgetFiles(sql, plan));
            } else {
                left.add("the issue " + plan.uid() + ", which is "
                        + plan.state().code() + ", holds it: withdraw and erase that too");
            }
        }
        return left;
    }

    private List<IssuePlan> plans(Uid uid) {
        return new IssueRows(database.read())
                .list().stream()
                        .filter(plan -> plan.uid().equals(uid)
                                || new IssueRows(database.read())
                                        .items(plan.uid()).stream()
                                                .anyMatch(item -> item.uid().equals(uid)))
                        .toList();
    }

    /** Nothing of it was ever given away to be released. */
    private static boolean isLoose(IssuePlan plan) {
        return plan.state() == IssueState.DRAFT || plan.state() == IssueState.PROOFED;
    }

    private boolean isErased(Uid uid) {
        return documents.find(uid).orElse(null) instanceof PublicState.Gone gone
                && gone.event() == LogEvent.Type.ERASED;
    }

    private static int forgetWords(JdbcClient sql, Uid uid) {
        sql.sql("update gazette_plan_difference set printed = '', published = '',"
                        + " erratum = case when erratum is null then null else '' end where uid = :uid or plan = :uid")
                .param("uid", uid.value())
                .update();
        sql.sql("update gazette_plan_step set note = '' where plan in (select uid from gazette_plan where " + ITS_PLANS
                        + ")")
                .param("uid", uid.value())
                .update();
        return sql.sql("update gazette_plan set problem = null where " + ITS_PLANS)
                .param("uid", uid.value())
                .update();
    }

    /** Without its files, an issue that was ready is a draft again. */
    private static int forgetFiles(JdbcClient sql, IssuePlan plan) {
        String state = isLoose(plan) ? IssueState.DRAFT.code() : plan.state().code();
        return sql.sql("update gazette_plan set state = ?, version = version + 1, edition = null, pages = null,"
                        + " printed = null, compared = null where uid = ?")
                .params(state, plan.uid().value())
                .update();
    }
}
