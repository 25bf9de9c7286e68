package org.gongbao.bulk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The public addresses of the instance whose data is mirrored. */
final class DataLeader {

    /** Events of a full bundle, as C2SP tlog-tiles has it. */
    static final int BUNDLE = 256;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final String base;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param base of its addresses, such as {@code https://gazette.example} */
    DataLeader(String base) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    String text(String path) throws IOException, InterruptedException {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        return ok(path, client.send(request(path), BodyHandlers.ofByteArray()));
    }

    void file(String path, Path to) throws IOException, InterruptedException {
        ok(path, client.send(request(path), BodyHandlers.ofFile(to)));
    }

    /** Where a path leads with 303; empty where it is refused. */
    Optional<String> leadsTo(String path) throws IOException, InterruptedException {
        HttpResponse<Void> answer = client.send(request(path), BodyHandlers.discarding());
        if (answer.statusCode() >= 500) {
            throw new IOException(base + path + " answers " + answer.statusCode());
        }
        return answer.statusCode() == 303
                ? answer.headers()
                        .firstValue("Location")
                        .map(target -> URI.create(target).getPath())
                : Optional.empty();
    }

    /** The leaves of a bundle. */
    List<String> leaves(long index, int width) throws IOException, InterruptedException {
        String path = "/log/tile/entries/" + digits(index) + (width < BUNDLE ? ".p/" + width : "");
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
            throw new IOException(base + path + " has " + leaves.size() + " events");
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

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE).build();
    }

    private <T> T ok(String path, HttpResponse<T> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(base + path + " answers " + answer.statusCode());
        }
        return answer.body();
    }
}
