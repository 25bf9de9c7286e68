package org.gongbao.linkeddata;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;

/** Reads {@code ontology/*.ttl} from the jar; relative identifiers in it start at the base address of the service. */
final class JenaOntology implements Ontology {

    private final Vocabulary vocabulary;
    private final Model model;
    private final Model shapes;
    private final ConceptFiles concepts;

    JenaOntology(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.model = load("/ontology/gongbao.ttl", vocabulary);
        this.shapes = load("/ontology/shapes.ttl", vocabulary);
        this.concepts = new ConceptFiles(vocabulary);
    }

    /** All that documents refer to: the terms and the concepts. */
    Model model() {
        return vocabulary.model().add(model).add(concepts.model());
    }

    ConceptFiles concepts() {
        return concepts;
    }

    Model shapes() {
        return shapes;
    }

    @Override
    public String version() {
        return model.createResource(vocabulary.namespace())
                .getProperty(OWL2.versionInfo)
                .getString();
    }

    @Override
    public void writeShapes(RdfFormat format, OutputStream out) {
        JenaDocumentGraphs.write(shapes, format, out);
    }

    @Override
    public byte[] context() {
        return text("/ontology/context.jsonld")
                .replace("{base}", vocabulary.base())
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] recordSchema() {
        return text("/ontology/record.schema.json")
                .replace("https://gongbao.org/schema/", vocabulary.namespace())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(JenaOntology.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    static Model load(String resource, Vocabulary vocabulary) {
        Model model = vocabulary.model();
        try (InputStream in = Objects.requireNonNull(JenaOntology.class.getResourceAsStream(resource), resource)) {
            RDFParser.source(in).lang(Lang.TURTLE).base(vocabulary.base() + "/").parse(model);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
        return model;
    }

    @Override
    public void write(RdfFormat format, OutputStream out) {
        JenaDocumentGraphs.write(model, format, out);
    }

    @Override
    public boolean writeTerm(String localName, RdfFormat format, OutputStream out) {
        Resource term = model.createResource(vocabulary.namespace() + localName);
        if (!model.containsResource(term) || localName.isEmpty()) {
            return false;
        }
        Model part = vocabulary.model();
        part.add(term.listProperties());
        JenaDocumentGraphs.write(part, format, out);
        return true;
    }

    @Override
    public List<TermDescription> terms() {
        return model.listSubjectsWithProperty(RDFS.label).toList().stream()
                .filter(subject ->
                        subject.getURI().length() > vocabulary.namespace().length()
                                && subject.getURI().startsWith(vocabulary.namespace()))
                .map(subject -> new TermDescription(
                        subject.getURI().substring(vocabulary.namespace().length()),
                        subject.hasProperty(org.apache.jena.vocabulary.RDF.type, RDFS.Class),
                        words(subject, "zh"),
                        words(subject, "en")))
                .sorted(java.util.Comparator.comparing(TermDescription::localName))
                .toList();
    }

    private static Words words(Resource subject, String language) {
        return new Words(text(subject, RDFS.label, language), text(subject, RDFS.comment, language));
    }

    private static String text(Resource subject, Property property, String language) {
        Statement statement = subject.getProperty(property, language);
        return statement == null ? "" : statement.getString();
    }
}
