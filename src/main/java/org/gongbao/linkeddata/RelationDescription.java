package org.gongbao.linkeddata;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.gongbao.publication.Relation;
import org.gongbao.publication.Uid;

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

    /** @param withQuotes whether the document's own words may be repeated */
    void describe(List<Relation> relations, boolean withQuotes) {
        for (Relation relation : relations) {
            if (relation.other() != null) {
                document.addProperty(property(relation), other(relation.other()));
            }
        }
        if (withQuotes) {
            evidence(relations);
        }
    }

    /** What others say of this document stands with them, or a law that everything rests on would have no end. */
    private void evidence(List<Relation> relations) {
        List<Relation> said = relations.stream()
                .filter(relation -> relation.outgoing() && relation.other() != null)
                .sorted(Comparator.comparing((Relation relation) -> String.valueOf(relation.other()))
                        .thenComparing(Relation::kind)
                        .thenComparing(Relation::quote))
                .limit(DoubtDescription.MOST)
                .toList();
        for (int i = 0; i < said.size(); i++) {
            Relation relation = said.get(i);
            Resource node = document.getModel()
                    .createResource(document.getURI() + "#relation-" + (i + 1))
                    .addProperty(RDF.type, vocabulary.type(Term.RELATION_EVIDENCE))
                    .addProperty(vocabulary.property(Term.RELATION), relation.kind())
                    .addProperty(
                            vocabulary.property(Term.RELATED_DOCUMENT), other(Objects.requireNonNull(relation.other())))
                    .addProperty(vocabulary.property(Term.QUOTE), relation.quote());
            if (relation.effectiveOn() != null) {
                node.addProperty(vocabulary.property(Term.EFFECTIVE_ON), Vocabulary.date(relation.effectiveOn()));
            }
            document.addProperty(vocabulary.property(Term.HAS_RELATION_EVIDENCE), node);
        }
    }

    private Resource other(Uid uid) {
        return document.getModel().createResource(vocabulary.document(uid));
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
