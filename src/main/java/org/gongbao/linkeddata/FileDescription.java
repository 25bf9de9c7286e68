package org.gongbao.linkeddata;

import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;

/** Describes the public files of a document with their digests. */
final class FileDescription {

    /** Address suffix of each file of a package. */
    private static final Map<String, String> SUFFIXES =
            Map.of("record.json", ".json", "text.txt", ".txt", "document.pdf", ".pdf");

    private final Vocabulary vocabulary;
    private final Resource document;

    FileDescription(Vocabulary vocabulary, Resource document) {
        this.vocabulary = vocabulary;
        this.document = document;
    }

    void describe(PublishedDocument published) {
        Model model = document.getModel();
        for (PublicPackage.File file : published.content().files()) {
            String suffix = SUFFIXES.get(file.name());
            if (suffix == null) {
                continue;
            }
            Resource resource = model.createResource(vocabulary.page(published.uid()) + suffix);
            resource.addProperty(RDF.type, model.createResource(Vocabulary.ELI + "Format"));
            resource.addProperty(DCTerms.format, file.mediaType());
            // What is served as JSON is the record with its identity and relations, made when it is asked for.
            if (!file.name().equals("record.json")) {
                resource.addProperty(DCTerms.extent, Long.toString(file.bytes()));
                checksum(resource, file.sha256());
            }
            document.addProperty(Vocabulary.eli("is_embodied_by"), resource);
        }
    }

    private static void checksum(Resource file, String sha256) {
        Model model = file.getModel();
        Resource checksum = model.createResource(file.getURI() + "#sha256");
        checksum.addProperty(RDF.type, model.createResource(Vocabulary.SPDX + "Checksum"));
        checksum.addProperty(
                model.createProperty(Vocabulary.SPDX, "algorithm"),
                model.createResource(Vocabulary.SPDX + "checksumAlgorithm_sha256"));
        checksum.addProperty(
                model.createProperty(Vocabulary.SPDX, "checksumValue"),
                ResourceFactory.createTypedLiteral(sha256, XSDDatatype.XSDhexBinary));
        file.addProperty(model.createProperty(Vocabulary.SPDX, "checksum"), checksum);
    }
}
