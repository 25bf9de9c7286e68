package org.gongbao.linkeddata;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.gongbao.record.AgencyReference;
import org.gongbao.record.DocumentRecord;

/** Describes agencies by ORG: under their identifier where it is known which one is meant, else under the name. */
final class AgencyDescription {

    private final Vocabulary vocabulary;
    private final Model model;

    AgencyDescription(Vocabulary vocabulary, Model model) {
        this.vocabulary = vocabulary;
        this.model = model;
    }

    /** The agency that issued a document under a name. */
    Resource describe(String issuer, DocumentRecord record) {
        AgencyReference reference = record.agencies().stream()
                .filter(agency -> agency.name().equals(issuer) && agency.id() != null)
                .findFirst()
                .orElseGet(() -> AgencyReference.unresolved(issuer));
        String full = reference.fullName() == null ? issuer : reference.fullName();
        Resource agency = agency(reference.id() == null ? issuer : reference.id(), full, record.language());
        if (!full.equals(issuer)) {
            agency.addProperty(SKOS.altLabel, issuer, record.language());
        }
        if (reference.id() != null) {
            agency.addProperty(Vocabulary.org("identifier"), reference.id());
        }
        if (reference.division() != null) {
            agency.addProperty(vocabulary.property(Term.DIVISION), reference.division());
        }
        return agency;
    }

    /** An agency with its name. */
    Resource agency(String identifierOrName, String name, String language) {
        return model.createResource(vocabulary.agency(identifierOrName))
                .addProperty(RDF.type, model.createResource(Vocabulary.ORG + "FormalOrganization"))
                .addProperty(RDF.type, vocabulary.type(Term.AGENCY))
                .addProperty(RDFS.label, name, language)
                .addProperty(SKOS.prefLabel, name, language);
    }
}
