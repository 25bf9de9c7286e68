package org.gongbao.publication;

import java.util.Map;
import java.util.function.Supplier;
import org.gongbao.access.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit trail as far as publishing writes to it; a program without one, such as a public mirror, writes nothing. */
final class Audit {

    private final Supplier<@Nullable AuditTrail> trail;

    Audit(Supplier<@Nullable AuditTrail> trail) {
        this.trail = trail;
    }

    void append(JdbcClient sql, String actor, String action, Uid uid, Map<String, String> details) {
        AuditTrail there = trail.get();
        if (there != null) {
            there.append(sql, actor, action, uid.value(), details);
        }
    }
}
