package org.gongbao.publication;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A store's log and packages over HTTP, as the web serves them. It can tell lies about one file or one event. */
final class LeaderServer implements AutoCloseable {

    private static final Pattern BUNDLE = Pattern.compile("/log/tile/entries/(\\d{3})(?:\\.p/(\\d+))?");
    private static final Pattern EVENT = Pattern.compile("/log/event/(\\d+)");
    private static final Pattern FILE = Pattern.compile("/log/package/(\\d+)/(.+)");

    private final TestStore store;
    private final PublicPackages packages;
    private final HttpServer server;
    volatile String lieAbout = "";

    LeaderServer(TestStore store) throws IOException {
        this.store = store;
        this.packages = new PublicPackages(store.database, store.packages);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = new byte[0];
        int status = 200;
        Matcher bundle = BUNDLE.matcher(path);
        Matcher event = EVENT.matcher(path);
        Matcher file = FILE.matcher(path);
        if (path.equals("/log/key")) {
            body = bytes(store.log.verifier() + "\n");
        } else if (path.equals("/log/checkpoint")) {
            body = bytes(store.log.checkpoint().note());
        } else if (bundle.matches()) {
            int width = bundle.group(2) == null ? 256 : Integer.parseInt(bundle.group(2));
            body = store.log.entries(Long.parseLong(bundle.group(1)), width).orElseThrow();
        } else if (event.matches()) {
            body = bytes(packages.event(Long.parseLong(event.group(1))).orElseThrow());
        } else if (file.matches()) {
            PublicPackages.Answer answer = packages.file(Long.parseLong(file.group(1)), file.group(2));
            status = answer instanceof PublicPackages.Answer.Found
                    ? 200
                    : answer instanceof PublicPackages.Answer.Gone ? 410 : 404;
            body = answer instanceof PublicPackages.Answer.Found found ? Files.readAllBytes(found.path()) : body;
        } else {
            status = 404;
        }
        if (!lieAbout.isEmpty() && path.endsWith(lieAbout)) {
            body[body.length / 2] ^= 1;
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
