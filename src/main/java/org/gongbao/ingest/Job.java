package org.gongbao.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An arrival to be worked on, held under a lease.
 *
 * @param part the one document of the file that is meant, null for all of them
 * @param releaseAt when what it makes is to be released, null where that is at once or not asked
 * @param tries how often the machine failed on it
 * @param starts how often work on it began; with the owner it names the lease
 */
record Job(
        long id,
        String name,
        String receipt,
        String sha256,
        @Nullable String claimed,
        Purpose purpose,
        @Nullable Integer part,
        @Nullable Instant releaseAt,
        int tries,
        int starts) {

    /** Whether its file went into the quarantine, and only the receipt is left. */
    boolean isBlanked() {
        return sha256.isEmpty();
    }

    /** The name without folders. */
    String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
