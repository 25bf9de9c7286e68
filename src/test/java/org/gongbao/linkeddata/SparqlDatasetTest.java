package org.gongbao.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.gongbao.linkeddata.JenaSparqlService.SparqlBounds;
import org.gongbao.linkeddata.SparqlService.Answer;
import org.gongbao.linkeddata.SparqlService.Asked;
import org.gongbao.linkeddata.SparqlService.Reason;
import org.gongbao.publication.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dataset that a request names (SPARQL 1.1 Protocol, 2.1.4), and what the service says of itself. */
class SparqlDatasetTest {

    private static final String TITLES = "SELECT ?o { ?s <http://purl.org/dc/terms/title> ?o } ORDER BY ?o";
    private static final String NAMED =
            "SELECT DISTINCT ?g { GRAPH ?g { ?s <http://purl.org/dc/terms/title> ?o } } ORDER BY ?g";

    private final Vocabulary vocabulary = new Vocabulary("https://gongbao.example");
    private final String plan = vocabulary.page(Documents.UID);
    private final String other = vocabulary.page(Documents.OTHER);

    @TempDir
    Path folder;

    private TripleStore store;
    private JenaSparqlService service;

    @BeforeEach
    void open() {
        store = new TripleStore(folder);
        service = new JenaSparqlService(store, vocabulary, new SparqlBounds(Duration.ofSeconds(20), 1_000, 1_000_000));
        new LinkedDataDissemination(store, vocabulary, new JenaOntology(vocabulary).model(), "1")
                .apply(
                        List.of(
                                new Change(
                                        1,
                                        Documents.UID,
                                        Documents.published(
                                                Documents.UID,
                                                Documents.plan()
                                                        .title("甲")
                                                        .enclosedTitle(null)
                                                        .build(),
                                                1)),
                                new Change(
                                        2,
                                        Documents.OTHER,
                                        Documents.published(
                                                Documents.OTHER,
                                                Documents.plan()
                                                        .title("乙")
                                                        .enclosedTitle(null)
                                                        .build(),
                                                2))),
                        2);
    }

    @AfterEach
    void close() {
        service.close();
        store.close();
    }

    private List<String> ask(String query, List<String> defaults, List<String> named) {
        Answer answer = service.answer(new Asked(query, "text/csv", defaults, named));
        assertThat(answer).as(answer.toString()).isInstanceOf(Answer.Result.class);
        List<String> lines = new String(((Answer.Result) answer).bytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return lines.subList(1, lines.size());
    }

    @Test
    void withoutOneTheDefaultGraphIsTheUnionOfAll() {
        assertThat(ask(TITLES, List.of(), List.of())).contains("甲", "乙");
        assertThat(ask(NAMED, List.of(), List.of())).contains(plan, other);
    }

    @Test
    void theDefaultGraphIsMadeOfTheGraphsThatAreNamed() {
        assertThat(ask(TITLES, List.of(plan), List.of())).containsExactly("甲");
        assertThat(ask(TITLES, List.of(plan, other), List.of())).containsExactly("乙", "甲");
        assertThat(ask(NAMED, List.of(plan), List.of()))
                .as("no graph was named to be found by name")
                .isEmpty();
    }

    @Test
    void onlyNamedGraphsThatAreNamedAreFoundAndTheDefaultGraphIsThenEmpty() {
        assertThat(ask(NAMED, List.of(), List.of(other))).containsExactly(other);
        assertThat(ask(TITLES, List.of(), List.of(other))).isEmpty();
        assertThat(ask(NAMED, List.of(plan), List.of(other))).containsExactly(other);
    }

    @Test
    void theQueryMayNameItsDatasetAndTheRequestGoesBeforeIt() {
        String from = TITLES.replace("{", "FROM <" + plan + "> {");
        assertThat(ask(from, List.of(), List.of())).containsExactly("甲");
        assertThat(ask(from, List.of(other), List.of())).containsExactly("乙");
        assertThat(ask(NAMED.replaceFirst("\\{", "FROM NAMED <" + plan + "> {"), List.of(), List.of()))
                .containsExactly(plan);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gongbao.example/doc/zzzzzzzzzzzzzzzz",
                "http://127.0.0.1:1/graph.ttl",
                "file:///etc/passwd",
                "jar:file:/x!/y"
            })
    void aGraphThatIsNotHereIsEmptyAndNotFetched(String graph) {
        assertThat(ask("SELECT * { ?s ?p ?o }", List.of(graph), List.of())).isEmpty();
        assertThat(ask("SELECT * { GRAPH ?g { ?s ?p ?o } }", List.of(), List.of(graph)))
                .isEmpty();
        assertThat(ask("SELECT * FROM <" + graph + "> { ?s ?p ?o }", List.of(), List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "doc/1", "urn:x-arq:DefaultGraph", "urn:x-arq:UnionGraph", "http://a b/"})
    void whatIsNoNameOfAGraphIsRefused(String graph) {
        String named = graph.startsWith("urn:x-arq:") ? "urn:x-arq:" : graph;
        assertThat(service.answer(new Asked(TITLES, "", List.of(graph), List.of())))
                .isEqualTo(new Answer.Refused(Reason.DATASET, named));
        assertThat(service.answer(new Asked(TITLES, "", List.of(), List.of(graph))))
                .isEqualTo(new Answer.Refused(Reason.DATASET, named));
    }

    @Test
    void aDatasetOfTooManyGraphsIsRefused() {
        assertThat(service.answer(new Asked(TITLES, "", Collections.nCopies(101, plan), List.of())))
                .isEqualTo(new Answer.Refused(Reason.DATASET, "101"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/trig", "application/n-quads"})
    void aGraphMayComeAsTheDefaultGraphOfADataset(String type) {
        Answer answer = service.answer(Asked.of("CONSTRUCT WHERE { ?s <http://purl.org/dc/terms/title> ?o }", type));
        assertThat(((Answer.Result) answer).mediaType()).isEqualTo(type);
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(
                model,
                new ByteArrayInputStream(((Answer.Result) answer).bytes()),
                type.endsWith("trig") ? Lang.TRIG : Lang.NQUADS);
        assertThat(model.size()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void theServiceSaysWhatItIsAndItsBounds() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        service.describe(RdfFormat.N_TRIPLES, out);
        String text = out.toString(StandardCharsets.UTF_8);
        String sd = "http://www.w3.org/ns/sparql-service-description#";
        assertThat(text)
                .contains(
                        "<https://gongbao.example/sparql> <" + sd + "endpoint> <https://gongbao.example/sparql>",
                        "<" + sd + "supportedLanguage> <" + sd + "SPARQL11Query>",
                        "<" + sd + "feature> <" + sd + "UnionDefaultGraph>",
                        "<http://www.w3.org/ns/formats/SPARQL_Results_TSV>",
                        "20 seconds",
                        "1000 rows")
                .doesNotContain("SPARQL11Update", "BasicFederatedQuery", "_:");
    }
}
