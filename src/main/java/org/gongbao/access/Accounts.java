package org.gongbao.access;

import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts (账号), and what the security administrator does with them. Every change is in the audit trail. */
public final class Accounts {

    private static final Pattern SIGN_IN_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,63}");
    private static final int LONGEST_NAME = 100;

    private final Database database;
    private final Trail trail;
    private final Links links;
    private final Clock clock;

    Accounts(Database database, Trail trail, Links links, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.links = links;
        this.clock = clock;
    }

    public Optional<Account> find(String id) {
        return AccountRows.find(database.read(), id);
    }

    public Optional<Account> named(String signInName) {
        return AccountRows.named(database.read(), plain(signInName));
    }

    /** All, by sign-in name. */
    public List<Account> all() {
        return database.read()
                .sql("select * from account order by sign_in_name")
                .query(AccountRows::read)
                .list();
    }

    /** Whether nobody has an account of this service itself; those of a provider do not make administrators. */
    public boolean isEmpty() {
        return isEmpty(database.read());
    }

    static boolean isEmpty(JdbcClient sql) {
        return sql.sql("select count(*) from account where provider_subject is null")
                .query(Integer.class)
                .single()
                .equals(0);
    }

    /**
     * Makes an account that its owner opens with a one-time link.
     *
     * @return the link's token, which is shown once and kept nowhere
     */
    public String invite(Person actor, String signInName, String name, @Nullable String department, Set<Role> roles) {
        checkAsks(actor);
        return database.write(sql -> {
            Account account = fresh(sql, signInName, name, department, roles);
            AccountRows.insert(sql, account, null, clock.instant());
            trail.append(
                    sql,
                    actor.id(),
                    "account.invite",
                    account.id(),
                    Map.of("roles", AccountRows.codes(account.roles())));
            return links.issue(sql, account.id());
        });
    }

    /** A new account, checked, not yet stored. */
    static Account fresh(JdbcClient sql, String signInName, String name, @Nullable String department, Set<Role> roles) {
        String plain = plain(signInName);
        if (!SIGN_IN_NAME.matcher(plain).matches()) {
            throw new AccessRefusedException("sign-in-name");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new AccessRefusedException("name");
        }
        checkRoles(roles, department);
        if (AccountRows.named(sql, plain).isPresent()) {
            throw new AccessRefusedException("name-taken");
        }
        return Account.made(Secrets.id(), plain, name.strip(), department, roles, Account.State.INVITED);
    }

    static String plain(String signInName) {
        return Normalizer.normalize(signInName.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    static void checkRoles(Set<Role> roles, @Nullable String department) {
        if (roles.isEmpty() || !Role.mayBeTogether(roles)) {
            throw new AccessRefusedException("roles");
        }
        boolean isOfDepartment = roles.stream().anyMatch(Role::isOfDepartment);
        if (isOfDepartment != (department != null)) {
            throw new AccessRefusedException("department");
        }
    }

    /** Gives other roles; open sessions end. */
    public void setRoles(Person actor, String id, @Nullable String department, Set<Role> roles) {
        checkRoles(roles, department);
        checkIsLocal(id);
        change(
                actor,
                id,
                "account.roles",
                Map.of("roles", AccountRows.codes(roles)),
                sql -> sql.sql("update account set roles = ?, department = ?, epoch = epoch + 1 where id = ?")
                        .param(AccountRows.codes(roles))
                        .param(department)
                        .param(id)
                        .update());
    }

    /** Locks until unlocked; open sessions end. */
    public void lock(Person actor, String id) {
        change(
                actor,
                id,
                "account.lock",
                Map.of(),
                sql -> sql.sql(
                                "update account set state = 'LOCKED', epoch = epoch + 1 where id = ? and state = 'ACTIVE'")
                        .param(id)
                        .update());
    }

    /** Undoes a lock, also one after failed tries. */
    public void unlock(Person actor, String id) {
        change(
                actor,
                id,
                "account.unlock",
                Map.of(),
                sql -> sql.sql("update account set state = case state when 'LOCKED' then 'ACTIVE' else state end,"
                                + " failed = 0, locked_until = null where id = ?")
                        .param(id)
                        .update());
    }

    /** Forgets the second factor, which its owner sets up anew at the next sign-in; open sessions end. */
    public void resetSecondFactor(Person actor, String id) {
        change(actor, id, "account.second-factor.reset", Map.of(), sql -> {
            sql.sql("delete from recovery_code where account = ?").param(id).update();
            return sql.sql("update account set second_factor = null, epoch = epoch + 1 where id = ?")
                    .param(id)
                    .update();
        });
    }

    /** Makes a one-time link with which the owner sets a new password; open sessions end. */
    public String resetPassword(Person actor, String id) {
        checkIsLocal(id);
        return change(actor, id, "account.password.reset", Map.of(), sql -> {
            sql.sql("update account set epoch = epoch + 1 where id = ?")
                    .param(id)
                    .update();
            return links.issue(sql, id);
        });
    }

    private <T> T change(
            Person actor,
            String id,
            String action,
            Map<String, String> details,
            java.util.function.Function<JdbcClient, T> change) {
        checkAsks(actor);
        if (actor.id().equals(id)) {
            throw new AccessRefusedException("self");
        }
        return database.write(sql -> {
            if (AccountRows.find(sql, id).isEmpty()) {
                throw new AccessRefusedException("unknown");
            }
            trail.append(sql, actor.id(), action, id, details);
            return change.apply(sql);
        });
    }

    private void checkIsLocal(String id) {
        if (find(id).filter(Account::isOfProvider).isPresent()) {
            throw new AccessRefusedException("provider");
        }
    }

    private static void checkAsks(Person actor) {
        if (!actor.has(Role.SECURITY_ADMINISTRATOR)) {
            throw new AccessRefusedException("role");
        }
    }
}
