package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page weighs on the way to a reader who comes for the first time, and for the second. */
class WeightTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(LiveSite.base()).resolve(path))
                .header("Accept-Encoding", "gzip");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        byte[] body = answer.body();
        if (LiveSite.header(answer, "Content-Encoding").equals("gzip")) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private static int headers(HttpResponse<?> answer) {
        return answer.headers().map().entrySet().stream()
                .mapToInt(header -> header.getKey().length()
                        + header.getValue().stream().mapToInt(String::length).sum()
                        + 4)
                .sum();
    }

    /** Bytes of a page, and of everything that it brings but pictures of pages of documents. */
    private static int weight(String path) throws IOException {
        HttpResponse<byte[]> page = get(path, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        int bytes = page.body().length + headers(page);
        Set<String> assets = new LinkedHashSet<>();
        Jsoup.parse(text(page))
                .select("link[rel=stylesheet], link[rel=icon], script[src], img[src]")
                .forEach(part -> assets.add(part.hasAttr("src") ? part.attr("src") : part.attr("href")));
        assertThat(assets).allMatch(asset -> asset.startsWith("/"));
        for (String asset : assets) {
            if (!asset.contains("/pages/")) {
                HttpResponse<byte[]> part = get(asset);
                assertThat(part.statusCode()).as(asset).isEqualTo(200);
                bytes += part.body().length + headers(part);
            }
        }
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({
        "/search, 100",
        "/search?q=云州市, 100",
        "/, 100",
        "/doc/p1an000000000001, 150",
        "/doc/decree0000000002, 150",
        "/doc/1ss0e00000000004, 150",
        "/doc/10ng000000000010, 150"
    })
    void aPageWithAllThatItBringsStaysWithinItsBytes(String path, int kilobytes) throws IOException {
        int weight = weight(path.replace("云州市", LiveSite.encoded("云州市")));
        System.out.println("weight of " + path + ": " + weight + " bytes");
        assertThat(weight).isLessThanOrEqualTo(kilobytes * 1000);
    }

    @Test
    void everythingThatIsTextIsCompressed() throws IOException {
        String page = text(get("/", "Accept", "text/html"));
        List<String> assets = Jsoup.parse(page).select("link[rel=stylesheet], script[src]").stream()
                .map(part -> part.hasAttr("src") ? part.attr("src") : part.attr("href"))
                .toList();
        assertThat(assets).hasSizeGreaterThanOrEqualTo(2);
        for (String address : assets) {
            HttpResponse<byte[]> answer = get(address);
            if (text(answer).length() > 2048) {
                assertThat(LiveSite.header(answer, "Content-Encoding"))
                        .as(address)
                        .isEqualTo("gzip");
            }
        }
        for (String address :
                List.of("/", "/search", "/search.json", "/search.atom", "/search.csv", "/sitemaps/documents-1.xml")) {
            HttpResponse<byte[]> answer = get(address, "Accept", address.contains(".") ? "*/*" : "text/html");
            assertThat(LiveSite.header(answer, "Content-Encoding")).as(address).isEqualTo("gzip");
        }
    }

    @Test
    void whoComesAgainIsToldThatNothingChanged() throws IOException {
        String page = text(get("/", "Accept", "text/html"));
        String style = Jsoup.parse(page).select("link[rel=stylesheet]").attr("href");
        for (String address : List.of(
                "/",
                "/search",
                "/gazette",
                "/sitemap",
                "/privacy",
                "/data",
                "/quality",
                "/doc/" + DemoDocuments.PLAN,
                "/search.json",
                "/sitemap.xml",
                style)) {
            String accept = address.contains(".") ? "*/*" : "text/html";
            String tag = LiveSite.header(get(address, "Accept", accept), "ETag");
            assertThat(tag).as(address).isNotEmpty();
            HttpResponse<byte[]> again = get(address, "Accept", accept, "If-None-Match", tag);
            assertThat(again.statusCode()).as(address).isEqualTo(304);
            assertThat(again.body()).as(address).isEmpty();
        }
    }
}
