package org.gongbao.linkeddata;

import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.gongbao.linkeddata.JenaSparqlService.SparqlBounds;

/** What the query service is, by SPARQL 1.1 Service Description: read only, no federation, every named graph, within bounds. */
final class ServiceDescription {

    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";

    private static final List<String> RESULTS = List.of(
            "SPARQL_Results_JSON",
            "SPARQL_Results_XML",
            "SPARQL_Results_CSV",
            "SPARQL_Results_TSV",
            "Turtle",
            "N-Triples",
            "RDF_XML",
            "JSON-LD",
            "TriG",
            "N-Quads");

    private final Vocabulary vocabulary;
    private final SparqlBounds bounds;

    ServiceDescription(Vocabulary vocabulary, SparqlBounds bounds) {
        this.vocabulary = vocabulary;
        this.bounds = bounds;
    }

    Model model() {
        Model model = vocabulary.model();
        model.setNsPrefix("sd", SD);
        String endpoint = vocabulary.base() + "/sparql";
        Resource service = model.createResource(endpoint);
        Resource dataset = model.createResource(endpoint + "#dataset");
        Resource everything = model.createResource(endpoint + "#everything");
        service.addProperty(RDF.type, resource("Service"))
                .addProperty(sd("endpoint"), service)
                .addProperty(sd("supportedLanguage"), resource("SPARQL11Query"))
                .addProperty(sd("feature"), resource("UnionDefaultGraph"))
                .addProperty(sd("defaultDataset"), dataset)
                .addProperty(DCTerms.title, "公报关联数据查询", "zh")
                .addProperty(DCTerms.title, "Linked data of the gazette", "en")
                .addProperty(DCTerms.description, inChinese(), "zh")
                .addProperty(DCTerms.description, inEnglish(), "en");
        RESULTS.forEach(
                format -> service.addProperty(sd("resultFormat"), ResourceFactory.createResource(FORMATS + format)));
        dataset.addProperty(RDF.type, resource("Dataset"))
                .addProperty(DCTerms.description, "每份文件一个命名图，以文件页面的网址命名；默认图是所有图的并集。", "zh")
                .addProperty(
                        DCTerms.description,
                        "One named graph a document, by the address of its page; the default graph is the union of all.",
                        "en")
                .addProperty(sd("defaultGraph"), everything);
        everything.addProperty(RDF.type, resource("Graph"));
        return model;
    }

    private String inChinese() {
        return "只读。每次查询最多 %d 秒、%d 行（或三元组）、%d 字节；超过任何一项会明确拒绝，不会只给一部分。"
                .formatted(bounds.time().toSeconds(), bounds.rows(), bounds.bytes());
    }

    private String inEnglish() {
        return ("Read only. A query may take %d seconds, and its answer may have %d rows or triples and %d bytes; what is beyond is"
                        + " refused and named, never cut.")
                .formatted(bounds.time().toSeconds(), bounds.rows(), bounds.bytes());
    }

    private static Property sd(String name) {
        return ResourceFactory.createProperty(SD, name);
    }

    private static Resource resource(String name) {
        return ResourceFactory.createResource(SD + name);
    }
}
