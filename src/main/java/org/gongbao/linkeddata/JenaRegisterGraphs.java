package org.gongbao.linkeddata;

import java.io.OutputStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.DCTypes;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Writes agencies by ORG, and issues by ELI and the project's own terms, under the identifiers that documents' graphs use. */
final class JenaRegisterGraphs implements RegisterGraphs {

    private static final String LANGUAGE = "zh-Hans";

    private final Vocabulary vocabulary;

    JenaRegisterGraphs(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void write(Agency agency, RdfFormat format, OutputStream out) {
        Model model = vocabulary.model();
        Resource resource = new AgencyDescription(vocabulary, model)
                .agency(agency.key(), agency.names().get(0), LANGUAGE);
        agency.names().stream().skip(1).forEach(name -> resource.addProperty(SKOS.altLabel, name, LANGUAGE));
        if (agency.identifier() != null) {
            resource.addProperty(Vocabulary.org("identifier"), agency.identifier());
        }
        if (agency.division() != null) {
            resource.addProperty(vocabulary.property(Term.DIVISION), agency.division());
        }
        agency.changes().forEach(change -> describe(change, resource));
        JenaDocumentGraphs.write(model, format, out);
    }

    private void describe(Change change, Resource agency) {
        Model model = agency.getModel();
        Resource event = model.createResource(vocabulary.agency(change.home()) + "#" + change.name())
                .addProperty(RDF.type, model.createResource(Vocabulary.ORG + "ChangeEvent"))
                .addProperty(RDFS.label, change.label(), LANGUAGE)
                .addProperty(DCTerms.date, ResourceFactory.createTypedLiteral(change.on(), type(change.on())));
        for (String original : change.originals()) {
            Resource before = model.createResource(vocabulary.agency(original));
            event.addProperty(Vocabulary.org("originalOrganization"), before);
            if (before.equals(agency)) {
                agency.addProperty(Vocabulary.org("changedBy"), event);
            }
        }
        for (String result : change.results()) {
            Resource after = model.createResource(vocabulary.agency(result));
            event.addProperty(Vocabulary.org("resultingOrganization"), after);
            if (after.equals(agency)) {
                agency.addProperty(Vocabulary.org("resultedFrom"), event);
            }
        }
    }

    /** No day is made up where only the month or the year is known. */
    private static XSDDatatype type(String on) {
        return switch (on.length()) {
            case 4 -> XSDDatatype.XSDgYear;
            case 7 -> XSDDatatype.XSDgYearMonth;
            default -> XSDDatatype.XSDdate;
        };
    }

    @Override
    public void write(Issue issue, RdfFormat format, OutputStream out) {
        Model model = vocabulary.model();
        Resource resource = model.createResource(vocabulary.gazetteIssue(issue.series(), issue.year(), issue.number()))
                .addProperty(RDF.type, vocabulary.type(Term.GAZETTE_ISSUE))
                .addProperty(vocabulary.property(Term.SERIES), issue.series(), LANGUAGE)
                .addProperty(vocabulary.property(Term.YEAR), Vocabulary.integer(issue.year()))
                .addProperty(vocabulary.property(Term.ISSUE), Vocabulary.integer(issue.number()));
        if (issue.whole() != null) {
            resource.addProperty(DCTerms.hasFormat, model.createResource(vocabulary.document(issue.whole())));
        }
        issue.parts()
                .forEach(uid -> resource.addProperty(
                        Vocabulary.eli("has_part"), model.createResource(vocabulary.document(uid))));
        JenaDocumentGraphs.write(model, format, out);
    }

    @Override
    public void write(Listing listing, RdfFormat format, OutputStream out) {
        Model model = vocabulary.model();
        Resource list = model.createResource(vocabulary.address(listing.segments()))
                .addProperty(RDF.type, DCTypes.Collection)
                .addProperty(DCTerms.title, listing.name(), LANGUAGE);
        for (Member member : listing.members()) {
            Resource part = model.createResource(vocabulary.address(member.segments()));
            list.addProperty(DCTerms.hasPart, part.addProperty(RDFS.label, member.name(), LANGUAGE));
        }
        JenaDocumentGraphs.write(model, format, out);
    }
}
