package org.gongbao.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The publication log in the database: leaves, and hashes of complete subtrees. */
final class LogStore {

    /** Form of a leaf; a later form gets another number. */
    private static final int LEAF_VERSION = 1;

    private static final String EVENT =
            "select seq, at, event, uid, version, sha256, sm3, leaf, package_version, reason, number_series,"
                    + " number_serial, withdraws_earlier from log_event ";

    private final JdbcClient sql;

    LogStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A leaf with what the register keeps beside it.
     *
     * @param reason public reason of a withdrawal or a correction
     * @param number the index number that was allotted with it
     * @param withdrawsEarlier whether the versions before it are public no more
     */
    record Entry(
            LogEvent event,
            String leaf,
            int packageVersion,
            @Nullable String reason,
            @Nullable IndexNumber number,
            boolean withdrawsEarlier) {

        /** A leaf with nothing but its package. */
        static Entry of(LogEvent event, int packageVersion) {
            return new Entry(event, LogStore.leaf(event), packageVersion, null, null, false);
        }
    }

    /** The leaf of an event: RFC 8785 JSON. */
    static String leaf(LogEvent event) {
        Map<String, Object> leaf = new TreeMap<>();
        leaf.put("v", LEAF_VERSION);
        leaf.put("seq", event.seq());
        leaf.put("time", event.time());
        leaf.put("event", event.event().code());
        leaf.put("uid", event.uid().value());
        leaf.put("version", event.version());
        leaf.put("sha256", event.sha256());
        leaf.put("sm3", event.sm3());
        return CanonicalJson.write(leaf);
    }

    long size() {
        return sql.sql("select size from log_head where id = 1")
                .query(Long.class)
                .single();
    }

    /** Takes the next position; every other publishing transaction waits until this one ends. */
    long next() {
        return sql.sql("update log_head set size = size + 1 where id = 1 returning size")
                .query(Long.class)
                .single();
    }

    /** Appends an event whose position was taken by {@link #next} in the same transaction. */
    void append(Entry entry) {
        LogEvent event = entry.event();
        sql.sql("insert into log_event (seq, leaf, at, event, uid, version, sha256, sm3, package_version, reason,"
                        + " number_series, number_serial, withdraws_earlier)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        event.seq(),
                        entry.leaf(),
                        event.time().toString(),
                        event.event().code(),
                        event.uid().value(),
                        event.version(),
                        event.sha256(),
                        event.sm3(),
                        entry.packageVersion())
                .param(entry.reason())
                .param(entry.number() == null ? null : entry.number().series())
                .param(entry.number() == null ? null : entry.number().serial())
                .param(entry.withdrawsEarlier() ? 1 : 0)
                .update();
        grow(event.seq() - 1, MerkleTree.hashOfLeaf(entry.leaf().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private void grow(long index, byte[] leafHash) {
        byte[] hash = leafHash;
        int level = 0;
        long place = index;
        put(level, place, hash);
        while ((place & 1) == 1) {
            hash = MerkleTree.hashOfNode(hash(level, place - 1), hash);
            level++;
            place >>= 1;
            put(level, place, hash);
        }
    }

    private void put(int level, long place, byte[] hash) {
        sql.sql("insert into log_node (level, place, hash) values (?, ?, ?)")
                .params(level, place, HexFormat.of().formatHex(hash))
                .update();
    }

    byte[] hash(int level, long place) {
        String hash = sql.sql("select hash from log_node where level = ? and place = ?")
                .params(level, place)
                .query(String.class)
                .single();
        return HexFormat.of().parseHex(hash);
    }

    /** Hashes of one level, from a place on, at most {@code count}. */
    List<String> hashes(int level, long from, int count) {
        return sql.sql("select hash from log_node where level = ? and place >= ? and place < ? order by place")
                .params(level, from, from + count)
                .query(String.class)
                .list();
    }

    MerkleTree tree() {
        return new MerkleTree(this::hash);
    }

    /** Entries after a position, oldest first, at most {@code count}. */
    List<Entry> after(long position, int count) {
        return sql.sql(EVENT + "where seq > ? and seq <= ? order by seq")
                .params(position, position + count)
                .query(LogStore::entry)
                .list();
    }

    List<Entry> of(Uid uid) {
        return sql.sql(EVENT + "where uid = ? order by seq")
                .param(uid.value())
                .query(LogStore::entry)
                .list();
    }

    /** The first version of a document that may be read: none before its last correction for privacy. */
    static int firstReadable(List<Entry> ofDocument) {
        return ofDocument.stream()
                .filter(Entry::withdrawsEarlier)
                .mapToInt(entry -> entry.event().version())
                .max()
                .orElse(1);
    }

    Optional<Entry> latestOf(Uid uid) {
        return sql.sql(EVENT + "where uid = ? order by seq desc limit 1")
                .param(uid.value())
                .query(LogStore::entry)
                .optional();
    }

    /** What a row of {@code log_event} says of its event. */
    static LogEvent event(ResultSet row) throws SQLException {
        return new LogEvent(
                row.getLong("seq"),
                Instant.parse(row.getString("at")),
                LogEvent.Type.of(row.getString("event")),
                new Uid(row.getString("uid")),
                row.getInt("version"),
                row.getString("sha256"),
                row.getString("sm3"));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        @Nullable String series = row.getString("number_series");
        return new Entry(
                event(row),
                row.getString("leaf"),
                row.getInt("package_version"),
                row.getString("reason"),
                series == null ? null : new IndexNumber(series, row.getLong("number_serial")),
                row.getInt("withdraws_earlier") == 1);
    }
}
