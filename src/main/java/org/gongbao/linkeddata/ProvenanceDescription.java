package org.gongbao.linkeddata;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.RDF;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;

/**
 * Says by PROV-O how the description of a version came to be: its text was taken from the public file, its fields were read from the
 * text, some of it was repaired, and it was published. Who corrected stands as a role; names of people stay inside.
 */
final class ProvenanceDescription {

    static final String REPAIR = "#repair";

    private static final List<String> STEPS = List.of("#extraction", "#recognition");

    private final Vocabulary vocabulary;
    private final Resource document;
    private final Model model;

    ProvenanceDescription(Vocabulary vocabulary, Resource document) {
        this.vocabulary = vocabulary;
        this.document = document;
        this.model = document.getModel();
    }

    void describe(PublishedDocument published, DocumentRecord record) {
        Resource extraction = activity(STEPS.get(0), Term.EXTRACTION, software());
        extraction.addLiteral(
                vocabulary.property(Term.BY_CHARACTER_RECOGNITION),
                record.source().recognisedByOcr());
        if (published.content().file(PackageContent.PDF).isPresent()) {
            extraction.addProperty(
                    Vocabulary.prov("used"), model.createResource(vocabulary.page(published.uid()) + ".pdf"));
        }
        Resource last = after(extraction, activity(STEPS.get(1), Term.RECOGNITION, software()));
        last = repair(last, record);
        Resource publisher = model.createResource(vocabulary.publisher());
        Resource publication = after(last, activity("#publication", Term.PUBLICATION, publisher));
        publication.addProperty(
                Vocabulary.prov("endedAtTime"),
                ResourceFactory.createTypedLiteral(published.versionAt().toString(), XSDDatatype.XSDdateTime));
        role(publication, "#published-by", publisher, Term.PUBLISHER);
        document.addProperty(RDF.type, model.createResource(Vocabulary.PROV + "Entity"))
                .addProperty(Vocabulary.prov("wasGeneratedBy"), publication);
    }

    private Resource repair(Resource before, DocumentRecord record) {
        List<Claim> repaired = record.claims().values().stream()
                .flatMap(List::stream)
                .filter(DoubtDescription::isRepaired)
                .toList();
        if (repaired.isEmpty()) {
            return before;
        }
        Resource publisher = model.createResource(vocabulary.publisher());
        boolean byPerson = repaired.stream().anyMatch(claim -> claim.rule().equals(Claim.PERSON));
        boolean byProgram = repaired.stream().anyMatch(claim -> !claim.rule().equals(Claim.PERSON));
        Resource repair = activity(REPAIR, Term.REPAIR, byProgram ? software() : publisher);
        if (byPerson) {
            repair.addProperty(Vocabulary.prov("wasAssociatedWith"), publisher);
            role(repair, "#corrected-by", publisher, Term.EDITOR);
        }
        return after(before, repair);
    }

    private static Resource after(Resource before, Resource activity) {
        return activity.addProperty(Vocabulary.prov("wasInformedBy"), before);
    }

    private Resource activity(String name, Term type, Resource agent) {
        return model.createResource(document.getURI() + name)
                .addProperty(RDF.type, model.createResource(Vocabulary.PROV + "Activity"))
                .addProperty(RDF.type, vocabulary.type(type))
                .addProperty(Vocabulary.prov("wasAssociatedWith"), agent);
    }

    private void role(Resource activity, String name, Resource agent, Term role) {
        Resource association = model.createResource(document.getURI() + name)
                .addProperty(RDF.type, model.createResource(Vocabulary.PROV + "Association"))
                .addProperty(Vocabulary.prov("agent"), agent)
                .addProperty(Vocabulary.prov("hadRole"), vocabulary.type(role));
        activity.addProperty(Vocabulary.prov("qualifiedAssociation"), association);
    }

    private Resource software() {
        return vocabulary.type(Term.SOFTWARE);
    }
}
