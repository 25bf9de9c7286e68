package org.gongbao.web.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A browser without scripts: keeps cookies, and sends forms with the token of the page that it has open. */
public final class Browser {

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String token = "";

    /** Opens a page; a redirection is not followed. */
    public HttpResponse<String> open(String path) {
        return keep(send(request(path).GET()));
    }

    /** The page as a tree. */
    public Document page(String path) {
        HttpResponse<String> answer = open(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode());
        }
        return Jsoup.parse(answer.body(), LiveDesk.base() + path);
    }

    /** Sends a form with the token of the last page; fields as name, value, name, value. */
    public HttpResponse<String> submit(String path, String... fields) {
        StringBuilder form = new StringBuilder("_csrf=" + encoded(token));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return keep(send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()))));
    }

    /** Sends a form with files; fields as name, value, and files as name, file name, text. */
    public HttpResponse<String> upload(String path, List<List<String>> fields) {
        String boundary = "gongbao-test-boundary";
        StringBuilder body = new StringBuilder(part(boundary, "_csrf", null, token));
        for (List<String> field : fields) {
            body.append(
                    field.size() == 2
                            ? part(boundary, field.get(0), null, field.get(1))
                            : part(boundary, field.get(0), field.get(1), field.get(2)));
        }
        body.append("--").append(boundary).append("--\r\n");
        return keep(send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body.toString()))));
    }

    /** Sends a form with one file of any bytes; fields as name, value. */
    public HttpResponse<String> upload(String path, String file, byte[] bytes, String... fields) {
        String boundary = "gongbao-test-boundary";
        StringBuilder head = new StringBuilder(part(boundary, "_csrf", null, token));
        for (int i = 0; i < fields.length; i += 2) {
            head.append(part(boundary, fields[i], null, fields[i + 1]));
        }
        String whole = part(boundary, "file", file, "");
        head.append(whole, 0, whole.length() - 2);
        return keep(send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head.toString()),
                        BodyPublishers.ofByteArray(bytes),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))));
    }

    private static String part(String boundary, String name, @Nullable String file, String value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (file == null
                        ? "\r\n\r\n"
                        : "; filename=\"" + file + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                + value + "\r\n";
    }

    /** Sends anything as it is. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(LiveDesk.base() + path))
                .header("Accept", "text/html,*/*;q=0.5")
                .header("Accept-Language", "zh");
    }

    public String token() {
        return token;
    }

    /** A browser like this one that was closed and opened: it keeps its cookies, but not its session. */
    public void forgetSession() {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(DeskSecurity.COOKIE))
                .toList()
                .forEach(cookie -> cookies.getCookieStore()
                        .getURIs()
                        .forEach(uri -> cookies.getCookieStore().remove(uri, cookie)));
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    private HttpResponse<String> keep(HttpResponse<String> answer) {
        Element field = Jsoup.parse(answer.body()).selectFirst("input[name=_csrf]");
        if (field != null) {
            token = field.val();
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
