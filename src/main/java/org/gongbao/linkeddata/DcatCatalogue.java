package org.gongbao.linkeddata;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gongbao.publication.RightsSettings;
import org.jspecify.annotations.Nullable;

/** Writes the catalogue by DCAT 3, with what DCAT-AP 3.0.1 demands: titles, descriptions, a publisher, access addresses. */
final class DcatCatalogue implements CatalogueGraphs {

    private static final String FOAF = "http://xmlns.com/foaf/0.1/";

    /** The lists that DCAT-AP takes languages and frequencies from. */
    private static final String EUROPE = "http://publications.europa.eu/resource/authority/";

    private static final List<String> KEYWORDS_ZH = List.of("政府公报", "规范性文件", "政府信息公开");
    private static final List<String> KEYWORDS_EN = List.of("government gazette", "official documents", "legislation");

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
        catalogue.addProperty(DCTerms.language, chinese(model));
        for (ReleaseDescription release : releases) {
            Resource dataset = dataset(model, release, publisher);
            catalogue.addProperty(DCAT.dataset, dataset);
            DataServices.describe(catalogue, dataset, vocabulary.base());
        }
        JenaDocumentGraphs.write(model, format, out);
    }

    private Resource dataset(Model model, ReleaseDescription release, Resource publisher) {
        Resource dataset = model.createResource(vocabulary.base() + "/data/" + release.dataset());
        dataset.addProperty(RDF.type, DCAT.Dataset);
        name(dataset, "已发布的全部公报文件", "All published documents of the gazette");
        dataset.addProperty(DCTerms.identifier, release.dataset());
        dataset.addProperty(DCTerms.publisher, publisher);
        dataset.addProperty(DCTerms.rights, rights(model));
        dataset.addProperty(DCTerms.language, chinese(model));
        dataset.addProperty(
                DCTerms.accrualPeriodicity,
                model.createResource(EUROPE + "frequency/UPDATE_CONT").addProperty(RDF.type, DCTerms.Frequency));
        dataset.addProperty(
                DCAT.landingPage,
                model.createResource(vocabulary.base() + "/data#page")
                        .addProperty(RDF.type, model.createResource(FOAF + "Document")));
        KEYWORDS_ZH.forEach(word -> dataset.addProperty(DCAT.keyword, word, "zh"));
        KEYWORDS_EN.forEach(word -> dataset.addProperty(DCAT.keyword, word, "en"));
        dataset.addProperty(model.createProperty(Vocabulary.DCAT, "version"), release.release());
        dataset.addProperty(
                DCTerms.modified,
                ResourceFactory.createTypedLiteral(release.issued().toString(), XSDDatatype.XSDdateTime));
        for (FileDescribed file : release.files()) {
            dataset.addProperty(DCAT.distribution, file(model, release.address() + "/" + file.name(), file));
        }
        return dataset;
    }

    private static Resource chinese(Model model) {
        return model.createResource(EUROPE + "language/ZHO").addProperty(RDF.type, DCTerms.LinguisticSystem);
    }

    private Resource file(Model model, String address, FileDescribed file) {
        Resource distribution = distribution(model, address, file);
        licence(model, vocabulary.rights().standing().licence(), distribution);
        return distribution.addProperty(DCTerms.rights, rights(model));
    }

    private static void licence(Model model, @Nullable String licence, Resource subject) {
        if (licence != null) {
            subject.addProperty(
                    DCTerms.license, model.createResource(licence).addProperty(RDF.type, DCTerms.LicenseDocument));
        }
    }

    /** What may be done with the data; where kinds of documents have another statement, that too. */
    private Resource rights(Model model) {
        Resource statement =
                model.createResource(vocabulary.base() + "/data#rights").addProperty(RDF.type, DCTerms.RightsStatement);
        RightsSettings rights = vocabulary.rights();
        statement.addProperty(RDFS.label, rights.zh(), "zh").addProperty(RDFS.label, rights.en(), "en");
        rights.byKind()
                .forEach(kind -> statement
                        .addProperty(RDFS.comment, String.join("、", kind.kinds()) + "：" + kind.zh(), "zh")
                        .addProperty(RDFS.comment, String.join(", ", kind.kinds()) + ": " + kind.en(), "en"));
        return statement;
    }

    private static Resource distribution(Model model, String address, FileDescribed file) {
        Resource distribution = model.createResource(address);
        packing(file.name()).ifPresent(type -> distribution.addProperty(DCAT.compressFormat, mediaType(model, type)));
        if (file.sha256() != null) {
            checksum(distribution, file.sha256());
        }
        return distribution
                .addProperty(RDF.type, DCAT.Distribution)
                .addProperty(DCTerms.title, file.name())
                .addProperty(DCAT.accessURL, distribution)
                .addProperty(DCAT.downloadURL, distribution)
                .addProperty(DCAT.mediaType, mediaType(model, file.mediaType()))
                .addProperty(
                        DCAT.byteSize,
                        ResourceFactory.createTypedLiteral(
                                Long.toString(file.bytes()), XSDDatatype.XSDnonNegativeInteger));
    }

    private static void checksum(Resource distribution, String sha256) {
        Model model = distribution.getModel();
        Resource digest = model.createResource(distribution.getURI() + "#sha256");
        digest.addProperty(RDF.type, model.createResource(Vocabulary.SPDX + "Checksum"));
        digest.addProperty(
                model.createProperty(Vocabulary.SPDX, "algorithm"),
                model.createResource(Vocabulary.SPDX + "checksumAlgorithm_sha256")
                        .addProperty(RDF.type, model.createResource(Vocabulary.SPDX + "ChecksumAlgorithm")));
        digest.addProperty(
                model.createProperty(Vocabulary.SPDX, "checksumValue"),
                ResourceFactory.createTypedLiteral(sha256, XSDDatatype.XSDhexBinary));
        distribution.addProperty(model.createProperty(Vocabulary.SPDX, "checksum"), digest);
    }

    private static Optional<String> packing(String name) {
        return name.endsWith(".gz")
                ? Optional.of("application/gzip")
                : name.endsWith(".zst") ? Optional.of("application/zstd") : Optional.empty();
    }

    private static Resource mediaType(Model model, String name) {
        return model.createResource("http://www.iana.org/assignments/media-types/" + name)
                .addProperty(RDF.type, DCTerms.MediaType);
    }

    private static void name(Resource resource, String chinese, String english) {
        resource.addProperty(DCTerms.title, chinese, "zh").addProperty(DCTerms.title, english, "en");
        resource.addProperty(DCTerms.description, chinese, "zh").addProperty(DCTerms.description, english, "en");
    }
}
