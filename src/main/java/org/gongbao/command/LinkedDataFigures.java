package org.gongbao.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongbao.linkeddata.DocumentGraphs;
import org.gongbao.publication.Dissemination;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** How fast the triple store fills, and how long the example queries take over HTTP, beside Fuseki on the same data. */
final class LinkedDataFigures {

    private static final String BENCH = "data";
    private static final String BASE = "http://localhost:8080";

    /** Documents whose triples are counted; the others have as many. */
    private static final int COUNTED = 200;

    private final BenchPlan plan;
    private final List<Figure> figures = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    LinkedDataFigures(BenchPlan plan) {
        this.plan = plan;
    }

    List<Figure> measure() throws Exception {
        Path folder = plan.folder().resolve("data");
        Settings settings = plan.settings().with("--gongbao.base-uri=" + BASE);
        try (ServedStore store = ServedStore.start(settings, folder.toString())) {
            fill(store);
            List<String> queries = answered(examples(), store.address("/sparql"));
            if (queries.isEmpty()) {
                throw new IllegalStateException("no example query was answered");
            }
            ask(queries, store.address("/sparql"));
            Path copy = copy(folder);
            try (Contested fuseki =
                    new Contested(FusekiServer.start(copy, plan.folder().resolve("fuseki.log")))) {
                compare(queries, store.address("/sparql"), fuseki.server);
            }
        }
        return figures;
    }

    /** Fuseki, or nothing to be closed. */
    private record Contested(Optional<FusekiServer> server) implements AutoCloseable {
        @Override
        public void close() throws InterruptedException {
            if (server.isPresent()) {
                server.get().close();
            }
        }
    }

    private void fill(ServedStore store) {
        GeneratedDocuments documents = new GeneratedDocuments(plan.seed());
        DocumentGraphs graphs = store.get(DocumentGraphs.class);
        int counted = Math.min(COUNTED, plan.documents());
        long triples = documents
                .changes(counted)
                .mapToLong(change -> lines(graphs.quads(Objects.requireNonNull(change.document()))))
                .sum();
        Dissemination target = store.all(Dissemination.class).stream()
                .filter(each -> each.name().equals("linkeddata"))
                .findFirst()
                .orElseThrow();
        long start = System.nanoTime();
        target.rebuild(documents.changes(plan.documents()), 0);
        double seconds = (System.nanoTime() - start) / 1e9;
        double each = (double) triples / counted;
        add("documents in the triple store", plan.documents(), "documents");
        add("triples a document", each, "triples");
        add("linked data rebuilt", plan.documents() / seconds, "documents/s");
        add("linked data rebuilt, triples", each * plan.documents() / seconds, "triples/s");
    }

    private static long lines(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).lines().count();
    }

    private static List<String> examples() throws IOException {
        List<String> queries = new ArrayList<>();
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:/ontology/queries/*.rq");
        Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
        for (Resource file : files) {
            try (InputStream in = file.getInputStream()) {
                queries.add(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{base}", BASE));
            }
        }
        return queries;
    }

    /** Those that have an answer within the bounds. */
    private List<String> answered(List<String> queries, URI service) throws Exception {
        List<String> answered = new ArrayList<>();
        for (String query : queries) {
            int status = send(query, service);
            if (status == 200) {
                answered.add(query);
            } else {
                plan.note("answered with " + status + ": "
                        + query.lines().skip(1).findFirst().orElse(""));
            }
        }
        return answered;
    }

    private void ask(List<String> queries, URI service) throws Exception {
        List<Double> milliseconds = new ArrayList<>();
        for (int round = 0; round < 10 * plan.rounds(); round++) {
            for (String query : queries) {
                long start = System.nanoTime();
                send(query, service);
                milliseconds.add((System.nanoTime() - start) / 1e6);
            }
        }
        Spread spread = new Spread(milliseconds);
        add("example queries answered", queries.size(), "queries");
        add("example queries over HTTP, p50", spread.median(), "ms");
        add("example queries over HTTP, p99", spread.percentile(0.99), "ms");
    }

    private void compare(List<String> queries, URI own, Optional<FusekiServer> fuseki) throws Exception {
        if (fuseki.isEmpty()) {
            plan.note("no Fuseki: " + FusekiServer.CLASS_PATH + " is not there");
            return;
        }
        Contest contest = new Contest()
                .add("own", () -> all(queries, own))
                .add("fuseki", () -> all(queries, fuseki.get().queries()))
                .warm(5);
        for (int round = 0; round < plan.rounds(); round++) {
            contest.round();
        }
        add(
                "all examples once, Fuseki",
                1000 * contest.of("fuseki", Comparison.Cost::wallSeconds).median(),
                "ms");
        add(
                "all examples once, own",
                1000 * contest.of("own", Comparison.Cost::wallSeconds).median(),
                "ms");
        figures.add(contest.ratio(
                        BENCH, "SPARQL over HTTP over Fuseki, time", "own", "fuseki", Comparison.Cost::wallSeconds)
                .aimedAt("at most 1"));
    }

    private void all(List<String> queries, URI service) throws Exception {
        for (String query : queries) {
            int status = send(query, service);
            if (status != 200) {
                throw new IllegalStateException(service + " answered " + status + " to " + query);
            }
        }
    }

    private int send(String query, URI service) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service)
                .header("Content-Type", "application/sparql-query")
                .header("Accept", "application/sparql-results+json,text/turtle;q=0.9")
                .POST(HttpRequest.BodyPublishers.ofString(query))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
    }

    /** A copy of the newest store, which nobody writes to now. */
    private Path copy(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            Path store = all.filter(path -> path.getFileName().toString().startsWith("store-"))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow();
            Path copy = plan.folder().resolve("fuseki");
            try (Stream<Path> files = Files.walk(store)) {
                for (Path file : files.toList()) {
                    Path target = copy.resolve(store.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else if (!file.getFileName().toString().equals("tdb.lock")) {
                        Files.copy(file, target);
                    }
                }
            }
            return copy;
        }
    }

    private void add(String what, double value, String unit) {
        figures.add(Figure.of(BENCH, what, value, unit));
    }
}
