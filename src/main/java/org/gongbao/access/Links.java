package org.gongbao.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One-time links: whoever holds one may set a password once. Only their digests are kept. */
final class Links {

    private final Database database;
    private final Clock clock;
    private final Duration life;

    Links(Database database, Clock clock, Duration life) {
        this.database = database;
        this.clock = clock;
        this.life = life;
    }

    /** A new link for an account, null for the first administrator; older ones for the same no longer work. */
    String issue(JdbcClient sql, @Nullable String account) {
        String token = Secrets.token();
        if (account == null) {
            sql.sql("delete from access_link where account is null").update();
        } else {
            sql.sql("delete from access_link where account = ?").param(account).update();
        }
        sql.sql("insert into access_link (sha256, account, expires) values (?, ?, ?)")
                .param(Secrets.sha256(token))
                .param(account)
                .param(clock.instant().plus(life).toEpochMilli())
                .update();
        return token;
    }

    /** What a link that still works is for; using it up is {@link #use}. */
    Optional<Link> look(String token) {
        return database.read()
                .sql("select account from access_link where sha256 = ? and expires > ?")
                .params(Secrets.sha256(token), clock.millis())
                .query((row, number) -> new Link(row.getString("account")))
                .optional();
    }

    /** Uses a link up; empty where it does not work, or not any more. */
    Optional<Link> use(JdbcClient sql, String token) {
        return sql.sql("delete from access_link where sha256 = ? and expires > ? returning account")
                .params(Secrets.sha256(token), clock.millis())
                .query((row, number) -> new Link(row.getString("account")))
                .optional();
    }

    /** @param account whose password it sets; null for the first administrator, who is to be made */
    record Link(@Nullable String account) {}
}
