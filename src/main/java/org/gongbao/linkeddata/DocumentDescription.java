package org.gongbao.linkeddata;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gongbao.publication.PinyinTitle;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.RightsSettings;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.GazetteIssue;
import org.gongbao.record.Validity;
import org.jspecify.annotations.Nullable;

/**
 * Describes a document as RDF by ELI and Dublin Core, and by the project's own vocabulary where those have no term. No blank
 * nodes: every part has an identifier under the document's own.
 */
final class DocumentDescription {

    /** To be raised with every change of what a record becomes, so that stores and files made before are made again. */
    static final int MAPPING = 4;

    private final Vocabulary vocabulary;
    private final Model model;
    private final Resource document;
    private final DocumentRecord record;

    private DocumentDescription(Vocabulary vocabulary, Uid uid, DocumentRecord record) {
        this.vocabulary = vocabulary;
        this.model = vocabulary.model();
        this.document = model.createResource(vocabulary.document(uid));
        this.record = record;
    }

    /** The whole description of a published document. */
    static Model of(Vocabulary vocabulary, PublishedDocument published) {
        return of(vocabulary, published, published.record());
    }

    /** What datasets may hold of it, with the condition where there is one. */
    static Model open(Vocabulary vocabulary, PublishedDocument published) {
        return of(vocabulary, published, published.terms().open(published.record()));
    }

    private static Model of(Vocabulary vocabulary, PublishedDocument published, DocumentRecord record) {
        DocumentDescription description = new DocumentDescription(vocabulary, published.uid(), record);
        description.record(published.uid());
        if (published.issue() == null) {
            description.items();
        }
        description.publication(published);
        boolean withQuotes = record == published.record() || published.terms() == Terms.OPEN;
        new RelationDescription(vocabulary, description.document).describe(published.relations(), withQuotes);
        new ProvenanceDescription(vocabulary, description.document).describe(published, record);
        return description.model;
    }

    /** The description of a record that is not published yet. */
    static Model of(Vocabulary vocabulary, Uid uid, DocumentRecord record) {
        DocumentDescription description = new DocumentDescription(vocabulary, uid, record);
        description.record(uid);
        description.items();
        return description.model;
    }

    private void record(Uid uid) {
        document.addProperty(RDF.type, model.createResource(Vocabulary.ELI + "LegalResource"));
        document.addProperty(RDF.type, vocabulary.type(Term.DOCUMENT));
        document.addProperty(DCTerms.identifier, uid.value());
        document.addProperty(DCTerms.language, record.language());
        titles();
        numbers();
        agencies();
        dates();
        disclosure();
        gazette();
        text(vocabulary.property(Term.TEXT), record.text());
        new PartDescription(vocabulary, document).describe(record);
        new DoubtDescription(vocabulary, document).describe(record);
    }

    /** Documents of a digitised issue, which are published with it and have no page but the issue's. */
    private void items() {
        ItemDescription description = new ItemDescription(vocabulary, document);
        for (int i = 0; i < record.items().size(); i++) {
            description.describe(i + 1, record.items().get(i));
        }
    }

    private void titles() {
        text(DCTerms.title, record.displayTitle());
        PinyinTitle.of(record.displayTitle(), record.language())
                .ifPresent(pinyin -> document.addProperty(DCTerms.alternative, pinyin, PinyinTitle.LANGUAGE));
        text(Vocabulary.eli("title"), record.title());
        text(vocabulary.property(Term.ENCLOSED_TITLE), record.enclosedTitle());
        text(DCTerms.abstract_, record.summary());
        for (String theme : record.themes()) {
            text(vocabulary.property(Term.THEME), theme);
            concept(Vocabulary.eli("is_about"), ConceptFiles.THEME, ConceptFiles.theme(theme));
        }
    }

    private void numbers() {
        plain(Vocabulary.eli("number"), record.documentNumber());
        plain(vocabulary.property(Term.REGISTRY_NUMBER), record.registryNumber());
        plain(vocabulary.property(Term.INDEX_NUMBER), record.indexNumber());
        plain(vocabulary.property(Term.DOCUMENT_KIND), record.documentKind());
        concept(
                Vocabulary.eli("type_document"),
                ConceptFiles.KIND,
                ConceptFiles.code(ConceptFiles.KIND, record.documentKind()));
        plain(vocabulary.property(Term.INSTRUMENT_FORM), record.instrumentForm());
    }

    private void agencies() {
        AgencyDescription agencies = new AgencyDescription(vocabulary, model);
        for (String issuer : record.issuers()) {
            document.addProperty(Vocabulary.eli("passed_by"), agencies.describe(issuer, record));
        }
        record.addressees().forEach(addressee -> text(vocabulary.property(Term.ADDRESSEE), addressee));
    }

