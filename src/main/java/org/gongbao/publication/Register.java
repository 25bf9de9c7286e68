package org.gongbao.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The register (登记册): the state of every document that was ever public. Events change it, the same way when they happen
 * and when they are replayed from the archive.
 */
final class Register {

    static final String PUBLIC = "public";

    private static final String ROW =
            "select d.uid, d.state, d.version, d.package_version, d.content, d.released_at, d.version_at, d.gone_at,"
                    + " d.reason, d.place, v.seq, e.sha256 from document d"
                    + " join document_version v on v.uid = d.uid and v.version = d.version"
                    + " join log_event e on e.seq = v.seq ";

    private final JdbcClient sql;
    private final LogStore log;
    private final Citations citations;
    private final CatalogueEntries catalogue;
    private final IssueEntries issues;

    Register(JdbcClient sql) {
        this.sql = sql;
        this.log = new LogStore(sql);
        this.citations = new Citations(sql);
        this.catalogue = new CatalogueEntries(sql);
        this.issues = new IssueEntries(sql);
    }

    /**
     * A document's state.
     *
     * @param place position of the latest event that changed its view
     * @param seq position of the event of its latest version
     * @param manifestSha256 digest of the manifest of its latest version
     */
    record Row(
            Uid uid,
            String state,
            int version,
            int packageVersion,
            String content,
            Instant releasedAt,
            Instant versionAt,
            @Nullable Instant goneAt,
            @Nullable String reason,
            long place,
            long seq,
            String manifestSha256) {

        boolean isPublic() {
            return state.equals(PUBLIC);
        }
    }

    /**
     * What an event does to the register.
     *
     * @param record the public record, null when the document goes or when its bytes were erased since
     * @param content digest of the content, empty when the document goes
     * @param printed documents that it prints, where it is an issue that was put together here
     * @param terms how far the version may travel
     */
    record Entry(
            LogStore.Entry logged, @Nullable DocumentRecord record, String content, Set<Uid> printed, Terms terms) {

        /** The document goes. */
        static Entry ofGone(LogEvent event, int packageVersion, @Nullable String reason) {
            return new Entry(
                    new LogStore.Entry(event, LogStore.leaf(event), packageVersion, reason, null, false),
                    null,
                    "",
                    Set.of(),
                    Terms.PAGE);
        }

        LogEvent event() {
            return logged.event();
        }

        int packageVersion() {
            return logged.packageVersion();
        }
    }

    Optional<Row> find(Uid uid) {
        return sql.sql(ROW + "where d.uid = ?")
                .param(uid.value())
                .query(Register::row)
                .optional();
    }

    /** Public documents whose latest change lies in a range of positions, in its order, behind a place and identifier. */
    List<Row> page(long afterPlace, String afterUid, long last, int count) {
        return sql.sql(ROW + "where d.state = 'public' and d.place <= ?"
                        + " and (d.place > ? or (d.place = ? and d.uid > ?)) order by d.place, d.uid limit ?")
                .params(last, afterPlace, afterPlace, afterUid, count)
                .query(Register::row)
                .list();
    }

    long countPublic() {
        return sql.sql("select count(*) from document where state = 'public'")
                .query(Long.class)
                .single();
    }

    /** Appends an event and applies it. Its position was taken from the log's head in this transaction. */
    void apply(Entry entry) {
        log.append(entry.logged());
        LogEvent event = entry.event();
        TreeSet<String> touched = new TreeSet<>();
        String numbered = RegisterNumbers.borne(sql, event.uid());
        if (event.event().leavesPublic()) {
            release(entry);
            RegisterNumbers.put(sql, event.uid(), event.version(), entry.record());
            catalogue.release(event, entry.record(), entry.terms());
            issues.replace(event.uid(), entry.printed());
            if (entry.record() != null) {
                touched.addAll(citations.replace(event, entry.record()));
            }
        } else {
            goAway(entry);
            catalogue.end(event);
            touched.addAll(citations.remove(event));
        }
        touched.addAll(RegisterNumbers.sharing(sql, event.uid(), numbered, RegisterNumbers.borne(sql, event.uid())));
        scrub(entry);
        if (event.event() != LogEvent.Type.REVISED) {
            touched.addAll(issues.holding(event.uid()));
        }
        touched.remove(event.uid().value());
        touch(event.seq(), touched);
    }

    private void release(Entry entry) {
        LogEvent event = entry.event();
        sql.sql("insert into document (uid, state, version, package_version, content, released_at, version_at, place)"
                        + " values (?, 'public', ?, ?, ?, ?, ?, ?) on conflict (uid) do update set state = 'public',"
                        + " version = excluded.version, package_version = excluded.package_version,"
                        + " content = excluded.content, version_at = excluded.version_at, gone_at = null,"
                        + " reason = null, place = excluded.place")
                .params(
                        event.uid().value(),
                        event.version(),
                        entry.packageVersion(),
                        entry.content(),
                        event.time().toString(),
                        event.time().toString(),
                        event.seq())
                .update();
        RegisterVersions.put(sql, event, entry.packageVersion(), entry.record());
    }

    /** Nothing of the content of versions that went may stay. */
    private void scrub(Entry entry) {
        boolean isErased = entry.event().event() == LogEvent.Type.ERASED;
        if (isErased || entry.logged().withdrawsEarlier()) {
            String uid = entry.event().uid().value();
            int first = isErased ? Integer.MAX_VALUE : entry.event().version();
            RegisterVersions.forget(sql, uid, first);
            citations.forget(uid, first);
            catalogue.hide(entry.event().uid(), first);
        }
        if (isErased) {
            issues.forget(entry.event().uid());
            sql.sql("update document set content = '' where uid = ?")
                    .param(entry.event().uid().value())
                    .update();
        }
    }

    private void goAway(Entry entry) {
        LogEvent event = entry.event();
        sql.sql("update document set state = ?, gone_at = ?, reason = ?, place = ? where uid = ?")
                .params(event.event().code(), event.time().toString())
                .param(entry.logged().reason())
                .param(event.seq())
                .param(event.uid().value())
                .update();
    }

    private void touch(long seq, Set<String> touched) {
        for (String uid : touched) {
            int changed = sql.sql("update document set place = ? where uid = ? and state = 'public'")
                    .params(seq, uid)
                    .update();
            if (changed == 1) {
                sql.sql("insert into log_touch (seq, uid) values (?, ?)")
                        .params(seq, uid)
                        .update();
            }
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String gone = row.getString("gone_at");
        return new Row(
                new Uid(row.getString("uid")),
                row.getString("state"),
                row.getInt("version"),
                row.getInt("package_version"),
                row.getString("content"),
                Instant.parse(row.getString("released_at")),
                Instant.parse(row.getString("version_at")),
                gone == null ? null : Instant.parse(gone),
                row.getString("reason"),
                row.getLong("place"),
                row.getLong("seq"),
                row.getString("sha256"));
    }
}
