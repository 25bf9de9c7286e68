package org.gongbao.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job to be added; without a receipt it is done, and {@code error} says why the file could not be received. */
record NewJob(
        String name,
        @Nullable String receipt,
        @Nullable String sha256,
        @Nullable String claimed,
        Purpose purpose,
        @Nullable Integer part,
        @Nullable Instant releaseAt,
        @Nullable String error) {}
