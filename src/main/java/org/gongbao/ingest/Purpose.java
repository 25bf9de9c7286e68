package org.gongbao.ingest;

import java.util.Locale;

/** What a job is for. */
enum Purpose {
    /** To read it; publication waits for review. */
    READ,
    /** To read it and to publish what no gate holds back. */
    PUBLISH,
    /** As {@link #PUBLISH}, but what no gate holds back is released at a set moment. */
    SCHEDULE,
    /** To take a release back that waits for its moment. Nothing is read. */
    CANCEL,
    /** To read it anew with today's rules, and to publish a new version where it is public and something changed. */
    REPROCESS,
    /** To read it anew with today's rules, and to tell what would change. Nothing is stored or published. */
    COMPARE;

    /** Whether what was read earlier does not count. */
    boolean readsAnew() {
        return this == REPROCESS || this == COMPARE;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Purpose of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
