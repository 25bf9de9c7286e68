package org.gongbao.bulk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.publication.TransparencyLog;

/** A store's log and data over HTTP, as the web serves them. It can lie about one file, and notes what was asked for. */
final class DataServer implements AutoCloseable {

    private static final Pattern BUNDLE = Pattern.compile("/log/tile/entries/(\\d{3})(?:\\.p/(\\d+))?");
    private static final Pattern RELEASE = Pattern.compile("/data/documents/(\\d+-\\d+)/(.+)");
    private static final Pattern BETWEEN = Pattern.compile("/data/documents/delta/(\\d+)\\.\\.(\\d+)");
    private static final Pattern DELTA = Pattern.compile("/data/documents/delta/([^/]+)/(.+)");

    private final TransparencyLog log;
    private final Releases releases;
    private final Deltas deltas;
    private final HttpServer server;
    final List<String> asked = new ArrayList<>();
    volatile String lieAbout = "";

    DataServer(TransparencyLog log, Releases releases, Deltas deltas) throws IOException {
        this.log = log;
        this.releases = releases;
        this.deltas = deltas;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        Matcher between = BETWEEN.matcher(path);
        if (path.equals("/data/documents")) {
            redirect(
                    exchange,
                    "/data/documents/" + releases.latest().orElseThrow().name() + "/manifest.json");
        } else if (between.matches()
                && deltas.name(Long.parseLong(between.group(1)), Long.parseLong(between.group(2)))
                        instanceof Deltas.Answer.Moved now) {
            redirect(exchange, "/data/documents/delta/" + now.now() + "/manifest.json");
        } else {
            Optional<byte[]> body = body(path);
            if (body.isPresent() && !lieAbout.isEmpty() && path.endsWith(lieAbout)) {
                body.get()[body.get().length / 2] ^= 1;
            }
            exchange.sendResponseHeaders(
                    body.isPresent() ? 200 : 404,
                    body.map(bytes -> (long) bytes.length).orElse(-1L));
            exchange.getResponseBody().write(body.orElse(new byte[0]));
            exchange.close();
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        exchange.sendResponseHeaders(303, -1);
        exchange.close();
    }

    private Optional<byte[]> body(String path) throws IOException {
        Matcher bundle = BUNDLE.matcher(path);
        Matcher release = RELEASE.matcher(path);
        Matcher delta = DELTA.matcher(path);
        if (path.equals("/log/key")) {
            return bytes(log.verifier() + "\n");
        }
        if (path.equals("/log/checkpoint")) {
            return bytes(log.checkpoint().note());
        }
        if (bundle.matches()) {
            int width = bundle.group(2) == null ? 256 : Integer.parseInt(bundle.group(2));
            return log.entries(Long.parseLong(bundle.group(1)), width);
        }
        if (release.matches()) {
            Path folder = ReleaseName.parse(release.group(1))
                    .flatMap(releases::find)
                    .orElseThrow()
                    .folder();
            return Optional.of(Files.readAllBytes(folder.resolve(release.group(2))));
        }
        if (delta.matches()
                && deltas.find(DeltaName.parse(delta.group(1)).orElseThrow()) instanceof Deltas.Answer.Found found) {
            return Optional.of(Files.readAllBytes(found.delta().folder().resolve(delta.group(2))));
        }
        return Optional.empty();
    }

    private static Optional<byte[]> bytes(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
