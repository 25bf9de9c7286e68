package org.gongbao.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongbao.linkeddata.JenaSparqlService.SparqlBounds;
import org.gongbao.linkeddata.SparqlService.Answer;
import org.gongbao.linkeddata.SparqlService.Asked;
import org.gongbao.linkeddata.SparqlService.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No query takes more than its share, whatever it is made of. */
@Timeout(60)
class SparqlBoundsTest {

    private static final SparqlBounds WIDE = new SparqlBounds(Duration.ofSeconds(20), 1_000, 1_000_000);

    /** Jena's own function that waits for milliseconds. */
    private static final String WAIT = "<http://jena.apache.org/ARQ/function#wait>(2000000000)";

    /** A pattern that tries every way to divide a text. */
    private static final String ENDLESS = "(a+)+\\\\1b";

    private final Vocabulary vocabulary = new Vocabulary("https://gongbao.example");

    @TempDir
    Path folder;

    private TripleStore store;
    private final List<JenaSparqlService> services = new ArrayList<>();

    @BeforeEach
    void open() {
        store = new TripleStore(folder);
        Documents.putPlanInto(store, vocabulary);
    }

    @AfterEach
    void close() {
        services.forEach(JenaSparqlService::close);
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASK { FILTER(WAIT) }",
                "SELECT (WAIT AS ?x) {}",
                "SELECT * { BIND(WAIT AS ?x) }",
                "SELECT * { ?s a ?t BIND(IF(?t = ?s, 1, WAIT) AS ?x) }",
                "SELECT * { ?s a ?t } ORDER BY (WAIT)",
                "SELECT (COUNT(*) AS ?n) { ?s a ?t } GROUP BY (WAIT)",
                "SELECT (SUM(WAIT) AS ?n) { ?s a ?t }",
                "SELECT ?s { ?s a ?t } GROUP BY ?s HAVING (WAIT)",
                "SELECT * { ?s a ?t FILTER EXISTS { ?s a ?u FILTER(WAIT) } }",
                "SELECT * { ?s a ?t FILTER NOT EXISTS { ?s a ?u { SELECT (WAIT AS ?y) {} } } }",
                "SELECT * { { SELECT (WAIT AS ?x) { ?s a ?t } } }",
                "SELECT * { ?s a ?t OPTIONAL { ?s ?p ?o FILTER(WAIT) } }",
                "SELECT * { ?s a ?t MINUS { ?s ?p ?o FILTER(WAIT) } }",
                "SELECT * { GRAPH ?g { ?s ?p ?o FILTER(WAIT) } }",
                "CONSTRUCT { ?s a ?x } { ?s a ?t BIND(WAIT AS ?x) }",
                "DESCRIBE ?x { BIND(WAIT AS ?x) }",
                "SELECT (<java:java.lang.System>(1) AS ?x) {}",
                "SELECT (<http://www.w3.org/2005/xpath-functions/math#pi>() AS ?x) {}",
                "SELECT (<http://jena.apache.org/ARQ/function/aggregate#median>(DISTINCT ?o) AS ?x) { ?s ?p ?o }",
            })
    void aFunctionThatIsNotOfSparqlIsRefusedWhereverItStands(String query) {
        assertThat(reason(query.replace("WAIT", WAIT), WIDE)).isEqualTo(Reason.FUNCTION);
    }

    @Test
    void aPropertyIsNeverAProgram() {
        String split = "SELECT * { ?x <http://jena.apache.org/ARQ/property#splitIRI> (?a ?b) }";
        assertThat(csv(split).lines()).hasSize(1);
        assertThat(csv("SELECT * { ?x <java:java.lang.System> ?y }").lines()).hasSize(1);
    }

    @Test
    void castsAndBuiltInFunctionsAnswer() {
        String xsd = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ";
        assertThat(csv(xsd + "SELECT (xsd:integer('7') + 1 AS ?n) {}")).contains("8");
        assertThat(csv(xsd + "SELECT (xsd:date('2024-03-12') AS ?n) {}")).contains("2024-03-12");
        assertThat(csv("SELECT (REGEX('云政办发', '^云.办', 'i') AS ?n) {}")).contains("true");
        assertThat(csv("SELECT (REPLACE('abab', 'B', 'x', 'i') AS ?n) {}")).contains("axax");
        assertThat(csv("SELECT (REPLACE('ab', '(a)(b)', '$2$1') AS ?n) {}")).contains("ba");
        assertThat(csv("SELECT (LANG(REPLACE('云'@zh, '云', '雨')) AS ?n) {}")).contains("zh");
        assertThat(csv("SELECT (CONCAT('a'@en, 'b'@en) AS ?n) {}")).contains("ab");
        assertThat(csv("SELECT (ENCODE_FOR_URI('云') AS ?n) {}")).contains("%E4%BA%91");
        assertThat(csv("SELECT (GROUP_CONCAT(DISTINCT ?x; SEPARATOR='+') AS ?n) { VALUES ?x { 'a' 'b' 'a' } }"))
                .contains("a+b");
        assertThat(csv("SELECT (COALESCE(REGEX('a', CONCAT('(', '(')), 'wrong') AS ?n) {}"))
                .contains("wrong");
    }

    @Test
    void aQueryThatTakesTooLongIsNotAnsweredInPart() {
        SparqlBounds brief = new SparqlBounds(Duration.ofMillis(200), 100, 1_000_000);
        assertThat(reason(
                        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?j) }",
                        brief))
                .isEqualTo(Reason.TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REGEX(TEXT, PATTERN)", "REGEX(STR(?o), PATTERN)", "REPLACE(TEXT, PATTERN, '') = 'x'"})
    void aPatternThatNeverEndsIsEnded(String test) {
        SparqlBounds brief = new SparqlBounds(Duration.ofMillis(300), 100, 1_000_000);
        String query = "ASK { BIND(TEXT AS ?o) FILTER(" + test + ") }";
        String endless = query.replace("TEXT", "'" + "a".repeat(60) + "'").replace("PATTERN", "'" + ENDLESS + "'");
        for (int i = 0; i < 6; i++) {
            assertThat(reason(endless, brief)).isEqualTo(Reason.TIME);
        }
    }

    @Test
    void noMoreQueriesRunAtOnceThanThereArePermits() {
        JenaSparqlService service = service(new SparqlBounds(Duration.ofSeconds(3), 100, 1_000_000));
        String slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?j) }";
        List<CompletableFuture<Answer>> answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> service.answer(Asked.of(slow, "")), task -> new Thread(task).start()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).map(SparqlBoundsTest::reason))
                .contains(Reason.BUSY, Reason.TIME);
        assertThat(service.answer(Asked.of("ASK {}", ""))).isInstanceOf(Answer.Result.class);
    }

    @Test
    void anAnswerBeyondTheBoundOfRowsIsRefused() {
        SparqlBounds three = new SparqlBounds(Duration.ofSeconds(20), 3, 1_000_000);
        assertThat(reason("SELECT * { ?s ?p ?o }", three)).isEqualTo(Reason.ROWS);
        assertThat(reason("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", three)).isEqualTo(Reason.ROWS);
        assertThat(reason("DESCRIBE ?s { ?s ?p ?o }", three)).isEqualTo(Reason.ROWS);
        assertThat(service(three).answer(Asked.of("SELECT * { ?s ?p ?o } LIMIT 3", "")))
                .isInstanceOf(Answer.Result.class);
    }

    @Test
    void anAnswerBeyondTheBoundOfBytesIsRefused() {
        SparqlBounds small = new SparqlBounds(Duration.ofSeconds(20), 10_000, 500);
        assertThat(reason("SELECT * { ?s ?p ?o }", small)).isEqualTo(Reason.BYTES);
        assertThat(reason("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", small)).isEqualTo(Reason.BYTES);
    }

    @Test
    void aTextDoesNotGrowWithoutEnd() {
        String doubled = IntStream.range(0, 40)
                .mapToObj(i -> "BIND(CONCAT(?v" + i + ", ?v" + i + ") AS ?v" + (i + 1) + ")")
                .collect(Collectors.joining(" ", "SELECT (STRLEN(?v40) AS ?n) { BIND('公' AS ?v0) ", " }"));
        assertThat(reason(doubled, WIDE)).isEqualTo(Reason.TEXT);
        assertThat(reason(doubled.replaceAll("CONCAT\\((\\?v\\d+), \\?v\\d+\\)", "REPLACE($1, '.', '公报')"), WIDE))
                .isEqualTo(Reason.TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?c", "'LONG'", "DISTINCT CONCAT(STR(?a), STR(?d), STR(?g))"})
    void joinedTextsDoNotGrowWithoutEnd(String joined) {
        String query = "SELECT (GROUP_CONCAT(" + joined.replace("LONG", "公".repeat(1_000))
                + ") AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
        assertThat(reason(query, WIDE)).isEqualTo(Reason.TEXT);
    }

    private JenaSparqlService service(SparqlBounds bounds) {
        JenaSparqlService service = new JenaSparqlService(store, vocabulary, bounds);
        services.add(service);
        return service;
    }

    private Reason reason(String query, SparqlBounds bounds) {
        return reason(service(bounds).answer(Asked.of(query, "")));
    }

    private static Reason reason(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).reason();
    }

    private String csv(String query) {
        Answer answer = service(WIDE).answer(Asked.of(query, "text/csv"));
        assertThat(answer).as(query).isInstanceOf(Answer.Result.class);
        return new String(((Answer.Result) answer).bytes(), StandardCharsets.UTF_8);
    }
}
