package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** While the search index is away everything but searching goes on. */
class SearchAwayTest {

    private static ConfigurableApplicationContext site;

    @BeforeAll
    static void start() {
        site = DemoSite.start("--demo.search-away=true", "--demo.loading=3");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + DemoSite.port(site) + path))
                .header("Accept", "text/html")
                .header("Accept-Language", "zh")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theHomePageDoesWithoutItAndOffersToBeReloaded() throws Exception {
        HttpResponse<String> home = get("/");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).contains("检索服务正在准备", "刷新页面").doesNotContain("http-equiv", "还没有公开的文件");
    }

    @Test
    void documentsAreReadAsEver() throws Exception {
        assertThat(get("/doc/" + DemoDocuments.PLAN).statusCode()).isEqualTo(200);
    }

    @Test
    void whoSearchesIsToldToComeAgain() throws Exception {
        HttpResponse<String> answer = get("/search");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
}
