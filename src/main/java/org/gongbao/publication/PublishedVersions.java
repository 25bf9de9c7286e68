package org.gongbao.publication;

import java.util.List;
import java.util.Optional;

/** The versions of a document that is public: what was published of it, and when. */
public final class PublishedVersions {

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

    /** The package of a version; empty where there is none, and where the document is public no more. */
    public Optional<PublicPackage> version(Uid uid, int version) {
        return documents.version(uid, version);
    }
}
