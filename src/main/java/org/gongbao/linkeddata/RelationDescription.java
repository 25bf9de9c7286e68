package org.gongbao.linkeddata;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.gongbao.publication.Relation;

/** Links a document with the published documents that it names, and with those that name it. */
final class RelationDescription {

    /** Terms of ELI by kind of relation, as this document says it. */
    private static final Map<String, String> OUTGOING = Map.of(
            "依据", "based_on", "修改", "amends", "废止", "repeals", "宣布失效", "repeals", "更正", "corrects", "引用", "cites");

    /** Terms of ELI by kind of relation, as the other document says it of this one. */
    private static final Map<String, String> INCOMING = Map.of(
            "依据",
            "basis_for",
            "修改",
            "amended_by",
            "废止",
            "repealed_by",
            "宣布失效",
            "repealed_by",
            "更正",
            "corrected_by",
            "引用",
            "cited_by");

    /** Kinds that end a document, or change it where they end a part of it only. */
    private static final Set<String> ENDING = Set.of("废止", "宣布失效");

    /** Terms of the project's own vocabulary. */
    private static final Map<String, Term> OWN = Map.of(
            "印发",
            Term.FORWARDS,
            "转发",
            Term.FORWARDS,
            "解读",
            Term.INTERPRETS,
            "配套",
            Term.COMPLEMENTS,
            "答复",
            Term.ANSWERS);

    private final Vocabulary vocabulary;
    private final Resource document;

    RelationDescription(Vocabulary vocabulary, Resource document) {
        this.vocabulary = vocabulary;
        this.document = document;
    }

    void describe(List<Relation> relations) {
        for (Relation relation : relations) {
            if (relation.other() != null) {
                Resource other = document.getModel().createResource(vocabulary.document(relation.other()));
                document.addProperty(property(relation), other);
            }
        }
    }

    private Property property(Relation relation) {
        if (ENDING.contains(relation.kind()) && relation.isOfPart()) {
            return Vocabulary.eli(relation.outgoing() ? "changes" : "changed_by");
        }
        Map<String, String> terms = relation.outgoing() ? OUTGOING : INCOMING;
        String eli = terms.get(relation.kind());
        if (eli != null) {
            return Vocabulary.eli(eli);
        }
        Term own = relation.outgoing() ? OWN.get(relation.kind()) : null;
        return own == null ? DCTerms.relation : vocabulary.property(own);
    }
}
