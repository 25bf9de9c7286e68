package org.gongbao.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.gongbao.publication.NumberAddress;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Relation;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentGraphsTest {

    private final Vocabulary vocabulary = new Vocabulary("https://gongbao.example");
    private final JenaDocumentGraphs graphs = new JenaDocumentGraphs(vocabulary, new JenaOntology(vocabulary).model());
    private final PublishedDocument document =
            Documents.published(Documents.UID, Documents.plan().build(), 7);

    @ParameterizedTest
    @EnumSource(RdfFormat.class)
    void everyFormatHoldsTheSameGraph(RdfFormat format) {
        Model read = ModelFactory.createDefaultModel();
        RDFParser.source(new ByteArrayInputStream(written(format)))
                .lang(RDFLanguages.contentTypeToLang(format.mediaType()))
                .parse(read);

        assertThat(read.isIsomorphicWith(DocumentDescription.of(vocabulary, document)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(RdfFormat.class)
    void theSameDocumentGivesTheSameBytes(RdfFormat format) {
        assertThat(written(format)).isEqualTo(written(format));
    }

    @Test
    void aRelationLinksToTheOtherDocument() {
        Model model = DocumentDescription.of(vocabulary, document);

        assertThat(model.contains(
                        model.createResource(vocabulary.document(Documents.UID)),
                        Vocabulary.eli("based_on"),
                        model.createResource(vocabulary.document(Documents.OTHER))))
                .isTrue();
    }

    @Test
    void whatEndsAPartOfADocumentChangesItAndDoesNotRepealIt() {
        for (String kind : List.of("废止", "宣布失效")) {
            Relation whole = new Relation(kind, false, Documents.OTHER, null, null, kind + "《停车管理办法》");
            Relation part = new Relation(kind, false, Documents.OTHER, null, null, kind + "《停车管理办法》第三条");
            assertThat(terms(whole)).containsExactly("repealed_by");
            assertThat(terms(part)).containsExactly("changed_by");
            assertThat(terms(new Relation(kind, true, Documents.OTHER, null, null, part.quote())))
                    .containsExactly("changes");
        }
    }

    private List<String> terms(Relation relation) {
        Model model = vocabulary.model();
        Resource subject = model.createResource(vocabulary.document(Documents.UID));
        new RelationDescription(vocabulary, subject).describe(List.of(relation), false);
        return model.listStatements().toList().stream()
                .map(statement -> statement.getPredicate().getLocalName())
                .toList();
    }

    /** Whoever changes these lines on purpose raises {@link DocumentDescription#MAPPING}, so that stores are made again. */
    @Test
    void theQuadsOfADocumentAreThoseOfTheGoldenFile() throws Exception {
        byte[] golden = DocumentGraphsTest.class
                .getResourceAsStream("/linkeddata/plan.nq")
                .readAllBytes();
        assertThat(new String(graphs.quads(document), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden, StandardCharsets.UTF_8));
        assertThat(DocumentDescription.MAPPING).isEqualTo(4);
    }

    @Test
    void anotherBaseIsAnotherVersionOfTheGraphs() {
        Vocabulary moved = new Vocabulary("https://moved.example");
        assertThat(new JenaDocumentGraphs(moved, new JenaOntology(moved).model()).version())
                .isNotEqualTo(graphs.version());
    }

    @Test
    void thereAreNoBlankNodes() {
        Model model = DocumentDescription.of(vocabulary, document);

        assertThat(model.listStatements().toList())
                .noneMatch(statement ->
                        statement.getSubject().isAnon() || statement.getObject().isAnon());
    }

    @Test
    void theAddressByNumberIsTheSameDocument() {
        PublishedDocument plain =
                Documents.published(Documents.UID, Documents.plan().build(), 7);
        NumberAddress number = new NumberAddress("990100", "yun-zheng-ban-fa", 2024, 9);
        PublishedDocument numbered = new PublishedDocument(
                plain.uid(),
                plain.version(),
                plain.position(),
                plain.releasedAt(),
                plain.versionAt(),
                plain.content(),
                plain.relations(),
                null,
                number);
        Model more = DocumentDescription.of(vocabulary, numbered).difference(DocumentDescription.of(vocabulary, plain));
        assertThat(more.listStatements().toList()).singleElement().satisfies(said -> {
            assertThat(said.getSubject().getURI()).isEqualTo(vocabulary.document(Documents.UID));
            assertThat(said.getPredicate()).isEqualTo(OWL.sameAs);
            assertThat(said.getResource().getURI()).isEqualTo("https://gongbao.example" + number);
        });
    }

    @Test
    void quadsAreSortedLines() {
        String[] lines = new String(graphs.quads(document), StandardCharsets.UTF_8).split("\n");

        assertThat(lines).isSorted();
        assertThat(lines).allMatch(line -> line.endsWith(" <https://gongbao.example/doc/0123456789abcdef> ."));
    }

    @Test
    void javaTermsAreThoseOfTheOntology() {
        List<String> ontology = new JenaOntology(vocabulary)
                .terms().stream().map(Ontology.TermDescription::localName).toList();

        assertThat(Arrays.stream(Term.values()).map(Term::localName)).containsExactlyInAnyOrderElementsOf(ontology);
    }

    @Test
    void everyTermHasItsNamesAndADefinition() {
        assertThat(new JenaOntology(vocabulary).terms())
                .allSatisfy(term -> assertThat(List.of(
                                term.chinese().name(),
                                term.chinese().definition(),
                                term.english().name(),
                                term.english().definition()))
                        .doesNotContain(""));
    }

    @Test
    void aBareRecordPassesTheShapes() {
        DocumentRecord bare = DocumentRecord.builder(new Source("a.txt", "ab", "text/plain", 1, "UTF-8", null, false))
                .text("特此通知。")
                .build();

        assertThat(gate().obstacles(bare, new PackageContent(bare, java.util.Map.of())))
                .isEmpty();
        DocumentRecord full = Documents.plan().build();
        assertThat(gate().obstacles(full, new PackageContent(full, java.util.Map.of())))
                .isEmpty();
    }

    @Test
    void anUnknownKindOrAnEmptyTextBreaksAShape() {
        DocumentRecord wrong = Documents.plan().documentKind("告示").text("").build();

        assertThat(gate().obstacles(wrong, new PackageContent(wrong, java.util.Map.of())))
                .containsExactlyInAnyOrder(
                        "its linked data breaks a shape: a document kind is one of the fifteen",
                        "its linked data breaks a shape: a document has a text");
    }

    private ShapesGate gate() {
        return new ShapesGate(JenaOntology.load("/ontology/shapes.ttl", vocabulary), vocabulary);
    }

    @Test
    void literalsAreWrittenWithTheirLanguage() {
        Model model = DocumentDescription.of(vocabulary, document);

        assertThat(model.listObjectsOfProperty(DCTerms.title).next().asLiteral().getLanguage())
                .isEqualTo("zh-Hans");
    }

    private byte[] written(RdfFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        graphs.write(document, format, out);
        return out.toByteArray();
    }
}
