package org.gongbao.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.JsonArray;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.gongbao.linkeddata.Concepts.Concept;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.RightsSettings;
import org.gongbao.publication.Terms;
import org.gongbao.record.AgencyReference;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentKind;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Validity;
import org.junit.jupiter.api.Test;

/** Binds the words of the program to the concepts, and what descriptions say to the vocabularies they use. */
class VocabularyTest {

    private final Vocabulary vocabulary = new Vocabulary("https://gongbao.example");
    private final JenaOntology ontology = new JenaOntology(vocabulary);

    private List<String> names(String scheme) {
        return ontology.concepts().scheme(scheme).orElseThrow().concepts().stream()
                .map(concept -> concept.chinese().name())
                .toList();
    }

    @Test
    void theConceptsAreTheWordsThatRecordsHold() {
        assertThat(names(ConceptFiles.KIND)).containsExactlyInAnyOrderElementsOf(DocumentKind.labels());
        assertThat(names(ConceptFiles.VALIDITY)).containsExactlyInAnyOrderElementsOf(Validity.STATUSES);
        assertThat(names(ConceptFiles.OPEN))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Terms.values())
                        .map(DocumentDescription::openAttribute)
                        .distinct()
                        .toList());
        assertThat(ontology.concepts().scheme(ConceptFiles.THEME).orElseThrow().concepts().stream()
                        .filter(concept -> concept.broader() == null))
                .hasSize(22);
    }

    @Test
    void everyConceptHasANameInBothLanguagesAndEveryFileIsRead() throws Exception {
        assertThat(ontology.concepts().schemes()).allSatisfy(scheme -> {
            assertThat(scheme.chinese().definition()).isNotEmpty();
            assertThat(scheme.english().definition()).isNotEmpty();
            assertThat(scheme.concepts())
                    .allMatch(concept -> !concept.chinese().name().isEmpty()
                            && !concept.english().name().isEmpty());
        });
        try (Stream<Path> files = Files.list(Path.of("ontology/concepts"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".ttl", "")))
                    .containsExactlyInAnyOrderElementsOf(ontology.concepts().schemes().stream()
                            .map(Concepts.Scheme::name)
                            .toList());
        }
    }

    @Test
    void aThemeIsFoundByItsNameOrByAPathOfNames() {
        assertThat(ConceptFiles.theme("综合政务")).contains("02");
        assertThat(ConceptFiles.theme("综合政务\\政务公开")).contains("0201");
        assertThat(ConceptFiles.theme("综合政务-政务公开")).contains("0201");
        assertThat(ConceptFiles.theme("财政、金融、审计/财政")).contains("04");
        assertThat(ConceptFiles.theme("城市绿化")).isEmpty();
    }

    @Test
    void aDocumentRefersToConceptsThatThereAre() {
        DocumentRecord record = Documents.plan().themes(List.of("综合政务\\政务公开")).build();
        Model model = DocumentDescription.of(vocabulary, Documents.published(Documents.UID, record, 1));
        Model all = ontology.model();
        List<Resource> concepts = model.listObjects().toList().stream()
                .filter(node ->
                        node.isURIResource() && node.asResource().getURI().contains("/concept/"))
                .map(node -> node.asResource())
                .toList();
        assertThat(concepts).hasSizeGreaterThanOrEqualTo(3);
        assertThat(concepts).allMatch(concept -> all.contains(concept, RDF.type, SKOS.Concept));
    }

    @Test
    void onlyTermsOfTheOntologyAreUsed() {
        List<String> known = Arrays.stream(Term.values())
                .map(term -> vocabulary.namespace() + term.localName())
                .toList();
        Model model = DocumentDescription.of(vocabulary, Documents.published(Documents.UID, damaged(150), 1));
        assertThat(model.listStatements().toList().stream()
                        .flatMap(statement -> Stream.of(statement.getPredicate(), statement.getObject()))
                        .filter(node -> node.isURIResource()
                                && node.asResource().getURI().startsWith(vocabulary.namespace()))
                        .map(node -> node.asResource().getURI())
                        .distinct())
                .isSubsetOf(known);
    }

    /** A record with so many findings, and as many values repaired by the program as by a person. */
    private static DocumentRecord damaged(int many) {
        List<Claim> claims = Stream.of("number.repaired/1", Claim.PERSON)
                .flatMap(rule -> java.util.stream.IntStream.range(0, many)
                        .mapToObj(i -> new Claim("云政发〔2024〕9号", "云政发〔20249号", 1, null, null, null, rule, 0.9, true)))
                .toList();
        return Documents.plan()
                .claims(java.util.Map.of("documentNumber", claims))
                .findings(java.util.Collections.nCopies(many, Finding.warning("number.repaired", "repaired")))
                .build();
    }

    @Test
    void whatIsDoubtfulIsBoundedAndCounted() {
        Model model = DocumentDescription.of(vocabulary, Documents.published(Documents.UID, damaged(150), 1));
        Resource document = model.createResource(vocabulary.document(Documents.UID));
        assertThat(document.getProperty(vocabulary.property(Term.FINDINGS)).getInt())
                .isEqualTo(150);
        assertThat(document.getProperty(vocabulary.property(Term.REPAIRED_VALUES))
                        .getInt())
                .isEqualTo(300);
        assertThat(document.listProperties(vocabulary.property(Term.HAS_FINDING))
                        .toList())
                .hasSize(DoubtDescription.MOST);
        assertThat(document.listProperties(vocabulary.property(Term.HAS_REPAIRED_VALUE))
                        .toList())
                .hasSize(DoubtDescription.MOST);
    }

    @Test
    void whoCorrectedStandsAsARole() {
        Model model = DocumentDescription.of(vocabulary, Documents.published(Documents.UID, damaged(1), 1));
        assertThat(model.contains(null, Vocabulary.prov("hadRole"), vocabulary.type(Term.EDITOR)))
                .isTrue();
        Model whole = DocumentDescription.of(
                vocabulary, Documents.published(Documents.UID, Documents.plan().build(), 1));
        assertThat(whole.contains(null, Vocabulary.prov("hadRole"), vocabulary.type(Term.EDITOR)))
                .isFalse();
        assertThat(whole.contains(null, RDF.type, vocabulary.type(Term.REPAIR))).isFalse();
    }

    @Test
    void anAgencyThatIsKnownHasItsIdentifier() {
        AgencyReference office = new AgencyReference(
                "市政府办公室",
                "990100-office",
                "office",
                "990100",
                "云州市人民政府办公室",
                List.of("issuer"),
                null,
                null,
                List.of(),
                null);
        DocumentRecord record = Documents.plan()
                .issuers(List.of("市政府办公室"))
                .agencies(List.of(office))
                .build();
        Model model = DocumentDescription.of(vocabulary, Documents.published(Documents.UID, record, 1));
        Resource agency = model.createResource("https://gongbao.example/org/990100-office");
        assertThat(model.contains(null, Vocabulary.eli("passed_by"), agency)).isTrue();
        assertThat(agency.getProperty(SKOS.prefLabel).getString()).isEqualTo("云州市人民政府办公室");
        assertThat(agency.getProperty(Vocabulary.org("identifier")).getString()).isEqualTo("990100-office");
    }

    @Test
    void aChangeOfAgenciesIsAnEventWithTheOnesBeforeAndAfter() {
        RegisterGraphs.Change change = new RegisterGraphs.Change(
                "990100-land",
                "change-2019-01",
                "2019-01",
                List.of("990100-land"),
                List.of("990100-resources"),
                "云州市国土资源局 → 云州市自然资源局");
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        new JenaRegisterGraphs(vocabulary)
                .write(
                        new RegisterGraphs.Agency(
                                "990100-resources", "990100-resources", "990100", List.of("云州市自然资源局"), List.of(change)),
                        RdfFormat.N_TRIPLES,
                        out);
        String event = "<" + vocabulary.agency("990100-land") + "#change-2019-01>";
        String now = "<" + vocabulary.agency("990100-resources") + ">";
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .contains(
                        event
                                + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/org#ChangeEvent> .",
                        event + " <http://www.w3.org/ns/org#originalOrganization> <" + vocabulary.agency("990100-land")
                                + "> .",
                        event + " <http://www.w3.org/ns/org#resultingOrganization> " + now + " .",
                        now + " <http://www.w3.org/ns/org#resultedFrom> " + event + " .",
                        event
                                + " <http://purl.org/dc/terms/date> \"2019-01\"^^<http://www.w3.org/2001/XMLSchema#gYearMonth> .")
                .noneMatch(line -> line.contains("changedBy"));
    }

    @Test
    void aTitleIsAlsoThereInPinyin() {
        Model model = DocumentDescription.of(
                vocabulary, Documents.published(Documents.UID, Documents.plan().build(), 1));
        assertThat(model.contains(
                        null,
                        org.apache.jena.vocabulary.DCTerms.alternative,
                        model.createLiteral("Shùjù kāifàng gōngzuò fāng'àn", "zh-Latn")))
                .isTrue();
    }

    @Test
    void numbersHaveTheTypeThatTheVocabularyStates() {
        Model model = DocumentDescription.of(vocabulary, Documents.published(Documents.UID, damaged(1), 1));
        assertThat(model.listStatements().toList())
                .filteredOn(triple -> triple.getObject().isLiteral())
                .extracting(triple -> triple.getLiteral().getDatatypeURI())
                .contains("http://www.w3.org/2001/XMLSchema#integer")
                .doesNotContain("http://www.w3.org/2001/XMLSchema#long", "http://www.w3.org/2001/XMLSchema#int");
    }

    @Test
    void documentsOfADigitisedIssueArePartsOfItWithTheirDuties() {
        DocumentRecord issue = Documents.plan()
                .tasks(List.of())
                .items(List.of(
                        Documents.plan().title("第一篇").build(), Documents.plan().build()))
                .build();
        PublishedDocument digitised = Documents.published(Documents.UID, issue, 1);
        Model model = DocumentDescription.of(vocabulary, digitised);
        String id = vocabulary.document(Documents.UID);
        Resource item = model.createResource(id + "#item-2");
        assertThat(model.contains(model.createResource(id), Vocabulary.eli("has_part"), item))
                .isTrue();
        assertThat(model.contains(
                        item, vocabulary.property(Term.HAS_DUTY), model.createResource(id + "#item-2-duty-1")))
                .isTrue();
        assertThat(item.getProperty(Vocabulary.eli("number")).getString()).isEqualTo("云政办发〔2024〕9号");
        assertThat(model.listSubjectsWithProperty(vocabulary.property(Term.HAS_DUTY))
                        .toList())
                .hasSize(2);
        assertThat(DocumentDescription.open(vocabulary, digitised).isIsomorphicWith(model))
                .isTrue();
    }

    @Test
    void otherRightsMakeOtherGraphs() {
        RightsSettings other = new RightsSettings("https://rights.example/", "一", "one", List.of());
        Vocabulary changed = new Vocabulary("https://gongbao.example", other);
        assertThat(new JenaDocumentGraphs(changed, ontology.model()).version())
                .isNotEqualTo(new JenaDocumentGraphs(vocabulary, ontology.model()).version());
        Model model = DocumentDescription.of(
                changed, Documents.published(Documents.UID, Documents.plan().build(), 1));
        assertThat(model.contains(
                        null,
                        org.apache.jena.vocabulary.DCTerms.license,
                        model.createResource("https://rights.example/")))
                .isTrue();
    }

    /** Read by the processor of another project, with the context at hand and nothing loaded from elsewhere. */
    @Test
    void theJsonOfARecordIsLinkedDataByTheContext() throws Exception {
        DocumentRecord record = Documents.plan().build();
        String json = new String(CanonicalJson.bytes(record), StandardCharsets.UTF_8)
                .replaceFirst(
                        "\\{",
                        "{\"uri\":\"" + vocabulary.document(Documents.UID) + "\",\"eliUri\":\"" + vocabulary.base()
                                + "/eli/cn/990100/yun/2024/9\",");
        JsonArray expanded = JsonLd.expand(
                        JsonDocument.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
                .context(JsonDocument.of(new ByteArrayInputStream(ontology.context())))
                .get();
        assertThat(expanded).hasSize(1);
        String text = expanded.toString();
        assertThat(expanded.getJsonObject(0).getString("@id")).isEqualTo(vocabulary.document(Documents.UID));
        for (String term : List.of("gz:hasDuty", "gz:deadline", "gz:citedNumber", "gz:heading", "gz:documentKind")) {
            assertThat(text).contains(vocabulary.namespace() + term.substring(3));
        }
        assertThat(text).contains(Vocabulary.ELI + "date_document");
        assertThat(expanded.getJsonObject(0)
                        .getJsonArray("http://www.w3.org/2002/07/owl#sameAs")
                        .getJsonObject(0)
                        .getString("@id"))
                .endsWith("/eli/cn/990100/yun/2024/9");
    }

    @Test
    void theContextNamesOnlyTermsThatThereAre() {
        String context = new String(ontology.context(), StandardCharsets.UTF_8);
        List<String> known = Arrays.stream(Term.values()).map(Term::localName).toList();
        assertThat(java.util.regex.Pattern.compile("\"gz:(\\w+)\"")
                        .matcher(context)
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @Test
    void theVersionOfTheVocabularyIsInItsIdentifier() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ontology.write(RdfFormat.N_TRIPLES, out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("versionIRI> <" + vocabulary.namespace() + ontology.version() + ">");
    }

    @Test
    void aConceptIsWrittenWithItsSchemeAndNothingElseIs() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ontology.concepts().write(ConceptFiles.THEME, "0201", RdfFormat.TURTLE, out))
                .isTrue();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("政务公开", "主题分类")
                .doesNotContain("国防");
        assertThat(ontology.concepts().write(ConceptFiles.THEME, "99", RdfFormat.TURTLE, out))
                .isFalse();
        assertThat(ontology.concepts().write("colour", null, RdfFormat.TURTLE, out))
                .isFalse();
        Concept theme = ontology.concepts()
                .scheme(ConceptFiles.THEME)
                .orElseThrow()
                .concept("0201")
                .orElseThrow();
        assertThat(theme.broader()).isEqualTo("02");
    }
}