    private void dates() {
        date(Vocabulary.eli("date_document"), record.issuedOn());
        date(Vocabulary.eli("date_publication"), record.publishedOn());
        date(Vocabulary.eli("first_date_entry_in_force"), record.effectiveOn());
        date(Vocabulary.eli("date_no_longer_in_force"), record.expiresOn());
        date(DCTerms.created, record.generatedOn());
        Validity validity = record.validity();
        if (validity != null && validity.method().equals("stated")) {
            plain(vocabulary.property(Term.STATED_VALIDITY), validity.status());
            date(vocabulary.property(Term.VALIDITY_AS_OF), validity.asOf());
            concept(
                    vocabulary.property(Term.VALIDITY_STATUS),
                    ConceptFiles.VALIDITY,
                    ConceptFiles.code(ConceptFiles.VALIDITY, validity.status()));
        }
    }

    private void disclosure() {
        String mode = record.disclosure().mode();
        plain(vocabulary.property(Term.DISCLOSURE_MODE), mode);
        concept(
                vocabulary.property(Term.HAS_DISCLOSURE_MODE),
                ConceptFiles.DISCLOSURE,
                ConceptFiles.code(ConceptFiles.DISCLOSURE, mode));
    }

    private void gazette() {
        GazetteIssue issue = record.gazette();
        if (issue == null || issue.issue() == null || issue.year() == null) {
            return;
        }
        Resource resource = model.createResource(vocabulary.gazetteIssue(issue.series(), issue.year(), issue.issue()));
        resource.addProperty(RDF.type, vocabulary.type(Term.GAZETTE_ISSUE));
        resource.addProperty(vocabulary.property(Term.SERIES), issue.series(), record.language());
        number(resource, Term.YEAR, issue.year());
        number(resource, Term.ISSUE, issue.issue());
        number(resource, Term.TOTAL_ISSUE, issue.totalIssue());
        document.addProperty(Vocabulary.eli("is_part_of"), resource);
    }

    private void publication(PublishedDocument published) {
        if (published.byNumber() != null) {
            document.addProperty(OWL.sameAs, model.createResource(vocabulary.base() + published.byNumber()));
        }
        number(document, Term.VERSION, published.version());
        document.addProperty(vocabulary.property(Term.LOG_POSITION), Vocabulary.integer(published.position()));
        document.addProperty(
                DCTerms.issued,
                ResourceFactory.createTypedLiteral(published.releasedAt().toString(), XSDDatatype.XSDdateTime));
        document.addProperty(
                DCTerms.modified,
                ResourceFactory.createTypedLiteral(published.versionAt().toString(), XSDDatatype.XSDdateTime));
        if (published.terms() == Terms.CONDITIONAL) {
            document.addProperty(DCTerms.accessRights, "有条件开放", "zh");
        }
        concept(
                vocabulary.property(Term.OPEN_ATTRIBUTE),
                ConceptFiles.OPEN,
                ConceptFiles.code(ConceptFiles.OPEN, openAttribute(published.terms())));
        rights();
        new FileDescription(vocabulary, document).describe(published);
    }

    static String openAttribute(Terms terms) {
        return switch (terms) {
            case OPEN -> "无条件开放";
            case CONDITIONAL -> "有条件开放";
            case SEARCH_ENGINES, PAGE -> "不予开放";
        };
    }

    private void rights() {
        RightsSettings.Rights rights = vocabulary.rights().of(record);
        if (rights.licence() != null) {
            document.addProperty(DCTerms.license, model.createResource(rights.licence()));
        }
        document.addProperty(
                DCTerms.rights,
                model.createResource(document.getURI() + "#rights")
                        .addProperty(RDF.type, DCTerms.RightsStatement)
                        .addProperty(RDFS.label, rights.zh(), "zh")
                        .addProperty(RDFS.label, rights.en(), "en"));
    }

    private void concept(Property property, String scheme, Optional<String> code) {
        code.ifPresent(
                found -> document.addProperty(property, model.createResource(vocabulary.concept(scheme, found))));
    }

    private void number(Resource subject, Term term, @Nullable Integer value) {
        if (value != null) {
            subject.addProperty(vocabulary.property(term), Vocabulary.integer(value));
        }
    }

    private void text(Property property, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            document.addProperty(property, value, record.language());
        }
    }

    private void plain(Property property, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            document.addProperty(property, value);
        }
    }

    private void date(Property property, @Nullable LocalDate value) {
        if (value != null) {
            document.addProperty(property, Vocabulary.date(value));
        }
    }
}
