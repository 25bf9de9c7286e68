package org.gongbao.ingest;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counters in rows, so that numbers have no gaps and no order but that of commits. */
enum Counter {
    BATCH,
    JOB,
    CLAIM;

    /** Takes so many numbers and returns the last of them. */
    long next(JdbcClient client, int count) {
        return client.sql("UPDATE ingest_counter SET value = value + ? WHERE name = ? RETURNING value")
                .param((long) count)
                .param(name().toLowerCase(Locale.ROOT))
                .query(Long.class)
                .single();
    }
}
