package org.gongbao.linkeddata;

import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicationGate;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;

/**
 * Holds back a record whose RDF breaks the shapes. They demand only what every record has, and right forms of what is
 * there; a missing date, number or mode is no violation.
 */
final class ShapesGate implements PublicationGate {

    /** Stands in for the identifier, which says nothing about the record. */
    private static final Uid ANY = new Uid("0000000000000000");

    private final Shapes shapes;
    private final Vocabulary vocabulary;

    ShapesGate(Model shapes, Vocabulary vocabulary) {
        this.shapes = Shapes.parse(shapes.getGraph());
        this.vocabulary = vocabulary;
    }

    @Override
    public String name() {
        return "shapes";
    }

    @Override
    public List<String> obstacles(DocumentRecord working, PackageContent content) {
        Model description = DocumentDescription.of(vocabulary, ANY, content.record());
        return ShaclValidator.get().validate(shapes, description.getGraph()).getEntries().stream()
                .map(entry -> "its linked data breaks a shape: " + entry.message())
                .distinct()
                .toList();
    }
}
