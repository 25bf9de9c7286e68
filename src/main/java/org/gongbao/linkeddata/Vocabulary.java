package org.gongbao.linkeddata;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.gongbao.publication.Uid;

/** The identifiers of linked data: everything of this service starts with its base address. */
final class Vocabulary {

    static final String ELI = "http://data.europa.eu/eli/ontology#";
    static final String SPDX = "http://spdx.org/rdf/terms#";
    static final String DCAT = "http://www.w3.org/ns/dcat#";

    private final String base;

    /** @param base the public address of the service, without a slash at its end */
    Vocabulary(String base) {
        this.base = base;
    }

    String base() {
        return base;
    }

    /** The namespace of the project's own terms. */
    String namespace() {
        return base + "/def/";
    }

    Property property(Term term) {
        return ResourceFactory.createProperty(namespace(), term.localName());
    }

    Resource type(Term term) {
        return ResourceFactory.createResource(namespace() + term.localName());
    }

    static Property eli(String name) {
        return ResourceFactory.createProperty(ELI, name);
    }

    /** The identifier of a document, which never changes. */
    String document(Uid uid) {
        return base + "/id/doc/" + uid;
    }

    /** The page of a document; also the name of its graph. */
    String page(Uid uid) {
        return base + "/doc/" + uid;
    }

    /** An agency by its full name. */
    String agency(String name) {
        return base + "/org/" + segment(name);
    }

    String gazetteIssue(String series, @org.jspecify.annotations.Nullable Integer year, int issue) {
        return base + "/gazette/" + segment(series) + "/" + (year == null ? "-" : year) + "/" + issue;
    }

    /** A model that knows the short names of the vocabularies. */
    Model model() {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefix("gz", namespace());
        model.setNsPrefix("eli", ELI);
        model.setNsPrefix("dcterms", DCTerms.NS);
        model.setNsPrefix("rdfs", RDFS.uri);
        model.setNsPrefix("spdx", SPDX);
        model.setNsPrefix("xsd", XSDDatatype.XSD + "#");
        return model;
    }

    static Literal date(LocalDate date) {
        return ResourceFactory.createTypedLiteral(date.toString(), XSDDatatype.XSDdate);
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
