package org.gongbao.publication;

import java.util.Optional;
import java.util.Set;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A version whose package is stored and not in the log yet. Apart from {@link RegisterPublisher}, which makes packages and
 * tries again: here is what the publishing transaction does, once.
 *
 * @param before the row of the register that it was made on, null where there was none
 * @param number the index number that is taken with it, null where none is
 */
record StoredVersion(
        RegisterPublisher.Request request,
        Register.@Nullable Row before,
        int version,
        PackageStore.Stored stored,
        String contentDigest,
        DocumentRecord record,
        @Nullable IndexNumber number) {

    /**
     * Enters it into log and register, in one transaction with what the request does first.
     *
     * @throws ChangedMeanwhile where it is not the next version any longer
     */
    LogEvent append(JdbcClient sql, EventAppender events) {
        Uid uid = request.uid();
        request.first().accept(sql);
        long position = new LogStore(sql).next();
        Register register = new Register(sql);
        boolean isTaken = number != null && !IndexNumbers.isNext(sql, number);
        if (isTaken || versionIn(register.find(uid)) != version - 1) {
            throw new ChangedMeanwhile();
        }
        if (before == null || !before.isPublic()) {
            ScheduledReleases.drop(sql, uid);
        }
        byte[] manifest = stored.manifest();
        LogEvent event = new LogEvent(
                position,
                events.now(),
                kind(request.event(), before),
                uid,
                version,
                Digests.sha256(manifest),
                Digests.sm3(manifest));
        register.apply(new Register.Entry(
                new LogStore.Entry(
                        event,
                        LogStore.leaf(event),
                        stored.packageVersion(),
                        request.why() == null ? null : request.why().reason(),
                        number,
                        request.isForPrivacy()),
                record,
                contentDigest,
                IssueContents.of(request.content()).map(IssueContents::printed).orElse(Set.of()),
                Terms.of(request.content())));
        return event;
    }

    private static int versionIn(Optional<Register.Row> row) {
        return row.map(Register.Row::version).orElse(0);
    }

    /** What was not public is released; what was, is revised or corrected. */
    private static LogEvent.Type kind(LogEvent.Type asked, Register.@Nullable Row before) {
        if (before == null || !before.isPublic()) {
            return LogEvent.Type.RELEASED;
        }
        return asked == LogEvent.Type.RELEASED ? LogEvent.Type.REVISED : asked;
    }

    /** Another process published a version of the document; the transaction, with its position, is taken back. */
    static final class ChangedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
