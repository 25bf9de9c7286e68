package org.gongbao.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The versions of a document that is public: what was published of it, and when. */
public final class PublishedVersions implements DocumentHistory {

    private final RegisterDocuments documents;
    private final TransparencyLog log;

    PublishedVersions(RegisterDocuments documents, TransparencyLog log) {
        this.documents = documents;
        this.log = log;
    }

    /** The events of a document, oldest first; empty for an identifier that was never published. */
    public List<LogEvent> events(Uid uid) {
        return log.events(uid);
    }

    @Override
    public List<Step> history(Uid uid) {
        return events(uid).stream()
                .map(event -> new Step(event, reason(event.seq()).orElse(null)))
                .toList();
    }

    /** The public reason of the correction or withdrawal that is the event at a position; empty where there is none. */
    public Optional<String> reason(long seq) {
        return log.reason(seq);
    }

    /** Why a version was made; empty where it was no correction with a reason. */
    public Optional<String> reason(Uid uid, int version) {
        return events(uid).stream()
                .filter(event -> event.version() == version && event.event().leavesPublic())
                .findFirst()
                .flatMap(event -> reason(event.seq()));
    }

    @Override
    public Optional<PublicPackage> version(Uid uid, int version) {
        return documents.version(uid, version);
    }

    @Override
    public int firstReadable(Uid uid) {
        return documents.firstReadable(uid);
    }

    @Override
    public Instant changedAt(PublishedDocument document) {
        return log.eventsAfter(Math.max(0, document.position() - 1), 1).stream()
                .findFirst()
                .map(LogEvent::time)
                .orElse(document.versionAt());
    }
}
