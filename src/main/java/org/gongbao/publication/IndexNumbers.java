package org.gongbao.publication;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Allots index numbers (索引号) without gaps. A number is read before the package is made, for the package holds it, and holds
 * only if it is still the next one in the transaction that releases the document. A document that carries an index number of
 * its own keeps that; what was allotted once stays with its document for good, withdrawn or erased.
 */
final class IndexNumbers {

    /** Rule of the claim that an allotted number is in a record. */
    static final String RULE = "index-number.allotted/1";

    private final IndexNumberSettings settings;
    private final ZoneId zone;

    IndexNumbers(IndexNumberSettings settings, ZoneId zone) {
        this.settings = settings;
        this.zone = zone;
    }

    /** @param isNew whether it is to be taken in the transaction that releases the document */
    record Allotted(IndexNumber number, boolean isNew) {}

    /** The number of a document: the one it has, else the next of its series; null where it gets none. */
    @Nullable
    Allotted of(JdbcClient sql, Uid uid, DocumentRecord record, Instant release) {
        if (record.indexNumber() != null) {
            return null;
        }
        Optional<IndexNumber> has = sql.sql("select number_series as series, number_serial as serial from log_event"
                        + " where uid = ? and number_series is not null")
                .param(uid.value())
                .query(IndexNumber.class)
                .optional();
        if (has.isPresent()) {
            return new Allotted(has.get(), false);
        }
        if (settings.isOff()) {
            return null;
        }
        String series = settings.series(release.atZone(zone));
        return new Allotted(new IndexNumber(series, last(sql, series) + 1), true);
    }

    /** Whether a number is the next of its series; to be asked in the transaction that holds the log's head. */
    static boolean isNext(JdbcClient sql, IndexNumber number) {
        return last(sql, number.series()) + 1 == number.serial();
    }

    private static long last(JdbcClient sql, String series) {
        return sql.sql("select coalesce(max(number_serial), 0) from log_event where number_series = ?")
                .param(series)
                .query(Long.class)
                .single();
    }

    /** What is published with the number, and its evidence. */
    static PackageContent with(PackageContent content, @Nullable Allotted allotted) {
        if (allotted == null) {
            return content;
        }
        String text = allotted.number().text();
        DocumentRecord record = content.record().toBuilder()
                .indexNumber(text)
                .claim("indexNumber", new Claim(text, text, null, null, null, null, RULE, 1, false))
                .build();
        return new PackageContent(record, content.files());
    }
}
