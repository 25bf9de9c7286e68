package org.gongbao.linkeddata;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** The ways in which programs ask for the data instead of taking all of it, as services of the catalogue (DCAT 3, {@code DataService}). */
enum DataServices {
    SPARQL(
            "sparql",
            "关联数据查询（SPARQL）",
            "Linked data queries (SPARQL)",
            "https://www.w3.org/TR/sparql11-protocol/",
            "/sparql",
            "/sparql"),
    API(
            "api",
            "数据接口（REST）",
            "Programming interface (REST)",
            "https://spec.openapis.org/oas/v3.1.0",
            "/api/v1",
            "/openapi.json"),
    OAI(
            "oai",
            "元数据收割（OAI-PMH）",
            "Harvesting of metadata (OAI-PMH)",
            "http://www.openarchives.org/OAI/2.0/openarchivesprotocol.htm",
            "/oai",
            "/oai?verb=Identify");

    private final String fragment;
    private final String chinese;
    private final String english;
    private final String standard;
    private final String address;
    private final String description;

    DataServices(String fragment, String chinese, String english, String standard, String address, String description) {
        this.fragment = fragment;
        this.chinese = chinese;
        this.english = english;
        this.standard = standard;
        this.address = address;
        this.description = description;
    }

    /** Describes all of them, and says which dataset they serve. */
    static void describe(Resource catalogue, Resource dataset, String base) {
        for (DataServices service : values()) {
            catalogue.addProperty(property(catalogue.getModel(), "service"), service.in(catalogue, dataset, base));
        }
    }

    private Resource in(Resource catalogue, Resource dataset, String base) {
        Model model = catalogue.getModel();
        return model.createResource(catalogue.getURI() + "#" + fragment)
                .addProperty(RDF.type, model.createResource(Vocabulary.DCAT + "DataService"))
                .addProperty(DCTerms.title, chinese, "zh")
                .addProperty(DCTerms.title, english, "en")
                .addProperty(DCTerms.conformsTo, model.createResource(standard).addProperty(RDF.type, DCTerms.Standard))
                .addProperty(property(model, "endpointURL"), resource(model, base + address))
                .addProperty(property(model, "endpointDescription"), resource(model, base + description))
                .addProperty(property(model, "servesDataset"), dataset);
    }

    /** DCAT-AP demands that its type is said. */
    private static Resource resource(Model model, String address) {
        return model.createResource(address).addProperty(RDF.type, RDFS.Resource);
    }

    private static Property property(Model model, String name) {
        return model.createProperty(Vocabulary.DCAT, name);
    }
}
