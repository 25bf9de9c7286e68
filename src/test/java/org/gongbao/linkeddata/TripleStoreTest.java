package org.gongbao.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.linkeddata.JenaSparqlService.SparqlBounds;
import org.gongbao.publication.Change;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.StatedTerms;
import org.gongbao.publication.Terms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TripleStoreTest {

    private static final String COUNT = "SELECT (COUNT(*) AS ?n) { ?d a <https://gongbao.example/def/Document> }";

    private final Vocabulary vocabulary = new Vocabulary("https://gongbao.example");

    @TempDir
    Path folder;

    private TripleStore store;

    private LinkedDataDissemination open() {
        return open(vocabulary);
    }

    private LinkedDataDissemination open(Vocabulary used) {
        store = new TripleStore(folder);
        JenaOntology terms = new JenaOntology(used);
        String version = new JenaDocumentGraphs(used, terms.model()).version();
        return new LinkedDataDissemination(store, used, terms.model(), version);
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    private Change change(long position) {
        return new Change(
                position,
                Documents.UID,
                Documents.published(Documents.UID, Documents.plan().build(), position));
    }

    @Test
    void aNewStoreStandsAtTheBeginning() {
        assertThat(open().position()).isZero();
    }

    @Test
    void documentsAndPositionSurviveARestart() {
        open().apply(List.of(change(3)), 3);
        store.close();

        assertThat(open().position()).isEqualTo(3);
        assertThat(csv(COUNT)).isEqualTo("1");
    }

    @Test
    void aDocumentThatIsNoLongerPublicLeavesNothing() {
        LinkedDataDissemination projection = open();
        projection.apply(List.of(change(1)), 1);
        projection.apply(List.of(new Change(2, Documents.UID, null)), 2);

        assertThat(csv("SELECT (COUNT(*) AS ?n) { <" + vocabulary.document(Documents.UID) + "> ?p ?o }"))
                .isEqualTo("0");
    }

    private static Change stated(Terms terms, int version, long position) {
        PublishedDocument open =
                Documents.published(Documents.UID, Documents.plan().build(), position);
        return new Change(
                position,
                Documents.UID,
                new PublishedDocument(
                        Documents.UID,
                        version,
                        position,
                        open.releasedAt(),
                        open.versionAt(),
                        StatedTerms.in(Documents.UID, version, open.record(), terms),
                        open.relations()));
    }

    @Test
    void onlyOpenDataIsInTheStoreAndWhatIsOpenNoMoreLeavesIt() {
        LinkedDataDissemination projection = open();
        projection.apply(List.of(stated(Terms.PAGE, 1, 1)), 1);
        assertThat(csv(COUNT)).isEqualTo("0");
        projection.apply(List.of(stated(Terms.OPEN, 2, 2)), 2);
        assertThat(csv(COUNT)).isEqualTo("1");
        projection.apply(List.of(stated(Terms.SEARCH_ENGINES, 3, 3)), 3);
        assertThat(csv(COUNT)).isEqualTo("0");
        projection.rebuild(Stream.of(stated(Terms.SEARCH_ENGINES, 3, 3)), 3);
        assertThat(csv(COUNT)).isEqualTo("0");
    }

    @Test
    void underAConditionTheStoreStatesItAndHoldsNoText() {
        open().apply(List.of(stated(Terms.CONDITIONAL, 1, 1)), 1);

        assertThat(csv("SELECT ?r { ?d a <https://gongbao.example/def/Document> ;"
                        + " <http://purl.org/dc/terms/accessRights> ?r }"))
                .isEqualTo("有条件开放");
        assertThat(csv("SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(isLiteral(?o) && (CONTAINS(STR(?o), '为深化数据开放')"
                        + " || CONTAINS(STR(?o), '编制目录') || CONTAINS(STR(?o), '到年底')"
                        + " || CONTAINS(STR(?o), '根据《公共数据管理办法》'))) }"))
                .isEqualTo("0");
    }

    @Test
    void applyingAgainDoesNoHarm() {
        LinkedDataDissemination projection = open();
        projection.apply(List.of(change(1)), 1);
        String once = csv("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
        projection.apply(List.of(change(1)), 1);

        assertThat(csv("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")).isEqualTo(once);
    }

    @Test
    void aRebuildSwapsANewStoreIn() throws IOException {
        LinkedDataDissemination projection = open();
        projection.apply(List.of(change(1)), 1);
        projection.rebuild(Stream.of(change(5)), 5);
        assertThat(projection.position()).isEqualTo(5);
        assertThat(csv(COUNT)).isEqualTo("1");
        store.close();

        assertThat(open().position()).isEqualTo(5);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(Files::isDirectory)).hasSize(1);
        }
    }

    @Test
    void anotherBaseLeavesNoGraphOfTheOldOneAndNothingThatIsWithdrawn() {
        open().apply(List.of(change(3)), 3);
        store.close();

        LinkedDataDissemination moved = open(new Vocabulary("https://moved.example"));
        assertThat(moved.position()).isZero();
        moved.rebuild(Stream.of(change(3)), 3);
        assertThat(moved.position()).isEqualTo(3);
        assertThat(
                        csv(
                                "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), 'https://gongbao.example')) }"))
                .isEmpty();
        moved.apply(List.of(new Change(4, Documents.UID, null)), 4);
        assertThat(csv("SELECT ?s { ?s <https://moved.example/def/documentKind> ?kind }"))
                .isEmpty();
        assertThat(csv("SELECT ?s { ?s ?p ?o FILTER(CONTAINS(STR(?o), '数据开放工作方案')) }"))
                .isEmpty();
    }

    @Test
    void theOntologyCanBeQueried() {
        open().apply(List.of(), 1);

        assertThat(csv("SELECT ?l { <https://gongbao.example/def/Duty>"
                        + " <http://www.w3.org/2000/01/rdf-schema#label> ?l FILTER(LANG(?l) = 'zh') }"))
                .isEqualTo("任务");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
                "DELETE WHERE { ?s ?p ?o }",
                "LOAD <file:///etc/passwd>",
                "SELECT * { ?s ?p",
                ""
            })
    void whatIsNotAllowedIsRefused(String query) {
        open().apply(List.of(change(1)), 1);

        assertThat(service(Duration.ofSeconds(5), 100).answer(SparqlService.Asked.of(query, "")))
                .isInstanceOf(SparqlService.Answer.Refused.class);
    }

    @Test
    void theFormIsTheOneAskedFor() {
        open().apply(List.of(change(1)), 1);
        SparqlService service = service(Duration.ofSeconds(5), 100);

        assertThat(mediaType(service.answer(SparqlService.Asked.of("ASK { ?s ?p ?o }", ""))))
                .isEqualTo("application/sparql-results+json");
        assertThat(mediaType(
                        service.answer(SparqlService.Asked.of("ASK { ?s ?p ?o }", "text/csv;q=0.5, application/xml"))))
                .isEqualTo("application/xml");
        assertThat(mediaType(service.answer(
                        SparqlService.Asked.of("DESCRIBE <" + vocabulary.document(Documents.UID) + ">", "*/*"))))
                .isEqualTo("text/turtle");
        assertThat(service.answer(SparqlService.Asked.of("ASK { ?s ?p ?o }", "image/png")))
                .isInstanceOf(SparqlService.Answer.NotAcceptable.class);
    }

    @Test
    void aDamagedStoreIsPutAsideAndBegunAnew() throws IOException {
        open().apply(List.of(change(4)), 4);
        store.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".bpt")).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        LinkedDataDissemination anew = open();
        assertThat(anew.position()).isZero();
        anew.apply(List.of(change(4)), 4);
        store.close();
        assertThat(open().position()).isEqualTo(4);
    }

    private SparqlService service(Duration timeout, int rows) {
        return new JenaSparqlService(store, vocabulary, new SparqlBounds(timeout, rows, 1_000_000));
    }

    private static String mediaType(SparqlService.Answer answer) {
        return ((SparqlService.Answer.Result) answer).mediaType();
    }

    private String csv(String query) {
        SparqlService.Answer answer =
                service(Duration.ofSeconds(5), 1000).answer(SparqlService.Asked.of(query, "text/csv"));
        String text = new String(((SparqlService.Answer.Result) answer).bytes(), StandardCharsets.UTF_8);
        return text.substring(text.indexOf('\n') + 1).strip();
    }
}
