package org.gongbao.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.archive.Archive;
import org.gongbao.publication.ErasedTraces;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.system.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Destroys the original of an erased document, what was read from it and what jobs say of it. An original that holds other
 * documents which are public or wait stays until they are erased too; what was read from it goes and is made again when it
 * is needed. Which document the bytes were stays known, so that they never become another one.
 */
final class OriginalTraces implements ErasedTraces {

    private final Archive archive;
    private final Database database;
    private final JobDocuments documents;
    private final Extractions extractions;
    private final PublishedDocuments published;
    private final Regressions regressions;

    OriginalTraces(
            Archive archive,
            Database database,
            JobDocuments documents,
            Extractions extractions,
            PublishedDocuments published,
            Regressions regressions) {
        this.regressions = regressions;
        this.archive = archive;
        this.database = database;
        this.documents = documents;
        this.extractions = extractions;
        this.published = published;
    }

    @Override
    public List<String> destroy(Uid uid) {
        database.write(
                sql -> sql.sql("UPDATE job_document SET title = NULL, reasons = NULL, outcome = NULL WHERE uid = ?")
                        .param(uid.value())
                        .update());
        Optional<String> sha256 = documents.originalOf(uid);
        if (sha256.isEmpty()) {
            return List.of();
        }
        extractions.delete(sha256.get());
        regressions.delete(sha256.get());
        List<String> others = others(uid, sha256.get());
        if (others.isEmpty()) {
            archive.purgeOriginal(sha256.get());
            database.write(sql -> forgetJobs(sql, sha256.get()));
        }
        return others;
    }

    private List<String> others(Uid uid, String sha256) {
        List<String> others = new ArrayList<>();
        for (Map.Entry<Integer, Uid> document : documents.ofOriginal(sha256).entrySet()) {
            Optional<PublicState> state = published.find(document.getValue());
            boolean isNeeded = state.isEmpty() || state.get() instanceof PublicState.Public;
            if (isNeeded && !document.getValue().equals(uid)) {
                others.add("the original stays, for it also holds " + document.getValue()
                        + (state.isEmpty() ? ", which is not public yet" : ", which is public"));
            }
        }
        return others;
    }

    private static int forgetJobs(JdbcClient sql, String sha256) {
        sql.sql("DELETE FROM job_document WHERE job IN (SELECT id FROM job WHERE sha256 = ?)")
                .param(sha256)
                .update();
        return sql.sql("DELETE FROM job WHERE sha256 = ?").param(sha256).update();
    }
}
