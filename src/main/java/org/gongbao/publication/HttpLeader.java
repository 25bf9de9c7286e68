package org.gongbao.publication;

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

/** Another instance's public addresses: C2SP tlog-tiles, and {@code /log/event} and {@code /log/package} beside them. */
final class HttpLeader implements Leader {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String base;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param base of its addresses, such as {@code https://gazette.example} */
    HttpLeader(String base) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** The key that verifies its checkpoints, as it says itself. */
    String key() throws IOException, InterruptedException {
        return text("/log/key").strip();
    }

    @Override
    public String checkpoint() throws IOException, InterruptedException {
        return text("/log/checkpoint");
    }

    @Override
    public List<String> leaves(long index, int width) throws IOException, InterruptedException {
        String address = "/log/tile/entries/" + digits(index) + (width < TransparencyLog.TILE ? ".p/" + width : "");
        byte[] bundle = ok(address, client.send(request(address), BodyHandlers.ofByteArray()));
        List<String> leaves = new ArrayList<>();
        for (int at = 0; at + 2 <= bundle.length; ) {
            int length = (bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff;
            if (at + 2 + length > bundle.length) {
                throw new IOException(base + address + " is cut short");
            }
            leaves.add(new String(bundle, at + 2, length, StandardCharsets.UTF_8));
            at += 2 + length;
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

    @Override
    public String event(long seq) throws IOException, InterruptedException {
        return text("/log/event/" + seq);
    }

    @Override
    public Optional<Path> file(long seq, String name, Path to) throws IOException, InterruptedException {
        String address = "/log/package/" + seq + "/" + name;
        HttpResponse<Path> answer = client.send(request(address), BodyHandlers.ofFile(to));
        return answer.statusCode() == 410 ? Optional.empty() : Optional.of(ok(address, answer));
    }

    private String text(String address) throws IOException, InterruptedException {
        return ok(address, client.send(request(address), BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    private HttpRequest request(String address) {
        return HttpRequest.newBuilder(URI.create(base + address))
                .timeout(PATIENCE)
                .build();
    }

    private <T> T ok(String address, HttpResponse<T> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(base + address + " answers " + answer.statusCode());
        }
        return answer.body();
    }
}
