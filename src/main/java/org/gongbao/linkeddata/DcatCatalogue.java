package org.gongbao.linkeddata;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** Writes the catalogue by DCAT 3, with what DCAT-AP 3.0.1 demands: titles, descriptions, a publisher, access addresses. */
final class DcatCatalogue implements CatalogueGraphs {

    private static final String FOAF = "http://xmlns.com/foaf/0.1/";

    private final Vocabulary vocabulary;
    private final String publisherName;

    DcatCatalogue(Vocabulary vocabulary, String publisherName) {
        this.vocabulary = vocabulary;
        this.publisherName = publisherName;
    }

    @Override
    public void write(List<ReleaseDescription> releases, RdfFormat format, OutputStream out) {
        Model model = vocabulary.model();
        model.setNsPrefix("dcat", Vocabulary.DCAT);
        model.setNsPrefix("foaf", FOAF);
        Resource publisher = model.createResource(vocabulary.base() + "/#publisher");
        publisher.addProperty(RDF.type, model.createResource(FOAF + "Agent"));
        publisher.addProperty(model.createProperty(FOAF, "name"), publisherName, "zh");
        Resource catalogue = model.createResource(vocabulary.base() + "/data");
        catalogue.addProperty(RDF.type, DCAT.Catalog);
        name(catalogue, "政府公报开放数据", "Open data of the government gazette");
        catalogue.addProperty(DCTerms.publisher, publisher);
        for (ReleaseDescription release : releases) {
            catalogue.addProperty(DCAT.dataset, dataset(model, release, publisher));
        }
        JenaDocumentGraphs.write(model, format, out);
    }

    private Resource dataset(Model model, ReleaseDescription release, Resource publisher) {
        Resource dataset = model.createResource(vocabulary.base() + "/data/" + release.dataset());
        dataset.addProperty(RDF.type, DCAT.Dataset);
        name(dataset, "已发布的全部公报文件", "All published documents of the gazette");
        dataset.addProperty(DCTerms.identifier, release.dataset());
        dataset.addProperty(DCTerms.publisher, publisher);
        dataset.addProperty(model.createProperty(Vocabulary.DCAT, "version"), release.release());
        dataset.addProperty(
                DCTerms.modified,
                ResourceFactory.createTypedLiteral(release.issued().toString(), XSDDatatype.XSDdateTime));
        for (FileDescribed file : release.files()) {
            dataset.addProperty(DCAT.distribution, distribution(model, release.address() + "/" + file.name(), file));
        }
        return dataset;
    }

    private static Resource distribution(Model model, String address, FileDescribed file) {
        Resource distribution = model.createResource(address);
        Property checksum = model.createProperty(Vocabulary.SPDX, "checksum");
        Resource digest = model.createResource(address + "#sha256");
        digest.addProperty(RDF.type, model.createResource(Vocabulary.SPDX + "Checksum"));
        digest.addProperty(
                model.createProperty(Vocabulary.SPDX, "algorithm"),
                model.createResource(Vocabulary.SPDX + "checksumAlgorithm_sha256"));
        digest.addProperty(
                model.createProperty(Vocabulary.SPDX, "checksumValue"),
                ResourceFactory.createTypedLiteral(file.sha256(), XSDDatatype.XSDhexBinary));
        packing(file.name())
                .ifPresent(
                        type -> distribution.addProperty(DCAT.compressFormat, model.createResource(mediaType(type))));
        return distribution
                .addProperty(RDF.type, DCAT.Distribution)
                .addProperty(DCTerms.title, file.name())
                .addProperty(DCAT.accessURL, distribution)
                .addProperty(DCAT.downloadURL, distribution)
                .addProperty(DCAT.mediaType, model.createResource(mediaType(file.mediaType())))
                .addProperty(
                        DCAT.byteSize,
                        ResourceFactory.createTypedLiteral(
                                Long.toString(file.bytes()), XSDDatatype.XSDnonNegativeInteger))
                .addProperty(checksum, digest);
    }

    private static Optional<String> packing(String name) {
        return name.endsWith(".gz")
                ? Optional.of("application/gzip")
                : name.endsWith(".zst") ? Optional.of("application/zstd") : Optional.empty();
    }

    private static String mediaType(String name) {
        return "http://www.iana.org/assignments/media-types/" + name;
    }

    private static void name(Resource resource, String chinese, String english) {
        resource.addProperty(DCTerms.title, chinese, "zh").addProperty(DCTerms.title, english, "en");
        resource.addProperty(DCTerms.description, chinese, "zh").addProperty(DCTerms.description, english, "en");
    }
}
