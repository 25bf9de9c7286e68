package org.gongbao.publication;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What has to happen in the transaction that appends an event to the log, or not at all: the state of a submission, its
 * entry in the audit trail. Every bean of this kind is asked for every event, a scheduled release's included, in the order of
 * {@link org.springframework.core.annotation.Order}.
 *
 * <p>Not asked when the register is restored from the archive: nothing happens then, it happened before; and not when the
 * content is the one already public, for then no event is appended.
 */
public interface ReleaseStep {

    /**
     * Does its part. What it throws takes the event back too.
     *
     * <p>It must be quick and neither read nor write through another connection: all publishing waits for this
     * transaction. It may come again with another position after a try that another process overtook, whose
     * transaction is taken back as a whole.
     *
     * @param sql the client of the transaction
     * @param event as it stands in the log, with register and relations already in the state after it
     */
    void within(JdbcClient sql, LogEvent event);
}
