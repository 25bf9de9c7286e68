package org.gongbao.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * Tells machines by HTTP POST (网络钩子). Each request carries {@code Gongbao-Delivery}, {@code Gongbao-Timestamp} and {@code
 * Gongbao-Signature: sha256=…}, the HMAC-SHA256 of timestamp, full stop and body by the secret of the target. Redirections
 * are not followed, and answers are not read.
 */
final class WebhookChannel implements Channel {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Map<String, String> secrets;
    private final boolean privateAddresses;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    WebhookChannel(WebhookSettings settings, Clock clock) {
        this.secrets = settings.targets();
        this.privateAddresses = settings.privateAddresses();
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Set<String> targets() {
        return secrets.keySet();
    }

    @Override
    public boolean carriesOn() {
        return true;
    }

    @Override
    public Answer send(String id, String target, Notice notice) {
        URI uri = URI.create(target);
        byte[] body = CanonicalJson.bytes(values(id, notice));
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        try {
            if (!privateAddresses && !isPublic(uri.getHost())) {
                return new Answer(false, "private-address");
            }
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "gongbao")
                    .header("Gongbao-Delivery", id)
                    .header("Gongbao-Timestamp", timestamp)
                    .header(
                            "Gongbao-Signature",
                            "sha256=" + signature(secrets.getOrDefault(target, ""), timestamp, body))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return new Answer(status >= 200 && status < 300, Integer.toString(status));
        } catch (HttpTimeoutException e) {
            return new Answer(false, "timeout");
        } catch (IOException e) {
            return new Answer(false, "unreachable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(false, "interrupted");
        }
    }

    private static Map<String, @Nullable Object> values(String id, Notice notice) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("v", 1);
        values.put("delivery", id);
        values.put("event", notice.event().code());
        values.put("position", notice.position());
        values.put("time", notice.at());
        values.put("uid", notice.uid().value());
        values.put("uri", notice.uri());
        values.put("version", notice.version());
        values.put("title", notice.title());
        values.put("documentNumber", notice.documentNumber());
        values.put("documentKind", notice.documentKind());
        values.put("issuers", notice.issuers());
        values.put("issuedOn", notice.issuedOn());
        values.put("digest", notice.digest());
        values.put("reason", notice.reason());
        return values;
    }

    static String signature(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }

    /** Whether every address of a host is one of the public network. Java keeps what it looked up for the request after it. */
    private static boolean isPublic(String host) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (!PublicAddresses.isPublic(address)) {
                return false;
            }
        }
        return true;
    }
}
