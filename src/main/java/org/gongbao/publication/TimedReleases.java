package org.gongbao.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/**
 * Releases at a set time (定时发布). Until its moment nothing of a document is in the log, in the archive's public root or
 * in any projection; at its moment every gate is asked again.
 */
public interface TimedReleases {

    /**
     * A release that waits.
     *
     * @param problem why it could not be released at its moment, null while it waits
     */
    record Waiting(Uid uid, Instant releaseAt, @Nullable String problem) {}

    /**
     * Puts a release off to a moment; a later call for the same document replaces an earlier one.
     *
     * @return obstacles that hold it back already now; empty when it waits
     */
    List<Obstacle> schedule(
            Uid uid, DocumentRecord working, PackageContent content, LogEvent.Type event, Instant releaseAt);

    /** Takes a waiting release back; false when none waits. */
    boolean cancel(Uid uid);

    /** The release of a document that waits. */
    Optional<Waiting> waiting(Uid uid);

    /** Everything that waits, the earliest first. */
    List<Waiting> waiting();
}
