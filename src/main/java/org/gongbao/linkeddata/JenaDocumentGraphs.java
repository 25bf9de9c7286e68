package org.gongbao.linkeddata;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.gongbao.publication.PublishedDocument;

/** Writes graphs by Jena; in the formats that are streams of triples, in the order of the triples' text. */
final class JenaDocumentGraphs implements DocumentGraphs {

    private static final int VERSION_BYTES = 8;

    private final Vocabulary vocabulary;
    private final String version;

    JenaDocumentGraphs(Vocabulary vocabulary, Model ontology) {
        this.vocabulary = vocabulary;
        this.version = version(vocabulary, ontology);
    }

    private static String version(Vocabulary vocabulary, Model ontology) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        String shared = DocumentDescription.MAPPING + " " + vocabulary.base() + " " + vocabulary.rights() + "\n";
        all.writeBytes(shared.getBytes(StandardCharsets.UTF_8));
        lines(ontology, all);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
            return HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void write(PublishedDocument document, RdfFormat format, OutputStream out) {
        write(DocumentDescription.of(vocabulary, document), format, out);
    }

    static void write(Model model, RdfFormat format, OutputStream out) {
        switch (format) {
            case TURTLE -> sorted(model, RDFFormat.TURTLE_BLOCKS, out);
            case N_TRIPLES -> lines(model, out);
            case JSON_LD ->
                RDFWriter.source(model).format(RDFFormat.JSONLD11_PRETTY).output(out);
            case RDF_XML ->
                RDFWriter.source(model).format(RDFFormat.RDFXML_PLAIN).output(out);
        }
    }

    private static void sorted(Model model, RDFFormat format, OutputStream out) {
        StreamRDF stream = StreamRDFWriter.getWriterStream(out, format);
        stream.start();
        model.getNsPrefixMap().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(prefix -> stream.prefix(prefix.getKey(), prefix.getValue()));
        triples(model).forEach(stream::triple);
        stream.finish();
    }

    private static void lines(Model model, OutputStream out) {
        StreamRDF stream = StreamRDFWriter.getWriterStream(out, RDFFormat.NTRIPLES_UTF8);
        stream.start();
        triples(model).forEach(stream::triple);
        stream.finish();
    }

    /** The triples in the order of their text in N-Triples. */
    static List<Triple> triples(Model model) {
        return model.getGraph().stream()
                .sorted(Comparator.comparing((Triple triple) -> NodeFmtLib.strNT(triple.getSubject()))
                        .thenComparing(triple -> NodeFmtLib.strNT(triple.getPredicate()))
                        .thenComparing(triple -> NodeFmtLib.strNT(triple.getObject())))
                .toList();
    }

    @Override
    public byte[] quads(PublishedDocument document) {
        String graph = " <" + vocabulary.page(document.uid()) + "> .\n";
        StringBuilder text = new StringBuilder();
        for (Triple triple : triples(DocumentDescription.open(vocabulary, document))) {
            text.append(NodeFmtLib.strNT(triple.getSubject()))
                    .append(' ')
                    .append(NodeFmtLib.strNT(triple.getPredicate()))
                    .append(' ')
                    .append(NodeFmtLib.strNT(triple.getObject()))
                    .append(graph);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
