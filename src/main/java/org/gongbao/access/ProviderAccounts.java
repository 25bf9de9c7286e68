package org.gongbao.access;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Accounts of people who sign in at a provider of OpenID Connect. Name, department and roles are what the provider says at
 * each sign-in; the security administrator can lock them here.
 */
public final class ProviderAccounts {

    private final Database database;
    private final Trail trail;
    private final Clock clock;

    ProviderAccounts(Database database, Trail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The account of a person who has just proven at the provider who it is, made at the first time.
     *
     * @param subject issuer and subject, which together are nobody else's
     * @return empty where the roles are none or may not be together, and where the account is locked
     */
    public Optional<Account> signIn(String subject, String name, @Nullable String department, Set<Role> roles) {
        boolean needsDepartment = roles.stream().anyMatch(Role::isOfDepartment);
        @Nullable String here = needsDepartment ? department : null;
        try {
            Accounts.checkRoles(roles, here);
        } catch (AccessRefusedException e) {
            trail.append("unknown", "sign-in.refused", "unknown", Map.of("factor", "provider", "why", e.code()));
            return Optional.empty();
        }
        return database.write(sql -> {
            Account account = find(sql, subject).orElseGet(() -> make(sql, subject, name, here, roles));
            if (account.state() != Account.State.ACTIVE) {
                trail.append(sql, account.id(), "sign-in.refused", account.id(), Map.of("factor", "provider"));
                return Optional.empty();
            }
            update(sql, account, name, here, roles);
            trail.append(sql, account.id(), "sign-in", account.id(), Map.of("factor", "provider"));
            return AccountRows.find(sql, account.id());
        });
    }

    private static Optional<Account> find(JdbcClient sql, String subject) {
        return sql.sql("select * from account where provider_subject = ?")
                .param(subject)
                .query(AccountRows::read)
                .optional();
    }

    private Account make(JdbcClient sql, String subject, String name, @Nullable String department, Set<Role> roles) {
        String id = Secrets.id();
        Account account = Account.made(id, Account.PROVIDER + id, name, department, roles, Account.State.ACTIVE);
        AccountRows.insert(sql, account, subject, clock.instant());
        trail.append(sql, id, "account.provider", id, Map.of("roles", AccountRows.codes(roles)));
        return account;
    }

    private void update(JdbcClient sql, Account account, String name, @Nullable String department, Set<Role> roles) {
        boolean isSame = account.roles().equals(roles)
                && java.util.Objects.equals(account.department(), department)
                && account.name().equals(name);
        if (isSame) {
            return;
        }
        sql.sql("update account set name = ?, department = ?, roles = ?, epoch = epoch + 1 where id = ?")
                .param(name)
                .param(department)
                .param(AccountRows.codes(roles))
                .param(account.id())
                .update();
        trail.append(sql, account.id(), "account.roles", account.id(), Map.of("roles", AccountRows.codes(roles)));
    }
}
