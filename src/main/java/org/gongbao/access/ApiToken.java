package org.gongbao.access;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A machine's token (接口令牌), without what proves it.
 *
 * @param department in whose name it deposits
 * @param createdBy identifier of the security administrator
 */
public record ApiToken(
        String id,
        String label,
        String department,
        Set<Scope> scopes,
        String createdBy,
        Instant createdAt,
        Instant expires,
        @Nullable Instant revokedAt) {

    /** What a token may be used for. */
    public enum Scope {
        /** Hand in documents. */
        SUBMIT,
        /** Ask what became of them. */
        STATUS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean worksAt(Instant now) {
        return revokedAt == null && now.isBefore(expires);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
