package org.gongbao.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to a document in the log, as the public may read it (版本沿革). */
public interface DocumentHistory {

    /**
     * An event of a document.
     *
     * @param reason public reason of a correction or withdrawal; null where none was given
     */
    record Step(LogEvent event, @Nullable String reason) {}

    /** The events of a document, oldest first; empty for an identifier that was never published. */
    List<Step> history(Uid uid);

    /**
     * The package of a version; empty where there is none, where the document is public no more, and where a later
     * correction for privacy took the version away.
     */
    Optional<PublicPackage> version(Uid uid, int version);

    /** The first version that may still be read: 1, or that of the last correction for privacy. */
    int firstReadable(Uid uid);

    /** When what is shown of a document last changed, by an event of its own or of another one that names it. */
    Instant changedAt(PublishedDocument document);
}
