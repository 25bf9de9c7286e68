package org.gongbao.publication;

import java.time.Instant;
import java.util.List;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/**
 * A document as the public sees it: the package of its latest version and what other published documents say of it.
 *
 * @param position position in the log of the latest event that changed this view, its own or another document's
 * @param releasedAt when its first version was published
 * @param versionAt when this version was published
 * @param relations what this document says of others, and others of it
 * @param issue for an issue that was put together here what may be shown of its contents
 * @param byNumber the address by its number, null where that is not certain or also that of another document
 */
public record PublishedDocument(
        Uid uid,
        int version,
        long position,
        Instant releasedAt,
        Instant versionAt,
        PublicPackage content,
        List<Relation> relations,
        @Nullable IssueContents issue,
        @Nullable NumberAddress byNumber) {

    public PublishedDocument {
        relations = List.copyOf(relations);
    }

    /** A document that is no issue put together here, without an address by its number. */
    public PublishedDocument(
            Uid uid,
            int version,
            long position,
            Instant releasedAt,
            Instant versionAt,
            PublicPackage content,
            List<Relation> relations) {
        this(uid, version, position, releasedAt, versionAt, content, relations, null, null);
    }

    /** How far it may travel. */
    public Terms terms() {
        return content.terms();
    }

    public DocumentRecord record() {
        return content.record();
    }

    /**
     * What it says of other documents, and they of it: without those words by which a notice names what it prints (印发), for
     * that is this document itself.
     */
    public List<Relation> relationsToOthers() {
        String own = RelationKeys.ofTitle(record().enclosedTitle());
        return own == null
                ? relations
                : relations.stream()
                        .filter(relation -> !relation.outgoing()
                                || !relation.isOfPrinting()
                                || !own.equals(RelationKeys.ofTitle(relation.title())))
                        .toList();
    }

    /**
     * The documents of a digitised issue, which have no page but the issue's. Those of an issue that was put together here
     * have pages of their own, so that it has none.
     */
    public List<DocumentRecord> items() {
        return issue == null ? record().items() : List.of();
    }
}
