package org.gongbao.publication;

import java.time.LocalDate;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.GazetteIssue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the register keeps of each version of a document, to find it by without its package. */
final class RegisterVersions {

    private RegisterVersions() {}

    /** @param record null when its bytes were erased since */
    static void put(JdbcClient sql, LogEvent event, int packageVersion, @Nullable DocumentRecord record) {
        LocalDate actsOn = record == null ? null : actsOn(record);
        GazetteIssue gazette = record == null ? null : record.gazette();
        sql.sql("insert into document_version (uid, version, package_version, seq, at, title, document_number, acts_on,"
                        + " gazette_series, gazette_year, gazette_issue, gazette_whole, document_kind)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(event.uid().value(), event.version(), packageVersion, event.seq())
                .param(event.time().toString())
                .param(record == null ? null : record.displayTitle())
                .param(record == null ? null : record.documentNumber())
                .param(actsOn == null ? null : actsOn.toString())
                .param(gazette == null ? null : gazette.series())
                .param(gazette == null ? null : gazette.year())
                .param(gazette == null ? null : gazette.issue())
                .param(record == null || record.items().isEmpty() ? 0 : 1)
                .param(record == null ? null : record.documentKind())
                .update();
    }

    /** Nothing of the content of versions before one may stay. */
    static void forget(JdbcClient sql, String uid, int first) {
        sql.sql("update document_version set title = null, document_number = null, eli = null"
                        + " where uid = ? and version < ?")
                .params(uid, first)
                .update();
    }

    private static @Nullable LocalDate actsOn(DocumentRecord record) {
        if (record.effectiveOn() != null) {
            return record.effectiveOn();
        }
        return record.issuedOn() != null ? record.issuedOn() : record.publishedOn();
    }
}
