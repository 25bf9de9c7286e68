package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the server cannot read, which no client library would send. */
class UnreadRequestsTest {

    @ParameterizedTest
    @ValueSource(strings = {"GET /search?q=养老 HTTP/1.1", "GET /doc/\u0001 HTTP/1.1", "养老"})
    void theAnswerSaysWhatWasExpected(String line) throws IOException {
        String answer = ask(line + "\r\nHost: localhost\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("Content-Type: text/html;charset=UTF-8");
        Document page = Jsoup.parse(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(page.select("h1").text()).isEqualTo("400");
        assertThat(page.select("p[lang=en]").text()).contains("percent-encoded as UTF-8 (养老 as %E5%85%BB%E8%80%81)");
    }

    private static String ask(String request) throws IOException {
        URI base = URI.create(LiveSite.base());
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
