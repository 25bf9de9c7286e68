package org.gongbao.linkeddata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Describes what is doubtful in a record: findings, and values that differ from what was read. Not more than a bound of each, since a
 * damaged scan can have thousands; how many there are is always said.
 */
final class DoubtDescription {

    static final int MOST = 100;

    private final Vocabulary vocabulary;
    private final Resource document;

    DoubtDescription(Vocabulary vocabulary, Resource document) {
        this.vocabulary = vocabulary;
        this.document = document;
    }

    private record Repaired(String field, Claim claim) {}

    void describe(DocumentRecord record) {
        List<Finding> findings = record.findings();
        count(Term.FINDINGS, findings.size());
        for (int i = 0; i < Math.min(MOST, findings.size()); i++) {
            finding(part("finding-" + (i + 1), Term.FINDING), findings.get(i));
        }
        List<Repaired> repaired = repaired(record);
        count(Term.REPAIRED_VALUES, repaired.size());
        for (int i = 0; i < Math.min(MOST, repaired.size()); i++) {
            repaired(part("repair-" + (i + 1), Term.REPAIRED_VALUE), repaired.get(i));
        }
    }

    /** Whether a claim's value is another than what was read, by the program or by a person. */
    static boolean isRepaired(Claim claim) {
        return claim.repaired() || claim.rule().equals(Claim.PERSON);
    }

    private static List<Repaired> repaired(DocumentRecord record) {
        List<Repaired> repaired = new ArrayList<>();
        new TreeMap<>(record.claims())
                .forEach((field, claims) -> claims.stream()
                        .filter(DoubtDescription::isRepaired)
                        .forEach(claim -> repaired.add(new Repaired(field, claim))));
        return repaired;
    }

    private void count(Term term, int number) {
        if (number > 0) {
            document.addProperty(vocabulary.property(term), Vocabulary.integer(number));
        }
    }

    private void finding(Resource resource, Finding finding) {
        document.addProperty(vocabulary.property(Term.HAS_FINDING), resource);
        resource.addProperty(vocabulary.property(Term.FINDING_CODE), finding.code())
                .addProperty(
                        vocabulary.property(Term.SEVERITY), finding.severity().code())
                .addProperty(DCTerms.description, finding.message());
        page(resource, finding.page());
        if (finding.quote() != null) {
            resource.addProperty(vocabulary.property(Term.QUOTE), finding.quote());
        }
    }

    private void repaired(Resource resource, Repaired repaired) {
        Claim claim = repaired.claim();
        document.addProperty(vocabulary.property(Term.HAS_REPAIRED_VALUE), resource);
        resource.addProperty(vocabulary.property(Term.FIELD), repaired.field())
                .addProperty(RDF.value, claim.value())
                .addProperty(vocabulary.property(Term.RAW_TEXT), claim.raw())
                .addProperty(vocabulary.property(Term.RULE), claim.rule())
                .addProperty(
                        vocabulary.property(Term.CONFIDENCE),
                        ResourceFactory.createTypedLiteral(
                                BigDecimal.valueOf(claim.confidence())
                                        .stripTrailingZeros()
                                        .toPlainString(),
                                XSDDatatype.XSDdecimal))
                .addProperty(
                        Vocabulary.prov("wasGeneratedBy"),
                        document.getModel().createResource(document.getURI() + ProvenanceDescription.REPAIR));
        page(resource, claim.page());
    }

    private void page(Resource resource, @Nullable Integer page) {
        if (page != null) {
            resource.addProperty(vocabulary.property(Term.PAGE), Vocabulary.integer(page));
        }
    }

    private Resource part(String name, Term type) {
        return document.getModel()
                .createResource(document.getURI() + "#" + name)
                .addProperty(RDF.type, vocabulary.type(type));
    }
}
