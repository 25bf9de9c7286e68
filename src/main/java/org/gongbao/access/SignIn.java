package org.gongbao.access;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sign-in with a local account: password, then a code. It never says why it refuses: a wrong name, a wrong password and a
 * locked account look alike. Too many failed tries of either in a row lock the account for a time.
 */
public final class SignIn {

    private final Database database;
    private final Trail trail;
    private final Passwords passwords;
    private final KeyBox keys;
    private final Totp totp;
    private final PasswordPolicy policy;
    private final Clock clock;

    SignIn(Database database, Trail trail, Passwords passwords, KeyBox keys, PasswordPolicy policy, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.passwords = passwords;
        this.keys = keys;
        this.totp = new Totp(clock);
        this.policy = policy;
        this.clock = clock;
    }

    /** The account whose name and password these are, if it may be used now. The code comes next. */
    public Optional<Account> password(String signInName, String password) {
        Optional<Account> found = AccountRows.named(database.read(), Accounts.plain(signInName));
        @Nullable
        String hash = found.map(account -> secret("password", account.id())).orElse(null);
        boolean isRight = passwords.matches(password, hash);
        if (found.isEmpty()) {
            trail.append("unknown", "sign-in.refused", "unknown", Map.of());
            return Optional.empty();
        }
        return database.write(sql -> settle(sql, found.get().id(), isRight, "password"));
    }

    /** The account, if the code is its code of now, never used before, or one of its recovery codes. */
    public Optional<Account> code(String id, String code) {
        String closed = secret("second_factor", id);
        if (closed == null) {
            return Optional.empty();
        }
        long step = totp.step(keys.open(closed, id), code).orElse(-1);
        return database.write(sql -> {
            boolean isOpen = AccountRows.find(sql, id).filter(this::isUsable).isPresent();
            boolean isRight = isOpen && (isNewStep(sql, id, step) || isRecoveryCode(sql, id, code));
            Optional<Account> account = settle(sql, id, isRight, "code");
            account.ifPresent(signedIn -> succeed(sql, signedIn));
            return account;
        });
    }

    /**
     * Whether this is the password of an account that is signed in already, or a code of its second factor that was never used
     * before. Failures count as those of a sign-in do.
     */
    public boolean proof(String id, String text) {
        if (text.strip().matches("[0-9 ]{6,8}")) {
            return isCode(id, text);
        }
        boolean isRight = passwords.matches(text, secret("password", id));
        return database.write(sql -> settleProof(sql, id, isRight, "password"));
    }

    private boolean isCode(String id, String code) {
        String closed = secret("second_factor", id);
        long step = closed == null ? -1 : totp.step(keys.open(closed, id), code).orElse(-1);
        return database.write(sql -> settleProof(sql, id, isNewStep(sql, id, step), "code"));
    }

    private boolean settleProof(JdbcClient sql, String id, boolean isRight, String factor) {
        boolean isProven = settle(sql, id, isRight, factor).isPresent();
        if (isProven) {
            trail.append(sql, id, "sign-in.proof", id, Map.of("factor", factor));
        }
        return isProven;
    }

    /** Notes that an account has signed in, after which its failed tries are forgotten. */
    void succeed(JdbcClient sql, Account account) {
        sql.sql("update account set failed = 0 where id = ?")
                .param(account.id())
                .update();
        trail.append(sql, account.id(), "sign-in", account.id(), Map.of());
    }

    private static boolean isNewStep(JdbcClient sql, String id, long step) {
        return step >= 0
                && sql.sql("update account set last_step = ? where id = ? and last_step < ?")
                                .params(step, id, step)
                                .update()
                        == 1;
    }

    private boolean isRecoveryCode(JdbcClient sql, String id, String code) {
        String plain = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        boolean isOne = sql.sql("delete from recovery_code where account = ? and sha256 = ?")
                        .params(id, Secrets.sha256(plain))
                        .update()
                == 1;
        if (isOne) {
            trail.append(sql, id, "sign-in.recovery-code", id, Map.of());
        }
        return isOne;
    }

    private Optional<Account> settle(JdbcClient sql, String id, boolean isRight, String factor) {
        Account account = AccountRows.find(sql, id).orElseThrow();
        if (isRight && isUsable(account)) {
            return Optional.of(account);
        }
        trail.append(sql, id, "sign-in.refused", id, Map.of("factor", factor));
        if (!isRight && isUsable(account)) {
            countFailure(sql, id);
        }
        return Optional.empty();
    }

    private boolean isUsable(Account account) {
        return account.state() == Account.State.ACTIVE && !account.isLockedAt(clock.instant());
    }

    private void countFailure(JdbcClient sql, String id) {
        int failed = sql.sql("update account set failed = failed + 1 where id = ? returning failed")
                .param(id)
                .query(Integer.class)
                .single();
        if (failed >= policy.tries()) {
            sql.sql("update account set failed = 0, locked_until = ?, epoch = epoch + 1 where id = ?")
                    .params(clock.instant().plus(policy.lock()).toEpochMilli(), id)
                    .update();
            trail.append(sql, id, "account.locked", id, Map.of("tries", Integer.toString(failed)));
        }
    }

    private @Nullable String secret(String column, String id) {
        return database.read()
                .sql("select " + column + " from account where id = ?")
                .param(id)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(value -> value)
                .orElse(null);
    }
}
