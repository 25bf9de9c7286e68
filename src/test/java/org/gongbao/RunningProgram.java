package org.gongbao;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.gongbao.bulk.Releases;
import org.gongbao.ingest.Batch;
import org.gongbao.ingest.DocumentOutcome;
import org.gongbao.ingest.Ingest;
import org.gongbao.ingest.IngestRunner;
import org.gongbao.ingest.Samples;
import org.gongbao.publication.Certificate;
import org.gongbao.publication.Certificates;
import org.gongbao.publication.DisseminationEngine;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program in this process, as {@code serve} starts it, on a free port; asked over HTTP as the public asks it. */
final class RunningProgram implements AutoCloseable {

    static final Duration LONGEST = Duration.ofMinutes(5);

    /** The base of identifiers, whatever the port. */
    static final String BASE = "http://localhost:8080";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final int port;

    private RunningProgram(ConfigurableApplicationContext context) {
        this.context = context;
        this.port = ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** Starts it on a data folder and waits until samples, if wanted, and projections are there. */
    static RunningProgram start(Path data, boolean samples, Class<?>... more) throws InterruptedException {
        List<Class<?>> sources = new ArrayList<>(List.of(Gongbao.class));
        sources.addAll(List.of(more));
        RunningProgram program = new RunningProgram(new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .run(
                        "--server.port=0",
                        "--gongbao.base-uri=" + BASE,
                        "--gongbao.data=" + data,
                        "--gongbao.samples=" + samples,
                        "--gongbao.bulk.quiet=300ms",
                        "--logging.level.root=WARN"));
        try {
            program.get(Samples.class).load();
            program.awaitCaughtUp();
            program.get(Releases.class).bringUpToDate();
            return program;
        } catch (RuntimeException | InterruptedException | Error e) {
            program.close();
            throw e;
        }
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** For what only its own package knows. */
    Object bean(String name) {
        return context.getBean(name);
    }

    /** Waits for a certificate of everything that was published up to a position. */
    Certificate awaitCertificate(long position) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        Certificates certificates = get(Certificates.class);
        while (certificates.latest().map(Certificate::position).orElse(0L) < position) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no certificate of position " + position);
            }
            Thread.sleep(50);
        }
        return certificates.latest().orElseThrow();
    }

    void awaitCaughtUp() throws InterruptedException {
        get(IngestRunner.class).awaitIdle();
        if (!get(DisseminationEngine.class).awaitCaughtUp(LONGEST)) {
            throw new AssertionError(
                    "not caught up: " + get(DisseminationEngine.class).status());
        }
    }

    /** What became of the documents of some files. */
    List<DocumentOutcome> ingest(boolean publish, Path... files) throws InterruptedException {
        Ingest ingest = get(Ingest.class);
        Batch batch = ingest.submit(List.of(files), publish);
        ingest.awaitDone(batch, progress -> {});
        awaitCaughtUp();
        return ingest.outcomes(batch);
    }

    URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    HttpResponse<byte[]> ask(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).timeout(LONGEST);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(path + " does not answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    String text(String path, String... headers) {
        HttpResponse<byte[]> answer = ask(path, headers);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode());
        }
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    JsonNode json(String path) {
        return JSON.readTree(text(path));
    }

    /** Identifiers of all documents that a search finds, over all pages of hits. */
    TreeSet<String> found(String query) {
        TreeSet<String> uids = new TreeSet<>();
        String next = "/search.json?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        while (next != null) {
            JsonNode page = json(next);
            page.get("items").forEach(item -> uids.add(uidIn(item.get("id").asString())));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        return uids;
    }

    /** The answer of a query as N-Triples in a fixed order. */
    List<String> construct(String query) {
        String path = "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return text(path, "Accept", "application/n-triples").lines().sorted().toList();
    }

    static String uidIn(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        context.close();
    }
}
