package org.gongbao.linkeddata;

import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/**
 * Describes a document of a digitised issue (数字化公报一期中的文件) as a part of the issue: what it is called and by whom, its
 * sections, duties and citations. It is published, versioned and cited with the issue, and its text stands in that of the issue.
 */
final class ItemDescription {

    private final Vocabulary vocabulary;
    private final Resource issue;
    private final Model model;

    ItemDescription(Vocabulary vocabulary, Resource issue) {
        this.vocabulary = vocabulary;
        this.issue = issue;
        this.model = issue.getModel();
    }

    /** @param number of the document in the issue, from 1 */
    void describe(int number, DocumentRecord record) {
        Resource item = model.createResource(issue.getURI() + "#item-" + number);
        item.addProperty(RDF.type, model.createResource(Vocabulary.ELI + "LegalResource"));
        item.addProperty(Vocabulary.eli("is_part_of"), issue);
        issue.addProperty(Vocabulary.eli("has_part"), item);
        text(item, DCTerms.title, record.displayTitle(), record.language());
        text(item, Vocabulary.eli("title"), record.title(), record.language());
        plain(item, Vocabulary.eli("number"), record.documentNumber());
        plain(item, vocabulary.property(Term.DOCUMENT_KIND), record.documentKind());
        Optional<String> kind = ConceptFiles.code(ConceptFiles.KIND, record.documentKind());
        kind.ifPresent(code -> item.addProperty(
                Vocabulary.eli("type_document"), model.createResource(vocabulary.concept(ConceptFiles.KIND, code))));
        AgencyDescription agencies = new AgencyDescription(vocabulary, model);
        record.issuers()
                .forEach(issuer -> item.addProperty(Vocabulary.eli("passed_by"), agencies.describe(issuer, record)));
        if (record.issuedOn() != null) {
            item.addProperty(Vocabulary.eli("date_document"), Vocabulary.date(record.issuedOn()));
        }
        new PartDescription(vocabulary, item).describe(record);
    }

    private static void text(Resource item, Property property, @Nullable String value, String language) {
        if (value != null && !value.isEmpty()) {
            item.addProperty(property, value, language);
        }
    }

    private static void plain(Resource item, Property property, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            item.addProperty(property, value);
        }
    }
}
