package org.gongbao.publication;

import java.util.List;
import org.gongbao.record.DocumentRecord;

/** Publishes: asks the gates, stores the package, appends to the log. The only way into the public. */
public interface Publisher {

    /**
     * Publishes the first or a next version of a document.
     *
     * <p>The package is durable before one transaction holds state and event. Publishing the same content of a document
     * again changes nothing. A first release that still waits for its moment is taken back by it.
     */
    Outcome publish(Uid uid, DocumentRecord working, PackageContent content, LogEvent.Type event);

    /**
     * Publishes the next version of a public document as its correction, with the reason.
     *
     * @throws IllegalStateException where it is not public
     */
    Outcome correct(Uid uid, DocumentRecord working, PackageContent content, PublicCorrection why);

    /** Takes a document out of the public, and a release that waits for it back; a tombstone stays. */
    LogEvent withdraw(Uid uid, String publicReason);

    /** What became of a request to publish. */
    sealed interface Outcome {
        record Published(LogEvent event) implements Outcome {}

        /** The content is the one already published; nothing was appended. */
        record Unchanged(Uid uid, int version) implements Outcome {}

        record Held(List<Obstacle> obstacles) implements Outcome {
            public Held {
                obstacles = List.copyOf(obstacles);
            }
        }
    }
}
