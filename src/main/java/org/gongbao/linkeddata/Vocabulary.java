package org.gongbao.linkeddata;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.gongbao.publication.RightsSettings;
import org.gongbao.publication.Uid;

/** The identifiers of linked data: everything of this service starts with its base address. */
final class Vocabulary {

    static final String ELI = "http://data.europa.eu/eli/ontology#";
    static final String SPDX = "http://spdx.org/rdf/terms#";
    static final String DCAT = "http://www.w3.org/ns/dcat#";

    static final String PROV = "http://www.w3.org/ns/prov#";
    static final String ORG = "http://www.w3.org/ns/org#";

    private final String base;
    private final RightsSettings rights;

    /** With the rights of who sets none. */
    Vocabulary(String base) {
        this(base, RightsSettings.standard());
    }

    /**
     * @param base the public address of the service, without a slash at its end
     * @param rights what may be done with documents
     */
    Vocabulary(String base, RightsSettings rights) {
        this.base = base;
        this.rights = rights;
    }

    RightsSettings rights() {
        return rights;
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

    static Property prov(String name) {
        return ResourceFactory.createProperty(PROV, name);
    }

    static Property org(String name) {
        return ResourceFactory.createProperty(ORG, name);
    }

    /** An agency by its identifier, or where that is not known by the name that documents give it. */
    String agency(String identifierOrName) {
        return base + "/org/" + segment(identifierOrName);
    }

    /** @param segments of the path, as words */
    String address(List<String> segments) {
        return base + segments.stream().map(segment -> "/" + segment(segment)).collect(Collectors.joining());
    }

    /** Who publishes here. */
    String publisher() {
        return base + "/#publisher";
    }

    String scheme(String name) {
        return base + "/concept/" + name;
    }

    String concept(String scheme, String code) {
        return scheme(scheme) + "/" + code;
    }

    String gazetteIssue(String series, int year, int issue) {
        return base + "/gazette/" + segment(series) + "/" + year + "/" + issue;
    }

    /** A model that knows the short names of the vocabularies. */
    Model model() {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefix("gz", namespace());
        model.setNsPrefix("eli", ELI);
        model.setNsPrefix("dcterms", DCTerms.NS);
        model.setNsPrefix("org", ORG);
        model.setNsPrefix("prov", PROV);
        model.setNsPrefix("rdf", RDF.uri);
        model.setNsPrefix("rdfs", RDFS.uri);
        model.setNsPrefix("skos", SKOS.uri);
        model.setNsPrefix("spdx", SPDX);
        model.setNsPrefix("xsd", XSDDatatype.XSD + "#");
        return model;
    }

    static Literal date(LocalDate date) {
        return ResourceFactory.createTypedLiteral(date.toString(), XSDDatatype.XSDdate);
    }

    /** A number as the ranges of the vocabulary have it; Jena would make an {@code xsd:long} of it. */
    static Literal integer(long number) {
        return ResourceFactory.createTypedLiteral(Long.toString(number), XSDDatatype.XSDinteger);
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
