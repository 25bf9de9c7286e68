package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.gongbao.SampleProgram.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The addresses for machines: queries, vocabulary, releases and their catalogue. */
@ExtendWith(SampleProgram.class)
@Timeout(600)
class OpenDataTest {

    private static final Property CHECKSUM = property("http://spdx.org/rdf/terms#checksum");
    private static final Property CHECKSUM_VALUE = property("http://spdx.org/rdf/terms#checksumValue");
    private static final Property EMBODIED = property("http://data.europa.eu/eli/ontology#is_embodied_by");
    private static final String TOO_MUCH = "SELECT * { ?a ?b ?c . ?d ?e ?f }";

    private final Shared shared;
    private final RunningProgram program;

    OpenDataTest(Shared shared) {
        this.shared = shared;
        this.program = shared.program();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ASK {}                               | */*                                    | 200 | application/sparql-results+json",
                "SELECT * { ?s ?p ?o } LIMIT 1        | text/csv                               | 200 | text/csv",
                "SELECT * { ?s ?p ?o } LIMIT 1        | application/sparql-results+xml         | 200 | application/sparql-results+xml",
                "SELECT * { ?s ?p ?o } LIMIT 1        | text/tab-separated-values              | 200 | text/tab-separated-values",
                "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1 | application/ld+json                    | 200 | application/ld+json",
                "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1 | text/turtle;q=0.2, application/rdf+xml | 200 | application/rdf+xml",
                "ASK {}                               | image/png                              | 406 | application/problem+json",
                "ASK {                                | */*                                    | 400 | application/problem+json",
                "ASK { FILTER(<java:java.lang.System>(1)) } | */*                              | 400 | application/problem+json",
                "DELETE WHERE { ?s ?p ?o }            | text/html                              | 400 | text/html",
                "SELECT * { ?a ?b ?c . ?d ?e ?f }     | */*                                    | 422 | application/problem+json",
            })
    void aQueryIsAnsweredOrRefusedInTheFormAskedFor(String query, String accept, int status, String type) {
        HttpResponse<byte[]> answer = program.ask("/sparql?query=" + encoded(query), "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).startsWith(type);
        assertThat(String.join(",", answer.headers().allValues("Vary"))).containsIgnoringCase("accept,");
    }

    @ParameterizedTest
    @CsvSource({
        "ASK {}, application/sparql-results+json, application/sparql-results+json",
        "ASK {}, application/sparql-results+xml, application/sparql-results+xml;charset=utf-8",
        "SELECT * {}, text/csv, text/csv;charset=utf-8",
        "CONSTRUCT {} {}, application/n-triples, application/n-triples",
        "CONSTRUCT {} {}, application/ld+json, application/ld+json",
        "CONSTRUCT {} {}, text/turtle, text/turtle;charset=utf-8",
    })
    void onlyTypesThatKnowOfCharactersNameThem(String query, String accept, String type) {
        assertThat(header(program.ask("/sparql?query=" + encoded(query), "Accept", accept), "Content-Type"))
                .isEqualTo(type);
    }

    @Test
    void aQueryMayComeInABodyThatIsNotTooLong() throws Exception {
        String tooLong = "#" + "x".repeat(100_000) + "\nASK {}";
        String form = "application/x-www-form-urlencoded";
        assertThat(post("application/sparql-query", "ASK {}")).isEqualTo(200);
        assertThat(post(form, "query=" + encoded("ASK {}"))).isEqualTo(200);
        assertThat(post("application/sparql-query", tooLong)).isEqualTo(413);
        assertThat(post(form, "query=" + encoded(tooLong))).isEqualTo(413);
        assertThat(post("application/sparql-update", "DELETE WHERE { ?s ?p ?o }"))
                .isEqualTo(415);
    }

    @Test
    void theGraphsOfAQueryMayBeNamedInEveryForm() throws Exception {
        String graph = RunningProgram.BASE + "/doc/" + uids().get(0);
        String count = "SELECT (COUNT(*) AS ?n) { ?s <http://purl.org/dc/terms/identifier> ?o }";
        String dataset = "default-graph-uri=" + encoded(graph);
        String form = "application/x-www-form-urlencoded";
        String url = "/sparql?" + dataset;
        assertThat(program.text(url + "&query=" + encoded(count), "Accept", "text/csv")
                        .lines())
                .contains("1");
        assertThat(posted("/sparql", form, dataset + "&query=" + encoded(count)).body())
                .contains("\"1\"");
        assertThat(posted(url, "application/sparql-query; charset=UTF-8", count).body())
                .contains("\"1\"");
        assertThat(posted(url, "application/sparql-query; charset=GB18030", count)
                        .statusCode())
                .isEqualTo(415);
        assertThat(program.ask("/sparql?named-graph-uri=x&query=" + encoded(count))
                        .statusCode())
                .isEqualTo(400);
        assertThat(program.ask("/sparql?query=" + encoded(count) + "&query=" + encoded(count))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*                              | text/turtle",
                "text/turtle, text/html;q=0.5     | text/turtle",
                "application/ld+json              | application/ld+json",
                "text/html,*/*;q=0.8              | text/html",
            })
    void withoutAQueryMachinesAreToldWhatTheServiceIsAndPeopleGetThePage(String accept, String type) {
        HttpResponse<byte[]> answer = program.ask("/sparql", "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith(type);
        if (!type.equals("text/html")) {
            Model model = ModelFactory.createDefaultModel();
            RDFParser.source(new ByteArrayInputStream(answer.body()))
                    .lang(RDFLanguages.contentTypeToLang(type))
                    .parse(model);
            assertThat(model.contains(
                            ResourceFactory.createResource(RunningProgram.BASE + "/sparql"),
                            property("http://www.w3.org/ns/sparql-service-description#endpoint")))
                    .isTrue();
        }
    }

    @Test
    void everyExampleRunsOverTheSamplesAndMostFindSomething() {
        int found = 0;
        List<String> examples = org.jsoup.Jsoup.parse(program.text("/sparql", "Accept", "text/html"))
                .select("a[href^=/sparql?example=]")
                .eachAttr("href");
        assertThat(examples).hasSizeGreaterThanOrEqualTo(10);
        for (String example : examples) {
            String query = org.jsoup.Jsoup.parse(program.text(example, "Accept", "text/html"))
                    .select("textarea")
                    .get(0)
                    .wholeText();
            String csv = "text/csv, application/n-triples;q=0.5";
            if (program.text("/sparql?query=" + encoded(query), "Accept", csv)
                            .lines()
                            .count()
                    > 1) {
                found++;
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(10);
    }

    @Test
    void peopleSeeRowsOnThePageAndMachinesGetTheFormThatALinkNames() {
        String path = "/sparql?query=" + encoded("SELECT ?s { ?s a ?t } ORDER BY ?s LIMIT 3");
        var page = org.jsoup.Jsoup.parse(program.text(path, "Accept", "text/html,*/*;q=0.8"));
        assertThat(page.select("tbody tr")).hasSize(3);
        assertThat(page.select("tbody a").attr("href")).startsWith("http");
        assertThat(program.text(path + "&format=csv", "Accept", "text/html,*/*;q=0.8")
                        .lines())
                .hasSize(4);
        assertThat(program.ask(path + "&format=xlsx").statusCode()).isEqualTo(400);
        assertThat(program.text("/sparql?query=" + encoded("ASK {}"), "Accept", "text/html"))
                .contains("<strong>是");
        assertThat(header(
                        program.ask("/sparql?query=" + encoded("DESCRIBE <urn:x>"), "Accept", "text/html,*/*;q=0.1"),
                        "Content-Type"))
                .startsWith("text/turtle");
    }

    private HttpResponse<String> posted(String path, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(program.address(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private int post(String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(program.address("/sparql"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void refusalsAreSaidInTheReadersLanguage() {
        String path = "/sparql?query=" + encoded(TOO_MUCH);
        assertThat(detail(path, "zh")).contains("10000").contains("上限");
        assertThat(detail(path, "en")).contains("10000").contains("more than");
    }

    private String detail(String path, String language) {
        byte[] body = program.ask(path, "Accept-Language", language).body();
        return JsonMapper.builder().build().readTree(body).get("detail").asString();
    }

    @Test
    void whoAsksNothingGetsAPageOrIsToldWhatIsMissing() {
        assertThat(program.text("/sparql", "Accept", "text/html,*/*;q=0.8")).contains("<textarea");
        HttpResponse<byte[]> machine = program.ask("/sparql", "Accept", "text/html;q=0.1, application/json");
        assertThat(machine.statusCode()).isEqualTo(400);
        assertThat(header(machine, "Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html,*/*;q=0.8                          | text/html",
                "text/html;q=0.4, text/turtle                 | text/turtle",
                "*/*                                          | text/turtle",
                "application/ld+json                          | application/ld+json",
                "application/n-triples;q=0.9, text/html;q=0.1 | application/n-triples",
            })
    void theVocabularyComesInTheFormLikedBest(String accept, String type) {
        HttpResponse<byte[]> all = program.ask("/def/", "Accept", accept);
        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(header(all, "Content-Type")).startsWith(type);
        String tag = header(all, "ETag");
        assertThat(tag).isNotEmpty();
        assertThat(program.ask("/def/", "Accept", accept, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(program.ask("/def/Duty", "Accept", accept).statusCode())
                .isEqualTo(type.equals("text/html") ? 303 : 200);
        assertThat(program.ask("/def/Nothing", "Accept", accept).statusCode()).isEqualTo(404);
    }

    @Test
    void everyEmbodiedFileHasTheSizeAndTheDigestThatAreStated() throws Exception {
        for (String uid : uids()) {
            Model model = model("/doc/" + uid + ".ttl", "text/turtle");
            List<RDFNode> files = model.listObjectsOfProperty(EMBODIED).toList();
            assertThat(files).hasSizeGreaterThanOrEqualTo(2);
            for (RDFNode file : files) {
                boolean isMadeOnDemand = file.toString().endsWith(".json");
                assertThat(file.asResource().hasProperty(DCTerms.extent)).isNotEqualTo(isMadeOnDemand);
                assertThat(file.asResource().hasProperty(CHECKSUM)).isNotEqualTo(isMadeOnDemand);
                byte[] bytes = program.ask(path(file.asResource())).body();
                if (!isMadeOnDemand) {
                    assertThat(text(file.asResource(), DCTerms.extent))
                            .as(file.toString())
                            .isEqualTo(Integer.toString(bytes.length));
                    assertThat(digest(file.asResource())).as(file.toString()).isEqualTo(sha256(bytes));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ttl, text/turtle",
        "jsonld, application/ld+json",
        "nt, application/n-triples",
        "rdf, application/rdf+xml"
    })
    void theCatalogueHasWhatDcatApDemandsAndLeadsToTheFiles(String suffix, String type) throws Exception {
        Release.awaitHolding(program, uids());
        HttpResponse<byte[]> described = program.ask("/data/catalog", "Accept", type);
        assertThat(header(described, "Content-Location")).isEqualTo("/data/catalog." + suffix);
        assertThat(header(described, "Content-Disposition")).isEqualTo("inline; filename=\"catalog." + suffix + "\"");
        assertThat(header(described, "ETag")).startsWith("\"");
        assertThat(header(described, "Repr-Digest")).isEqualTo(reprDigest(described.body()));
        assertThat(header(described, "Link")).contains("</data/catalog." + suffix + ">; rel=\"alternate\"");
        Model model = model("/data/catalog." + suffix, type);
        Resource catalogue = only(model, DCAT.Catalog);
        Resource dataset = only(model, DCAT.Dataset);
        for (Property property : List.of(DCTerms.title, DCTerms.description, DCTerms.publisher)) {
            assertThat(catalogue.hasProperty(property)).as(property.toString()).isTrue();
            assertThat(dataset.hasProperty(property)).as(property.toString()).isTrue();
        }
        assertThat(catalogue.hasProperty(DCAT.dataset, dataset)).isTrue();
        assertThat(text(dataset, DCTerms.modified)).startsWith("20");
        List<RDFNode> distributions =
                model.listObjectsOfProperty(dataset, DCAT.distribution).toList();
        assertThat(distributions).hasSizeGreaterThan(20);
        for (RDFNode distribution : distributions) {
            assertThat(distribution.asResource().hasProperty(DCAT.accessURL)).isTrue();
            byte[] bytes = program.ask(path(distribution.asResource())).body();
            assertThat(text(distribution.asResource(), DCAT.byteSize)).isEqualTo(Integer.toString(bytes.length));
            // A bag is put together while it is read; it has digests of all its files in it.
            if (!path(distribution.asResource()).endsWith(".tar")) {
                assertThat(digest(distribution.asResource())).isEqualTo(sha256(bytes));
            }
        }
        assertThat(distributions)
                .anyMatch(distribution -> path(distribution.asResource()).endsWith(".tar"));
    }

    @Test
    void theNewestReleaseIsFoundByItsDatasetAndOneThatNeverWasIsNot() throws Exception {
        Release.awaitHolding(program, uids());
        HttpResponse<byte[]> newest = program.ask("/data/documents");
        assertThat(newest.statusCode()).isEqualTo(303);
        JsonNode manifest = program.json(URI.create(header(newest, "Location")).getPath());
        assertThat(manifest.get("dataset").asString()).isEqualTo("documents");
        String release = "/data/documents/" + manifest.get("release").asString();
        assertThat(program.ask("/data/documents/0-0/manifest.json").statusCode())
                .isEqualTo(404);
        assertThat(program.ask(release + "/nothing.gz").statusCode()).isEqualTo(404);
        assertThat(program.text(release + "/documents.csv")).startsWith("uid,title,");
        assertThat(header(program.ask(release + "/documents.csv"), "Content-Type"))
                .startsWith("text/csv");
        assertThat(program.ask("/data/catalog.xlsx").statusCode()).isEqualTo(404);
        assertThat(header(program.ask("/data"), "ETag")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "manifest.json",
                "manifest.json.sig",
                "SHA256SUMS",
                "documents.parquet",
                "documents.nq",
                "text.ndjson.gz"
            })
    void aFileOfAReleaseIsSavedUnderItsNameAndComparedByItsDigest(String file) throws Exception {
        Release.awaitHolding(program, uids());
        String manifest =
                URI.create(header(program.ask("/data/documents"), "Location")).getPath();
        String path = manifest.replace("manifest.json", file);
        HttpResponse<byte[]> answer = program.ask(path);
        assertThat(header(answer, "Content-Disposition")).isEqualTo("inline; filename=\"" + file + "\"");
        assertThat(header(answer, "Repr-Digest")).isEqualTo(reprDigest(answer.body()));
        assertThat(program.ask(path, "If-None-Match", header(answer, "ETag")).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/def/Duty.ttl", "/def/shapes.nt", "/concept/document-kind.jsonld", "/data/schema/record/1.0"})
    void whatIsSavedKeepsTheNameOfItsAddress(String path) {
        String name = path.equals("/data/schema/record/1.0")
                ? "record.schema.json"
                : path.substring(path.lastIndexOf('/') + 1);
        assertThat(header(program.ask(path), "Content-Disposition")).isEqualTo("inline; filename=\"" + name + "\"");
    }

    @Test
    void peopleWhoAskForTheCatalogueAreLedToThePage() {
        HttpResponse<byte[]> answer = program.ask("/data/catalog", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(URI.create(header(answer, "Location")).getPath()).isEqualTo("/data");
        assertThat(header(program.ask("/data"), "Link")).isEqualTo("</data/catalog>; rel=\"describedby\"");
    }

    private static String reprDigest(byte[] bytes) throws Exception {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256(bytes))) + ":";
    }

    private List<String> uids() {
        return shared.published().stream()
                .map(outcome -> String.valueOf(outcome.uid()))
                .toList();
    }

    private Model model(String path, String type) {
        HttpResponse<byte[]> answer = program.ask(path);
        assertThat(header(answer, "Content-Type")).startsWith(type);
        Model model = ModelFactory.createDefaultModel();
        RDFParser.source(new ByteArrayInputStream(answer.body()))
                .lang(RDFLanguages.contentTypeToLang(type))
                .parse(model);
        return model;
    }

    private static Resource only(Model model, Resource type) {
        List<Resource> found = model.listSubjectsWithProperty(RDF.type, type).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String digest(Resource file) {
        return text(file.getPropertyResourceValue(CHECKSUM), CHECKSUM_VALUE);
    }

    private static String text(Resource subject, Property property) {
        return subject.getRequiredProperty(property).getLiteral().getLexicalForm();
    }

    private static Property property(String name) {
        return ResourceFactory.createProperty(name);
    }

    private static String path(Resource file) {
        return URI.create(file.getURI()).getPath();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
