package org.gongbao.publication;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A log over HTTP, as the web serves it, and what a subclass has beside it. It can lie about one file or one event, and notes
 * what was asked for.
 */
public abstract class LogServer implements AutoCloseable {

    private static final Pattern BUNDLE = Pattern.compile("/log/tile/entries/(\\d{3})(?:\\.p/(\\d+))?");

    public final List<String> asked = new CopyOnWriteArrayList<>();
    public volatile String lieAbout = "";

    private final TransparencyLog log;
    private final HttpServer server;

    protected LogServer(TransparencyLog log) {
        this.log = log;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** What is answered for a path. */
    protected record Answer(int status, byte[] body, Optional<String> location) {

        public static final Answer NONE = new Answer(404, new byte[0], Optional.empty());
        public static final Answer GONE = new Answer(410, new byte[0], Optional.empty());

        public static Answer of(byte[] body) {
            return new Answer(200, body, Optional.empty());
        }

        public static Answer of(String text) {
            return of(text.getBytes(StandardCharsets.UTF_8));
        }

        public static Answer elsewhere(String path) {
            return new Answer(303, new byte[0], Optional.of(path));
        }
    }

    /** What stands beside the log. */
    protected abstract Answer beside(String path) throws IOException;

    public final String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        Answer answer = answer(path);
        byte[] body = answer.body();
        if (!lieAbout.isEmpty() && path.endsWith(lieAbout)) {
            body[body.length / 2] ^= 1;
        }
        answer.location().ifPresent(to -> exchange.getResponseHeaders().add("Location", to));
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Answer answer(String path) throws IOException {
        Matcher bundle = BUNDLE.matcher(path);
        if (path.equals("/log/key")) {
            return Answer.of(log.verifier() + "\n");
        }
        if (path.equals("/log/checkpoint")) {
            return Answer.of(log.checkpoint().note());
        }
        if (bundle.matches()) {
            int width = bundle.group(2) == null ? TransparencyLog.TILE : Integer.parseInt(bundle.group(2));
            return log.entries(Long.parseLong(bundle.group(1)), width)
                    .map(Answer::of)
                    .orElse(Answer.NONE);
        }
        return beside(path);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
