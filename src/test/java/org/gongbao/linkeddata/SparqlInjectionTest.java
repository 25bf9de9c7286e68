package org.gongbao.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongbao.linkeddata.JenaSparqlService.SparqlBounds;
import org.gongbao.linkeddata.SparqlService.Answer;
import org.gongbao.linkeddata.SparqlService.Asked;
import org.gongbao.linkeddata.SparqlService.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No request changes the store, reaches out, or reads a file, however it is written. */
@Timeout(120)
class SparqlInjectionTest {

    private static final String CANARY = "金丝雀";

    /** Updates: none is a query. TARGET is a file or a server. */
    private static final List<String> UPDATES = List.of(
            "LOAD <TARGET>",
            "LOAD SILENT <TARGET>",
            "LOAD <TARGET> INTO GRAPH <urn:g>",
            "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
            "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> '" + CANARY + "' } }",
            "DELETE DATA { <urn:a> <urn:b> <urn:c> }",
            "DELETE WHERE { ?s ?p ?o }",
            "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
            "INSERT { ?s ?p '" + CANARY + "' } WHERE { ?s ?p ?o }",
            "WITH <urn:g> DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
            "CLEAR ALL",
            "CLEAR SILENT DEFAULT",
            "CLEAR NAMED",
            "DROP ALL",
            "DROP SILENT GRAPH <urn:g>",
            "CREATE GRAPH <urn:g>",
            "COPY DEFAULT TO <urn:g>",
            "MOVE DEFAULT TO <urn:g>",
            "ADD <urn:g> TO DEFAULT",
            "ASK {} ; DROP ALL",
            "ASK {}\nDROP ALL",
            "SELECT * { ?s ?p ?o } ; LOAD <TARGET>",
            "# ASK {}\rDROP ALL",
            "PREFIX x: <urn:x> DELETE WHERE { ?s ?p ?o }",
            "SELECT * { ?s ?p ?o } } DELETE WHERE { ?s ?p ?o",
            "DESCRIBE <urn:a> INSERT DATA { <urn:a> <urn:b> <urn:c> }");

    /** Queries of another service, wherever that can stand. */
    private static final List<String> SERVICES = List.of(
            "SELECT * { SERVICE <TARGET> { ?s ?p ?o } }",
            "SELECT * { SERVICE SILENT <TARGET> { ?s ?p ?o } }",
            "SELECT * { ?s ?p ?o . SERVICE <TARGET> { ?s ?q ?r } }",
            "SELECT * { OPTIONAL { SERVICE <TARGET> { ?s ?p ?o } } }",
            "SELECT * { OPTIONAL { SERVICE SILENT <TARGET> { ?s ?p ?o } } }",
            "SELECT * { { ?s ?p ?o } UNION { SERVICE <TARGET> { ?s ?p ?o } } }",
            "SELECT * { ?s ?p ?o MINUS { SERVICE <TARGET> { ?s ?p ?o } } }",
            "SELECT * { GRAPH ?g { SERVICE <TARGET> { ?s ?p ?o } } }",
            "SELECT * { { SELECT * { SERVICE <TARGET> { ?s ?p ?o } } } }",
            "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <TARGET> { ?s ?p ?o } } }",
            "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE SILENT <TARGET> { ?s ?p ?o } } }",
            "SELECT * { BIND(<TARGET> AS ?e) SERVICE ?e { ?s ?p ?o } }",
            "SELECT * { VALUES ?e { <TARGET> } SERVICE SILENT ?e { ?s ?p ?o } }",
            "SELECT * { SERVICE <cache:TARGET> { ?s ?p ?o } }",
            "SELECT * { SERVICE <loop:TARGET> { ?s ?p ?o } }",
            "SELECT (EXISTS { SERVICE <TARGET> { ?s ?p ?o } } AS ?x) {}",
            "ASK { SERVICE <TARGET> { ?s ?p ?o } }",
            "CONSTRUCT { ?s ?p ?o } { SERVICE <TARGET> { ?s ?p ?o } }",
            "CONSTRUCT { ?s ?p ?o } { SERVICE SILENT <TARGET> { ?s ?p ?o } }",
            "DESCRIBE ?s { SERVICE <TARGET> { ?s ?p ?o } }",
            "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <TARGET> { ?s ?p ?o } })",
            "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <TARGET> { ?s ?p ?o } })");

