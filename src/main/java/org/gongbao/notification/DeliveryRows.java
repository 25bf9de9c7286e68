package org.gongbao.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongbao.notification.Delivery.State;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of notices and their receipts. */
final class DeliveryRows {

    private final JdbcClient sql;

    DeliveryRows(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(LogEvent event, String channel, String target, Instant now) {
        sql.sql("insert into delivery (id, seq, uid, event, channel, target, state, due_at)"
                        + " values (?, ?, ?, ?, ?, ?, 'pending', ?) on conflict (seq, channel, target) do nothing")
                .params(
                        Uid.mint().value(),
                        event.seq(),
                        event.uid().value(),
                        event.event().code())
                .params(channel, target, now.toString())
                .update();
    }

    /** Nothing that still waits is told of a document any more. */
    void drop(Uid uid, Instant now) {
        sql.sql("update delivery set state = 'dropped', answer = 'gone', tried_at = ?"
                        + " where uid = ? and state = 'pending'")
                .params(now.toString(), uid.value())
                .update();
    }

    /** Takes the next one that is due, for as long as the lease lasts. */
    Optional<Delivery> claim(Instant now, Instant leaseUntil) {
        return sql.sql("update delivery set due_at = ?, attempts = attempts + 1 where id = (select id from delivery"
                        + " where state = 'pending' and due_at <= ? order by due_at, seq, id limit 1)"
                        + " and state = 'pending' and due_at <= ? returning *")
                .params(leaseUntil.toString(), now.toString(), now.toString())
                .query(DeliveryRows::delivery)
                .optional();
    }

    /** Writes what came of a try, unless it was dropped meanwhile. */
    void finish(Delivery tried, State state, String answer, Instant now, Instant dueAt) {
        sql.sql("update delivery set state = ?, answer = ?, tried_at = ?, due_at = ?"
                        + " where id = ? and state = 'pending' and attempts = ?")
                .params(state.code(), answer, now.toString(), dueAt.toString())
                .params(tried.id(), tried.attempts())
                .update();
    }

    void deleteBefore(Instant bound) {
        sql.sql("delete from delivery where state <> 'pending' and tried_at < ?")
                .param(bound.toString())
                .update();
    }

    /** The newest first. */
    List<Delivery> list(int count) {
        return sql.sql("select * from delivery order by seq desc, channel, target limit ?")
                .param(count)
                .query(DeliveryRows::delivery)
                .list();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        @Nullable String triedAt = row.getString("tried_at");
        return new Delivery(
                row.getString("id"),
                row.getLong("seq"),
                new Uid(row.getString("uid")),
                LogEvent.Type.of(row.getString("event")),
                row.getString("channel"),
                row.getString("target"),
                State.of(row.getString("state")),
                row.getInt("attempts"),
                Instant.parse(row.getString("due_at")),
                triedAt == null ? null : Instant.parse(triedAt),
                row.getString("answer"));
    }
}
