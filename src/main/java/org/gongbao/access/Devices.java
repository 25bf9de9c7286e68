package org.gongbao.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The browsers from which an account is used (登录设备). One that was never seen is noted in the trail. Each is told at sign-in what
 * happened to the account since it was last used there, so that nobody who signs in elsewhere takes that away.
 */
public final class Devices {

    /** What the owner should know of. */
    private static final Set<String> ACTIONS = Set.of(
            "account.password.change",
            "account.password.set",
            "account.password.reset",
            "account.second-factor.set",
            "account.second-factor.reset",
            "account.recover",
            "account.roles",
            "account.locked",
            "sign-in.new-device");

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{20,64}");
    private static final int MOST_NOTICES = 20;
    private static final int MOST_DEVICES = 20;

    private final Database database;
    private final Trail trail;
    private final Clock clock;

    Devices(Database database, Trail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A sign-in.
     *
     * @param token for the browser to keep
     * @param notices what happened to the account since it was last used there, oldest first; of much the latest
     */
    public record Arrival(String token, List<TrailEntry> notices) {
        public Arrival {
            notices = List.copyOf(notices);
        }
    }

    /** Notes that somebody signed in with a browser that kept this token; null where it kept none. */
    public Arrival signedIn(String account, @Nullable String kept) {
        String token = kept != null && TOKEN.matcher(kept).matches() ? kept : Secrets.token();
        return database.write(sql -> {
            @Nullable Long noticed = noticed(sql, account, token);
            List<TrailEntry> notices = noticed == null ? List.of() : notices(sql, account, noticed);
            if (noticed == null && count(sql, account) > 0) {
                trail.append(sql, account, "sign-in.new-device", account, Map.of());
            }
            keep(sql, account, token);
            return new Arrival(token, notices);
        });
    }

    private static @Nullable Long noticed(JdbcClient sql, String account, String token) {
        return sql.sql("select noticed from account_device where account = ? and sha256 = ?")
                .params(account, Secrets.sha256(token))
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private static List<TrailEntry> notices(JdbcClient sql, String account, long noticed) {
        List<TrailEntry> entries = sql.sql("select * from audit_entry where object = ? and number > ? and action in ("
                        + String.join(", ", java.util.Collections.nCopies(ACTIONS.size(), "?"))
                        + ") order by number desc limit " + MOST_NOTICES)
                .params(account, noticed)
                .params(List.copyOf(ACTIONS))
                .query(TrailEntry::of)
                .list();
        return entries.stream()
                .sorted(java.util.Comparator.comparingLong(TrailEntry::number))
                .toList();
    }

    private static int count(JdbcClient sql, String account) {
        return sql.sql("select count(*) from account_device where account = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    private void keep(JdbcClient sql, String account, String token) {
        sql.sql("insert into account_device (account, sha256, noticed, last_at)"
                        + " values (?, ?, (select size from audit_head where id = 1), ?)"
                        + " on conflict (account, sha256) do update set noticed = excluded.noticed,"
                        + " last_at = excluded.last_at")
                .params(account, Secrets.sha256(token), clock.millis())
                .update();
        sql.sql("delete from account_device where account = ? and sha256 not in (select sha256 from account_device"
                        + " where account = ? order by last_at desc limit " + MOST_DEVICES + ")")
                .params(account, account)
                .update();
    }
}
