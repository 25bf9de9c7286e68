package org.gongbao.review;

import java.util.List;
import org.gongbao.publication.ErasedTraces;
import org.gongbao.publication.Uid;
import org.gongbao.system.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Destroys what people said of an erased document, and what its submission calls it. Who did what and when stays. */
final class ReviewTraces implements ErasedTraces {

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
        database.write(sql -> forgetNames(sql, uid));
        return List.of();
    }

    private static int forgetNames(JdbcClient sql, Uid uid) {
        sql.sql("update submission set title = null"
                        + " where id in (select submission from submission_document where uid = ?)")
                .param(uid.value())
                .update();
        return sql.sql(
                        "update submission_document set title = null, reason = null, name = 'erased-' || uid where uid = ?")
                .param(uid.value())
                .update();
    }
}
