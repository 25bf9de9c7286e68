package org.gongbao.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.gongbao.system.Database;

/** The documents that one projection has put aside, so that the others go on. */
final class ParkedDocuments {

    private final Database database;
    private final Clock clock;
    private final String projection;

    ParkedDocuments(Database database, Clock clock, String projection) {
        this.database = database;
        this.clock = clock;
        this.projection = projection;
    }

    void park(Uid uid, long position, Throwable why) {
        database.write(sql -> sql.sql("insert into parked_document (projection, uid, seq, error, at)"
                        + " values (?, ?, ?, ?, ?) on conflict (projection, uid)"
                        + " do update set seq = excluded.seq, error = excluded.error, at = excluded.at")
                .params(
                        projection,
                        uid.value(),
                        position,
                        why.getMessage() == null ? why.toString() : why.getMessage(),
                        clock.instant().toString())
                .update());
    }

    void release(Uid uid) {
        database.write(sql -> sql.sql("delete from parked_document where projection = ? and uid = ?")
                .params(projection, uid.value())
                .update());
    }

    void releaseAll() {
        database.write(sql -> sql.sql("delete from parked_document where projection = ?")
                .param(projection)
                .update());
    }

    List<ParkedDocument> list() {
        return database.read()
                .sql("select uid, seq, error, at from parked_document where projection = ? order by seq, uid")
                .param(projection)
                .query((row, number) -> new ParkedDocument(
                        new Uid(row.getString("uid")),
                        row.getLong("seq"),
                        row.getString("error"),
                        Instant.parse(row.getString("at"))))
                .list();
    }
}
