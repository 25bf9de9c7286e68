package org.gongbao.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongbao.publication.Uid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookChannelTest {

    private static final String SECRET = "plum-blossom-seven-rivers";
    private static final Clock CLOCK = Clock.fixed(Notices.AT, ZoneOffset.UTC);

    private HttpServer receiver;
    private int status = 204;
    private int asked;
    private byte[] body = new byte[0];
    private HttpExchange got;

    @BeforeEach
    void open() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            asked++;
            got = exchange;
            body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    }

    private Channel.Answer send(String title) {
        WebhookSettings settings = new WebhookSettings(List.of(url()), List.of(SECRET), true);
        return new WebhookChannel(settings, CLOCK).send("delivery-1", url(), Notices.released(Uid.mint(), title));
    }

    @Test
    void theReceiverCanCheckWhoToldItAndWhen() throws Exception {
        String title = "=1+1<script>\u202E\"\r\n关于防汛的通告";

        assertThat(send(title)).isEqualTo(new Channel.Answer(true, "204"));

        String timestamp = got.getRequestHeaders().getFirst("Gongbao-Timestamp");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = timestamp + "." + new String(body, StandardCharsets.UTF_8);
        assertThat(got.getRequestHeaders().getFirst("Gongbao-Signature"))
                .isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        assertThat(timestamp).isEqualTo("" + Notices.AT.getEpochSecond());
        assertThat(got.getRequestHeaders().getFirst("Gongbao-Delivery")).isEqualTo("delivery-1");
        JsonNode json = JsonMapper.builder().build().readTree(body);
        assertThat(json.get("title").asString()).isEqualTo(title);
        assertThat(json.get("event").asString()).isEqualTo("released");
    }

    @Test
    void aRedirectionIsNotFollowedAndARefusalIsNotTaken() {
        status = 302;
        assertThat(send("甲")).isEqualTo(new Channel.Answer(false, "302"));
        assertThat(asked).isEqualTo(1);
        status = 500;
        assertThat(send("甲")).isEqualTo(new Channel.Answer(false, "500"));
        receiver.stop(0);
        assertThat(send("甲")).isEqualTo(new Channel.Answer(false, "unreachable"));
    }

    @Test
    void nothingInsideIsAskedUnlessThatIsSet() {
        String inside = "https://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
        WebhookSettings settings = new WebhookSettings(List.of(inside), List.of(SECRET), false);

        assertThat(new WebhookChannel(settings, CLOCK).send("d", inside, Notices.released(Uid.mint(), "甲")))
                .isEqualTo(new Channel.Answer(false, "private-address"));
        assertThat(asked).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001::1"
            })
    void whatLeadsInsideIsKnown(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.4.8", "100.128.0.1", "172.32.0.1", "2400:3200::1"})
    void whatIsOfThePublicNetworkIsKnown(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void settingsThatCannotWorkAreRefusedAtTheStart() {
        for (String url :
                List.of("http://a.example/", "ftp://a.example/", "https://u:p@a.example/", "https:///x", "/x")) {
            assertThatThrownBy(() -> new WebhookSettings(List.of(url), List.of(SECRET), false))
                    .as(url)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new WebhookSettings(List.of("https://a.example/"), List.of(), false))
                .hasMessageContaining("one secret for each");
        assertThatThrownBy(() -> new WebhookSettings(List.of("https://a.example/"), List.of("short"), false))
                .hasMessageContaining("16 characters");
        assertThat(new WebhookSettings(List.of(""), List.of(""), false).urls()).isEmpty();
    }
}
