package org.gongbao.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongbao.notification.SubscriptionIntake.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of subscriptions, of the tokens in their mails and of what they were told. */
final class SubscriptionRows {

    private final JdbcClient sql;

    SubscriptionRows(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(String id, SubscriptionIntake.Asked asked, Instant now) {
        sql.sql("insert into subscription (id, address, language, rhythm, topic, asked_at, due_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, asked.address(), asked.language(), asked.rhythm().code())
                .params(asked.topic().toString(), now.toString(), now.toString())
                .update();
    }

    /** How many questions an address got since, that it did not answer. */
    long unanswered(String address, Instant since) {
        return sql.sql("select count(*) from subscription"
                        + " where lower(address) = lower(?) and confirmed_at is null and asked_at >= ?")
                .params(address, since.toString())
                .query(Long.class)
                .single();
    }

    List<Subscription> due(Instant now, int most) {
        return sql.sql("select * from subscription where due_at <= ? order by due_at, id limit ?")
                .params(now.toString(), most)
                .query(SubscriptionRows::subscription)
                .list();
    }

    Optional<Subscription> find(String id) {
        return sql.sql("select * from subscription where id = ?")
                .param(id)
                .query(SubscriptionRows::subscription)
                .optional();
    }

    Optional<Subscription> byToken(String sha256, Purpose purpose) {
        return sql.sql("select s.* from subscription s join subscription_token t on t.subscription = s.id"
                        + " where t.sha256 = ? and t.purpose = ?")
                .params(sha256, purpose.name())
                .query(SubscriptionRows::subscription)
                .optional();
    }

    void insertToken(String id, String sha256, Purpose purpose) {
        sql.sql("insert into subscription_token (sha256, subscription, purpose) values (?, ?, ?)")
                .params(sha256, id, purpose.name())
                .update();
    }

    /** Begins a try, which is made again then where it never ends; false where the subscription is gone. */
    boolean begin(String id, Instant until, @Nullable Long sendingSeq) {
        return sql.sql("update subscription set due_at = ?, attempts = attempts + 1, sending_seq = ? where id = ?")
                        .param(until.toString())
                        .param(sendingSeq)
                        .param(id)
                        .update()
                == 1;
    }

    void due(String id, @Nullable Instant at, int attempts) {
        sql.sql("update subscription set due_at = ?, attempts = ? where id = ?")
                .param(at == null ? null : at.toString())
                .param(attempts)
                .param(id)
                .update();
    }

    void confirm(Subscription pending, long position, Instant now, Instant due) {
        sql.sql("update subscription set confirmed_at = ?, due_at = ?, attempts = 0, told_seq = ?, checked_seq = ?"
                        + " where id = ? and confirmed_at is null")
                .params(now.toString(), due.toString(), position, position, pending.id())
                .update();
    }

    /** Others of the same address and topic, which a newly confirmed one takes the place of. */
    List<String> older(Subscription newer) {
        return sql.sql("select id from subscription where lower(address) = lower(?) and topic = ? and id <> ?")
                .params(newer.address(), newer.topic().toString(), newer.id())
                .query(String.class)
                .list();
    }

    void checked(String id, long seq, Instant due) {
        sql.sql("update subscription set checked_seq = ?, sending_seq = null, attempts = 0, due_at = ? where id = ?")
                .params(seq, due.toString(), id)
                .update();
    }

    /** Notes that a digest went out; it says of which documents and that some are gone. */
    void told(String id, long seq, Instant due, Set<String> told, Set<String> gone) {
        int open = sql.sql("update subscription set told_seq = ?, checked_seq = ?, sending_seq = null, attempts = 0,"
                        + " due_at = ? where id = ?")
                .params(seq, seq, due.toString(), id)
                .update();
        if (open == 0) {
            return;
        }
        told.forEach(uid -> sql.sql("insert into subscription_told (subscription, uid) values (?, ?)"
                        + " on conflict (subscription, uid) do nothing")
                .params(id, uid)
                .update());
        gone.forEach(uid -> sql.sql("delete from subscription_told where subscription = ? and uid = ?")
                .params(id, uid)
                .update());
    }

    boolean wasTold(String id, String uid) {
        return sql.sql("select count(*) from subscription_told where subscription = ? and uid = ?")
                        .params(id, uid)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void delete(String id) {
        sql.sql("delete from subscription_told where subscription = ?")
                .param(id)
                .update();
        sql.sql("delete from subscription_token where subscription = ?")
                .param(id)
                .update();
        sql.sql("delete from subscription where id = ?").param(id).update();
    }

    List<String> unconfirmedBefore(Instant bound) {
        return sql.sql("select id from subscription where confirmed_at is null and asked_at < ?")
                .param(bound.toString())
                .query(String.class)
                .list();
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        @Nullable String due = row.getString("due_at");
        long sending = row.getLong("sending_seq");
        boolean isSending = !row.wasNull();
        return new Subscription(
                row.getString("id"),
                row.getString("address"),
                row.getString("language"),
                Rhythm.of(row.getString("rhythm")).orElseThrow(),
                Topic.of(row.getString("topic")),
                row.getString("confirmed_at") != null,
                due == null ? null : Instant.parse(due),
                row.getInt("attempts"),
                row.getLong("told_seq"),
                row.getLong("checked_seq"),
                isSending ? sending : null);
    }
}
