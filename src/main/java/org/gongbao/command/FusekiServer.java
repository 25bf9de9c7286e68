package org.gongbao.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Apache Jena Fuseki as a process of its own over a copy of a triple store, where its class path was written. */
final class FusekiServer implements AutoCloseable {

    /** What {@code mvn -f docs/bench/fuseki.xml} writes, below the folder in which the bench runs. */
    static final Path CLASS_PATH = Path.of("target", "fuseki.classpath");

    private static final int LONGEST_SECONDS = 90;

    private final Process process;
    private final URI queries;

    private FusekiServer(Process process, URI queries) {
        this.process = process;
        this.queries = queries;
    }

    /** Starts it with its default graph as the union of all, as ours is; empty where there is no class path. */
    static Optional<FusekiServer> start(Path store, Path log) throws IOException, InterruptedException {
        if (!Files.isRegularFile(CLASS_PATH)) {
            return Optional.empty();
        }
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        Files.readString(CLASS_PATH).strip(),
                        "org.apache.jena.fuseki.main.cmds.FusekiMainCmd",
                        "--localhost",
                        "--port=" + port,
                        "--set=tdb2:unionDefaultGraph=true",
                        "--tdb2",
                        "--loc=" + store,
                        "/bench"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        FusekiServer server = new FusekiServer(process, URI.create("http://127.0.0.1:" + port + "/bench/query"));
        server.awaitReady(log);
        return Optional.of(server);
    }

    URI queries() {
        return queries;
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ask =
                HttpRequest.newBuilder(URI.create(queries + "?query=ASK%7B%7D")).build();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                if (client.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            Thread.sleep(100);
        }
        close();
        throw new IllegalStateException("Fuseki did not come to serve: " + Files.readString(log));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
