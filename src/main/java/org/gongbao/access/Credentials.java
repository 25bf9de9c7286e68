package org.gongbao.access;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gongbao.system.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passwords, second factors and recovery codes that people set for themselves. */
public final class Credentials {

    private static final int RECOVERY_CODES = 10;

    private final Database database;
    private final Trail trail;
    private final Links links;
    private final Passwords passwords;
    private final KeyBox keys;
    private final Totp totp;
    private final PasswordPolicy policy;
    private final Clock clock;

    Credentials(
            Database database,
            Trail trail,
            Links links,
            Passwords passwords,
            KeyBox keys,
            PasswordPolicy policy,
            Clock clock) {
        this.database = database;
        this.trail = trail;
        this.links = links;
        this.passwords = passwords;
        this.keys = keys;
        this.totp = new Totp(clock);
        this.policy = policy;
        this.clock = clock;
    }

    public PasswordPolicy policy() {
        return policy;
    }

    /** Whether a link makes the first administrator. */
    public boolean isForFirst(String token) {
        return links.look(token).filter(link -> link.account() == null).isPresent();
    }

    /** Whether a link sets the password of an account. */
    public boolean isForAccount(String token) {
        return links.look(token).filter(link -> link.account() != null).isPresent();
    }

    /** Makes the first administrator with the link that the log showed. */
    public Account makeFirst(String token, String signInName, String name, String password) {
        checkNew(password, Accounts.plain(signInName));
        String hash = passwords.hash(password);
        return database.write(sql -> {
            Account account = Accounts.fresh(sql, signInName, name, null, Set.of(Role.SECURITY_ADMINISTRATOR));
            if (!Accounts.isEmpty(sql)
                    || links.use(sql, token)
                            .filter(link -> link.account() == null)
                            .isEmpty()) {
                throw new AccessRefusedException("link");
            }
            AccountRows.insert(sql, account, null, clock.instant());
            set(sql, account.id(), hash);
            trail.append(sql, account.id(), "account.first", account.id(), Map.of());
            return AccountRows.find(sql, account.id()).orElseThrow();
        });
    }

    /** Sets a password with a one-time link. */
    public Account accept(String token, String password) {
        String id = links.look(token).map(Links.Link::account).orElseThrow(() -> new AccessRefusedException("link"));
        Account account = AccountRows.find(database.read(), id).orElseThrow();
        checkNew(password, account.signInName());
        checkFormer(id, password);
        String hash = passwords.hash(password);
        return database.write(sql -> {
            if (links.use(sql, token).isEmpty()) {
                throw new AccessRefusedException("link");
            }
            set(sql, id, hash);
            trail.append(sql, id, "account.password.set", id, Map.of());
            return AccountRows.find(sql, id).orElseThrow();
        });
    }

    /** Changes a password; all sessions end but the one that goes on from here. */
    public Account change(String id, String before, String password) {
        Account account = AccountRows.find(database.read(), id).orElseThrow();
        if (!passwords.matches(before, hash(id))) {
            throw new AccessRefusedException("password");
        }
        checkNew(password, account.signInName());
        checkFormer(id, password);
        String hash = passwords.hash(password);
        return database.write(sql -> {
            set(sql, id, hash);
            trail.append(sql, id, "account.password.change", id, Map.of());
            return AccountRows.find(sql, id).orElseThrow();
        });
    }

    private void checkNew(String password, String signInName) {
        policy.fault(password, signInName).ifPresent(fault -> {
            throw new AccessRefusedException("password-" + fault);
        });
    }

    private void checkFormer(String id, String password) {
        List<String> former = database.read()
                .sql("select password from former_password where account = ? order by at desc limit ?")
                .params(id, policy.history())
                .query(String.class)
                .list();
        if (former.stream().anyMatch(hash -> passwords.matches(password, hash))) {
            throw new AccessRefusedException("password-former");
        }
    }

    private String hash(String id) {
        return String.valueOf(database.read()
                .sql("select password from account where id = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    private void set(JdbcClient sql, String id, String hash) {
        sql.sql(
                        "update account set password = ?, password_at = ?, must_change = 0, failed = 0, locked_until = null,"
                                + " epoch = epoch + 1, state = case state when 'INVITED' then 'ACTIVE' else state end where id = ?")
                .params(hash, clock.millis(), id)
                .update();
        sql.sql("insert into former_password (account, at, password) values (?, ?, ?)")
                .params(id, clock.millis(), hash)
                .update();
    }

    /**
     * Sets the second factor, proven by a first code, and makes the recovery codes.
     *
     * @return the recovery codes, shown once and kept nowhere; empty where the code is wrong
     */
    public List<String> enrol(String id, byte[] secret, String code) {
        long step = totp.step(secret, code).orElse(-1);
        if (step < 0) {
            return List.of();
        }
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            codes.add(Totp.base32(Secrets.bytes(10)).toLowerCase(Locale.ROOT));
        }
        return database.write(sql -> {
            sql.sql("update account set second_factor = ?, last_step = ? where id = ?")
                    .params(keys.close(secret, id), step, id)
                    .update();
            sql.sql("delete from recovery_code where account = ?").param(id).update();
            codes.forEach(each -> sql.sql("insert into recovery_code (account, sha256) values (?, ?)")
                    .params(id, Secrets.sha256(each))
                    .update());
            trail.append(sql, id, "account.second-factor.set", id, Map.of());
            return codes;
        });
    }
}
