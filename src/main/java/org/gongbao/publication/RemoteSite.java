package org.gongbao.publication;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The public addresses of another instance: its log as C2SP tlog-tiles lays it down, and what else is to be had there. It
 * follows no redirect by itself, so that nothing comes from elsewhere.
 */
public final class RemoteSite {

    private final String base;
    private final Duration patience;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * Asks nothing yet.
     *
     * @param base of its addresses, such as {@code https://gazette.example}
     * @param patience how long one answer may take
     */
    public RemoteSite(String base, Duration patience) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.patience = patience;
    }

    /** The key that verifies its checkpoints, as it says itself. */
    public String key() throws IOException, InterruptedException {
        return text("/log/key").strip();
    }

    /** The newest checkpoint, as signed. */
    public String checkpoint() throws IOException, InterruptedException {
        return text("/log/checkpoint");
    }

    /** The leaves of a bundle, as many as asked for. */
    public List<String> leaves(long index, int width) throws IOException, InterruptedException {
        String path = "/log/tile/entries/" + digits(index) + (width < TransparencyLog.TILE ? ".p/" + width : "");
        byte[] bundle = bytes(path);
        List<String> leaves = new ArrayList<>();
        for (int at = 0; at + 2 <= bundle.length; ) {
            int length = (bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff;
            if (at + 2 + length > bundle.length) {
                throw new IOException(base + path + " is cut short");
            }
            leaves.add(new String(bundle, at + 2, length, StandardCharsets.UTF_8));
            at += 2 + length;
        }
        if (leaves.size() != width) {
            throw new IOException(base + path + " has " + leaves.size() + " events, expected " + width);
        }
        return leaves;
    }

    /** Groups of three digits, all but the last behind an x. */
    private static String digits(long index) {
        String path = String.format(Locale.ROOT, "%03d", index % 1000);
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path = String.format(Locale.ROOT, "x%03d/", rest % 1000) + path;
        }
        return path;
    }

    public String text(String path) throws IOException, InterruptedException {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    public byte[] bytes(String path) throws IOException, InterruptedException {
        return ok(path, ask(path, BodyHandlers.ofByteArray()));
    }

    public void file(String path, Path to) throws IOException, InterruptedException {
        ok(path, ask(path, BodyHandlers.ofFile(to)));
    }

    /** Empty where it answers that the file may be read no more (410). */
    Optional<Path> fileUnlessGone(String path, Path to) throws IOException, InterruptedException {
        HttpResponse<Path> answer = ask(path, BodyHandlers.ofFile(to));
        return answer.statusCode() == 410 ? Optional.empty() : Optional.of(ok(path, answer));
    }

    /** Where a path leads with 303; empty where it is refused. */
    public Optional<String> leadsTo(String path) throws IOException, InterruptedException {
        HttpResponse<Void> answer = ask(path, BodyHandlers.discarding());
        if (answer.statusCode() >= 500) {
            throw new IOException(base + path + " answers " + answer.statusCode());
        }
        return answer.statusCode() == 303
                ? answer.headers()
                        .firstValue("Location")
                        .map(target -> URI.create(target).getPath())
                : Optional.empty();
    }

    private <T> HttpResponse<T> ask(String path, BodyHandler<T> body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(patience)
                        .build(),
                body);
    }

    private <T> T ok(String path, HttpResponse<T> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(base + path + " answers " + answer.statusCode());
        }
        return answer.body();
    }
}
