package org.gongbao.web.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Relation;
import org.gongbao.publication.Terms;
import org.gongbao.publication.ValidityOn;
import org.gongbao.web.site.PublicRecord;
import org.jspecify.annotations.Nullable;

/**
 * A document as data: its public record as far as its terms let data go, with what it says of others and nobody else's words. The
 * address by its number, which other documents may share, is told only where the answer is made anew each time.
 */
public final class OpenRecord {

    private OpenRecord() {}

    /**
     * The values by name.
     *
     * @throws IllegalStateException where the document is not open data
     */
    static Map<String, @Nullable Object> of(PublishedDocument document, String base, LocalDate today) {
        Map<String, @Nullable Object> values = of(document, base);
        values.put("eliUri", document.byNumber() == null ? null : base + document.byNumber());
        values.put("validityToday", ValidityOn.of(document, today).status());
        return values;
    }

    /** The same without what changes with the day alone. */
    public static Map<String, @Nullable Object> of(PublishedDocument document, String base) {
        Map<String, @Nullable Object> values = PublicRecord.of(open(document), base);
        values.put("terms", document.terms().code());
        return values;
    }

    private static PublishedDocument open(PublishedDocument document) {
        PublicPackage content = document.content();
        return new PublishedDocument(
                document.uid(),
                document.version(),
                document.position(),
                document.releasedAt(),
                document.versionAt(),
                new PublicPackage(
                        content.uid(), content.version(), document.terms().open(content.record()), content.files()),
                document.terms() == Terms.OPEN ? own(document.relations()) : List.of());
    }

    /** Title and number of a document that is here stand with that document: its terms decide who is told of them. */
    private static List<Relation> own(List<Relation> relations) {
        return relations.stream()
                .filter(Relation::outgoing)
                .map(relation -> relation.other() == null
                        ? relation
                        : new Relation(
                                relation.kind(),
                                true,
                                relation.other(),
                                null,
                                null,
                                relation.quote(),
                                relation.effectiveOn()))
                .toList();
    }
}
