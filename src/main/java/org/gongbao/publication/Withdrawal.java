package org.gongbao.publication;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes a document out of the public as part of a transaction; a tombstone with the public reason stays. */
final class Withdrawal {

    private Withdrawal() {}

    static LogEvent append(JdbcClient sql, Uid uid, String publicReason, Instant at) {
        if (publicReason.isBlank()) {
            throw new IllegalArgumentException("a withdrawal needs a reason that the public may read");
        }
        LogStore log = new LogStore(sql);
        long position = log.next();
        Register register = new Register(sql);
        Register.Row row = register.find(uid)
                .filter(Register.Row::isPublic)
                .orElseThrow(() -> new IllegalStateException(uid + " is not public, so it cannot be withdrawn"));
        LogEvent event = after(log, uid, position, at, LogEvent.Type.WITHDRAWN);
        register.apply(Register.Entry.ofGone(event, row.packageVersion(), publicReason));
        ScheduledReleases.drop(sql, uid);
        return event;
    }

    /** An event that takes away: version and digests are those of the document's latest event. */
    static LogEvent after(LogStore log, Uid uid, long position, Instant at, LogEvent.Type type) {
        LogEvent last = log.latestOf(uid).orElseThrow().event();
        return new LogEvent(position, at, type, uid, last.version(), last.sha256(), last.sm3());
    }
}
