package org.gongbao.publication;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Documents that public documents cite and that are not published here (未收录的被引文件): a projection of the citations, without
 * a state of its own. A stub lasts as long as somebody cites it, and leads to the document once that is published.
 */
public interface CitedStubs {

    /** What the citations say of a document; empty where nobody cites it. */
    Optional<Stub> find(String key);

    /** What the citations say of the document that bears a number, however that is written; empty where nobody cites it by it. */
    default Optional<Stub> ofNumber(String number) {
        return Optional.ofNullable(RelationKeys.stub(RelationKeys.ofNumber(number), null, null, null))
                .flatMap(this::find);
    }

    /**
     * A cited document.
     *
     * @param published the document where it is published here by now
     * @param citing the public documents that cite it, and how
     */
    record Stub(
            String key,
            @Nullable String title,
            @Nullable String documentNumber,
            @Nullable String issuer,
            @Nullable Uid published,
            List<Relation> citing) {}
}
