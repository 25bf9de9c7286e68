package org.gongbao.linkeddata;

import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.gongbao.record.Citation;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Section;
import org.gongbao.record.Task;
import org.jspecify.annotations.Nullable;

/** Describes sections, duties and citations, each under the identifier of its document, or of the document of an issue. */
final class PartDescription {

    private final Vocabulary vocabulary;
    private final Resource document;
    private final Model model;

    PartDescription(Vocabulary vocabulary, Resource document) {
        this.vocabulary = vocabulary;
        this.document = document;
        this.model = document.getModel();
    }

    void describe(DocumentRecord record) {
        sections(document, "section", record.sections());
        for (int i = 0; i < record.tasks().size(); i++) {
            duty(part("duty-" + (i + 1), Term.DUTY), record.tasks().get(i));
        }
        for (int i = 0; i < record.citations().size(); i++) {
            citation(
                    part("citation-" + (i + 1), Term.CITATION),
                    record.citations().get(i));
        }
    }

    private void sections(Resource parent, String prefix, List<Section> sections) {
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            String name = prefix + "-" + (i + 1);
            Resource resource = part(name, Term.SECTION);
            parent.addProperty(vocabulary.property(Term.HAS_SECTION), resource);
            resource.addProperty(RDF.type, model.createResource(Vocabulary.ELI + "LegalResourceSubdivision"));
            resource.addProperty(Vocabulary.eli("is_part_of"), parent);
            text(resource, Term.LABEL, section.label());
            text(resource, Term.HEADING, section.heading());
            text(resource, Term.TEXT, section.text());
            resource.addProperty(vocabulary.property(Term.LEVEL), Vocabulary.integer(section.level()));
            sections(resource, name, section.children());
        }
    }

    private void duty(Resource resource, Task task) {
        document.addProperty(vocabulary.property(Term.HAS_DUTY), resource);
        if (task.number() != null) {
            resource.addProperty(vocabulary.property(Term.NUMBER), Vocabulary.integer(task.number()));
        }
        text(resource, Term.CATEGORY, task.category());
        resource.addProperty(DCTerms.description, task.text());
        text(resource, Term.MEASURE, task.measure());
        task.units().forEach(unit -> text(resource, Term.RESPONSIBLE_UNIT, unit));
        task.deadlines()
                .forEach(date -> resource.addProperty(vocabulary.property(Term.DEADLINE), Vocabulary.date(date)));
    }

    private void citation(Resource resource, Citation citation) {
        document.addProperty(vocabulary.property(Term.HAS_CITATION), resource);
        text(resource, Term.RELATION, citation.relation());
        text(resource, Term.CITED_TITLE, citation.title());
        text(resource, Term.CITED_NUMBER, citation.documentNumber());
        text(resource, Term.QUOTE, citation.quote());
    }

    private Resource part(String name, Term type) {
        String of = document.getURI();
        Resource resource = model.createResource(of + (of.contains("#") ? "-" : "#") + name);
        resource.addProperty(RDF.type, vocabulary.type(type));
        return resource;
    }

    private void text(Resource subject, Term term, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            subject.addProperty(vocabulary.property(term), value);
        }
    }
}
