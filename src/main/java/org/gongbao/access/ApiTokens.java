package org.gongbao.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongbao.system.Database;

/** Tokens for machine deposit: 256 random bits each, of which only the digest is kept; scoped, with an end, revocable. */
public final class ApiTokens {

    /** By which scanners of leaked secrets know one. */
    static final String PREFIX = "gongbao_";

    private static final Duration LONGEST_LIFE = Duration.ofDays(366);

    private final Database database;
    private final Trail trail;
    private final Clock clock;

    ApiTokens(Database database, Trail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /** @return the token itself, which is shown once and kept nowhere */
    public String issue(Person actor, String label, String department, Set<ApiToken.Scope> scopes, Duration life) {
        check(actor);
        if (label.isBlank() || label.length() > 100 || department.isBlank() || scopes.isEmpty()) {
            throw new AccessRefusedException("token");
        }
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST_LIFE) > 0) {
            throw new AccessRefusedException("token-life");
        }
        String token = PREFIX + Secrets.token();
        String id = Secrets.id();
        String codes = scopes.stream().map(ApiToken.Scope::code).sorted().collect(Collectors.joining(","));
        return database.write(sql -> {
            sql.sql("insert into api_token (id, sha256, label, department, scopes, created_by, created_at, expires)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            Secrets.sha256(token),
                            label.strip(),
                            department.strip(),
                            codes,
                            actor.id(),
                            clock.millis(),
                            clock.instant().plus(life).toEpochMilli())
                    .update();
            trail.append(sql, actor.id(), "token.issue", id, Map.of("scopes", codes));
            return token;
        });
    }

    public void revoke(Person actor, String id) {
        check(actor);
        database.write(sql -> {
            int changed = sql.sql("update api_token set revoked_at = ? where id = ? and revoked_at is null")
                    .params(clock.millis(), id)
                    .update();
            if (changed == 1) {
                trail.append(sql, actor.id(), "token.revoke", id, Map.of());
            }
            return changed;
        });
    }

    /** The token that this text is, if it works now. */
    public Optional<ApiToken> find(String token) {
        return database.read()
                .sql("select * from api_token where sha256 = ?")
                .param(Secrets.sha256(token))
                .query(ApiTokens::read)
                .optional()
                .filter(found -> found.worksAt(clock.instant()));
    }

    /** All, newest first. */
    public List<ApiToken> all() {
        return database.read()
                .sql("select * from api_token order by created_at desc, id")
                .query(ApiTokens::read)
                .list();
    }

    private static ApiToken read(ResultSet row, int number) throws SQLException {
        long revoked = row.getLong("revoked_at");
        boolean isRevoked = !row.wasNull();
        return new ApiToken(
                row.getString("id"),
                row.getString("label"),
                row.getString("department"),
                Arrays.stream(row.getString("scopes").split(","))
                        .map(code -> ApiToken.Scope.valueOf(code.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet()),
                row.getString("created_by"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("expires")),
                isRevoked ? Instant.ofEpochMilli(revoked) : null);
    }

    private static void check(Person actor) {
        if (!actor.has(Role.SECURITY_ADMINISTRATOR)) {
            throw new AccessRefusedException("role");
        }
    }
}