    /** Graphs that are files or on a server: refused, or empty. */
    private static final List<String> GRAPHS = List.of(
            "SELECT * FROM <TARGET> { ?s ?p ?o }",
            "SELECT * FROM NAMED <TARGET> { GRAPH ?g { ?s ?p ?o } }",
            "SELECT * FROM NAMED <TARGET> { GRAPH <TARGET> { ?s ?p ?o } }",
            "SELECT * FROM <TARGET> FROM <TARGET> { ?s ?p ?o }",
            "SELECT * { GRAPH <TARGET> { ?s ?p ?o } }",
            "ASK FROM <TARGET> { ?s ?p ?o }",
            "CONSTRUCT FROM <TARGET> WHERE { ?s ?p ?o }",
            "DESCRIBE <TARGET>",
            "DESCRIBE * FROM <TARGET> { ?s ?p ?o }",
            "BASE <TARGET> SELECT * FROM <> { ?s ?p ?o }",
            "SELECT * { GRAPH <urn:x-arq:DefaultGraph> { ?s <urn:gongbao:position> ?o } }");

    /** Functions and properties that are programs. */
    private static final List<String> PROGRAMS = List.of(
            "SELECT (<java:java.lang.System>(1) AS ?x) {}",
            "SELECT (<java:java.lang.Runtime>('x') AS ?x) {}",
            "SELECT (<http://jena.apache.org/ARQ/function#sysprop>('user.home') AS ?x) {}",
            "SELECT (<http://jena.apache.org/ARQ/function#systemProperty>('user.home') AS ?x) {}",
            "SELECT (<http://jena.apache.org/ARQ/function#now>() AS ?x) {}",
            "SELECT (<http://www.w3.org/2005/xpath-functions#doc>('TARGET') AS ?x) {}",
            "SELECT (<http://www.w3.org/2005/xpath-functions#collation-key>('x') AS ?x) {}",
            "PREFIX js: <http://jena.apache.org/ARQ/jsFunction#> SELECT (js:eval('1') AS ?x) {}",
            "PREFIX afn: <http://jena.apache.org/ARQ/function#> SELECT (afn:localname(<TARGET>) AS ?x) {}",
            "SELECT * { ?x <java:java.lang.System> ?y }",
            "SELECT * { ?x <http://jena.apache.org/ARQ/property#bnode> ?y }",
            "SELECT * { ?x <http://jena.hpl.hp.com/ARQ/property#textMatch> 'x' }",
            "SELECT (CALL(<java:java.lang.System>, 1) AS ?x) {}",
            "SELECT (<java:x>(DISTINCT ?o) AS ?x) { ?s ?p ?o }");

    private final Vocabulary vocabulary = new Vocabulary("https://gongbao.example");
    private final AtomicInteger hits = new AtomicInteger();

    @TempDir
    Path folder;

    private HttpServer server;
    private TripleStore store;
    private JenaSparqlService service;
    private String file = "";
    private String address = "";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            hits.incrementAndGet();
            byte[] body = ("<urn:a> <urn:b> \"" + CANARY + "\" .").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/turtle");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort() + "/g.ttl";
        Path secret = Files.writeString(folder.resolve("secret.ttl"), "<urn:a> <urn:b> \"" + CANARY + "\" .");
        file = secret.toUri().toString();
        store = new TripleStore(folder.resolve("store"));
        service = new JenaSparqlService(store, vocabulary, new SparqlBounds(Duration.ofSeconds(20), 1_000, 1_000_000));
        Documents.putPlanInto(store, vocabulary);
    }

    @AfterEach
    void close() {
        service.close();
        store.close();
        server.stop(0);
    }

    private List<String> aimed(List<String> texts) {
        List<String> aimed = new ArrayList<>();
        for (String text : texts) {
            aimed.add(text.replace("TARGET", file));
            if (text.contains("TARGET")) {
                aimed.add(text.replace("TARGET", address));
            }
        }
        return aimed;
    }

    private String everything() {
        Answer answer = service.answer(Asked.of("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", "text/csv"));
        return new String(((Answer.Result) answer).bytes(), StandardCharsets.UTF_8);
    }

    private Answer ask(String query) {
        return service.answer(Asked.of(query, ""));
    }

    @Test
    void aHundredWaysInAreShut() {
        String before = everything();
        int tried = 0;
        for (String query : aimed(UPDATES)) {
            assertThat(ask(query))
                    .as(query)
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.SYNTAX));
            tried++;
        }
        for (String query : aimed(SERVICES)) {
            assertThat(ask(query))
                    .as(query)
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.reason()).isIn(Reason.SERVICE, Reason.SYNTAX));
            tried++;
        }
        for (List<String> group : List.of(GRAPHS, PROGRAMS)) {
            for (String query : aimed(group)) {
                Answer answer = ask(query);
                if (answer instanceof Answer.Result result) {
                    assertThat(new String(result.bytes(), StandardCharsets.UTF_8))
                            .as(query)
                            .doesNotContain(CANARY, System.getProperty("user.home"), "urn:gongbao:");
                } else {
                    assertThat(answer).as(query).isInstanceOf(Answer.Refused.class);
                }
                tried++;
            }
        }
        assertThat(tried).isGreaterThanOrEqualTo(100);
        assertThat(hits).hasValue(0);
        assertThat(everything()).isEqualTo(before);
    }
}
