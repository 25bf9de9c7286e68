package org.gongbao.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts as rows of the database. */
final class AccountRows {

    private AccountRows() {}

    static Optional<Account> find(JdbcClient sql, String id) {
        return sql.sql("select * from account where id = ?")
                .param(id)
                .query(AccountRows::read)
                .optional();
    }

    static Optional<Account> named(JdbcClient sql, String signInName) {
        return sql.sql("select * from account where sign_in_name = ?")
                .param(signInName)
                .query(AccountRows::read)
                .optional();
    }

    static Account read(ResultSet row, int number) throws SQLException {
        @Nullable String department = row.getString("department");
        return new Account(
                row.getString("id"),
                row.getString("sign_in_name"),
                row.getString("name"),
                department,
                roles(row.getString("roles")),
                Account.State.valueOf(row.getString("state")),
                row.getString("password") != null,
                row.getString("second_factor") != null,
                instant(row, "locked_until"),
                instant(row, "password_at"),
                row.getInt("must_change") == 1,
                row.getInt("epoch"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static Set<Role> roles(String codes) {
        return Arrays.stream(codes.split(","))
                .filter(code -> !code.isEmpty())
                .map(Role::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    static String codes(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::code).collect(Collectors.joining(","));
    }

    static void insert(JdbcClient sql, Account account, @Nullable String providerSubject, Instant now) {
        sql.sql("insert into account (id, sign_in_name, name, department, roles, state, provider_subject, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(account.id())
                .param(account.signInName())
                .param(account.name())
                .param(account.department())
                .param(codes(account.roles()))
                .param(account.state().name())
                .param(providerSubject)
                .param(now.toString())
                .update();
    }
}
