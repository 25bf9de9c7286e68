package org.gongbao.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.gongbao.linkeddata.CatalogueGraphs.FileDescribed;
import org.gongbao.linkeddata.CatalogueGraphs.ReleaseDescription;
import org.junit.jupiter.api.Test;

/** The catalogue by the shapes of DCAT-AP 3.0.1, where a folder with them is given as {@code gongbao.schemas}. */
class DcatApTest {

    private static Model catalogue() {
        ReleaseDescription release = new ReleaseDescription(
                "documents",
                "000000000043",
                "https://gongbao.example/data/documents/000000000043",
                Instant.parse("2024-05-31T08:00:00Z"),
                List.of(
                        new FileDescribed("documents.csv.gz", "text/csv", 9, "0f".repeat(32)),
                        new FileDescribed("documents.nq.gz", "application/n-quads", 9, "a1".repeat(32))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DcatCatalogue(new Vocabulary("https://gongbao.example"), "云州市人民政府办公室")
                .write(List.of(release), RdfFormat.TURTLE, out);
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new ByteArrayInputStream(out.toByteArray()), Lang.TURTLE);
        return model;
    }

    @Test
    void theCatalogueFulfilsTheShapesOfDcatAp() {
        String folder = System.getProperty("gongbao.schemas", "");
        assumeTrue(!folder.isBlank(), "no folder of schemas: set gongbao.schemas");
        Model shapes = ModelFactory.createDefaultModel();
        for (String file : List.of("dcat-ap-3.0.1-SHACL.ttl", "dcat-ap-3.0.1-ranges.ttl")) {
            shapes.read(Path.of(folder, file).toUri().toString(), "TURTLE");
        }
        withoutEmptyReferences(shapes);
        assertThat(ShaclValidator.get()
                        .validate(Shapes.parse(shapes.getGraph()), catalogue().getGraph())
                        .getEntries())
                .isEmpty();
    }

    @Test
    void whatAnswersProgramsIsAServiceThatServesTheDataset() {
        Model catalogue = catalogue();
        Property served = catalogue.createProperty(Vocabulary.DCAT, "servesDataset");
        Property address = catalogue.createProperty(Vocabulary.DCAT, "endpointURL");
        assertThat(catalogue
                        .listSubjectsWithProperty(
                                served, catalogue.createResource("https://gongbao.example/data/documents"))
                        .mapWith(service ->
                                service.getPropertyResourceValue(address).getURI())
                        .toList())
                .containsExactlyInAnyOrder(
                        "https://gongbao.example/sparql",
                        "https://gongbao.example/api/v1",
                        "https://gongbao.example/oai");
    }

    /** The files name some property shapes that stand in neither of them, which Jena refuses to read. */
    private static void withoutEmptyReferences(Model shapes) {
        Property property = shapes.createProperty("http://www.w3.org/ns/shacl#property");
        Property path = shapes.createProperty("http://www.w3.org/ns/shacl#path");
        shapes.remove(shapes.listStatements(null, property, (RDFNode) null).toList().stream()
                .filter(statement -> !statement.getResource().hasProperty(path))
                .toList());
    }

    @Test
    void whatMayBeDoneWithTheDataIsSaidOfTheDatasetAndOfEachFile() {
        Model catalogue = catalogue();
        assertThat(catalogue.listSubjectsWithProperty(DCAT.downloadURL).toList())
                .hasSize(2)
                .allMatch(file -> file.hasProperty(DCTerms.license));
        assertThat(catalogue
                        .createResource("https://gongbao.example/data/documents")
                        .hasProperty(DCTerms.rights))
                .isTrue();
    }
}
