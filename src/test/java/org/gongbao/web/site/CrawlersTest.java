package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.web.site.LiveSite.get;
import static org.gongbao.web.site.LiveSite.header;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** What search engines are told. */
class CrawlersTest {

    private static final String BASE = "https://gongbao.yunzhou.example";

    private static Document xml(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("application/xml");
        return Jsoup.parse(answer.body(), "", Parser.xmlParser());
    }

    @Test
    void robotsAreWelcomeAndToldWhereEverythingIs() {
        String robots = get("/robots.txt").body();
        assertThat(robots)
                .contains(
                        "Allow: /\n", "Sitemap: " + BASE + "/sitemap.xml", "Disallow: /*?print=", "Disallow: /*?lang=")
                .contains("Disallow: /search?", "Disallow: /duties?", "Disallow: /catalog?")
                .contains("Disallow: /*/report\n", "Disallow: /report/\n")
                .doesNotContain("Disallow: /\n", "Disallow: /doc");
    }

    @Test
    void theIndexLeadsToSitemapsWithEveryDocumentThatMayBeIndexedAndItsLastChange() {
        List<String> files = xml("/sitemap.xml").select("sitemap > loc").eachText();
        assertThat(files).containsExactly(BASE + "/sitemaps/pages.xml", BASE + "/sitemaps/documents-1.xml");
        assertThat(xml("/sitemaps/pages.xml").select("url > loc").eachText())
                .contains(BASE + "/", BASE + "/gazette")
                .doesNotContain(BASE + "/sparql");

        Document documents = xml("/sitemaps/documents-1.xml");
        assertThat(documents.select("url > loc").eachText())
                .contains(BASE + "/doc/" + DemoDocuments.PLAN, BASE + "/doc/" + DemoDocuments.DECREE)
                .doesNotContain(
                        BASE + "/doc/" + DemoDocuments.NO_PDF,
                        BASE + "/doc/" + DemoDocuments.WITHDRAWN,
                        BASE + "/doc/" + DemoDocuments.ERASED);
        assertThat(documents
                        .select("url:contains(" + DemoDocuments.PLAN + ") > lastmod")
                        .text())
                .isEqualTo("2023-05-20T03:30:00Z");
        assertThat(get("/sitemaps/documents-2.xml").statusCode()).isEqualTo(404);
        assertThat(get("/sitemaps/documents-0.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void aSitemapThatDidNotChangeIsNotSentAgain() {
        for (String path : List.of("/sitemap.xml", "/sitemaps/pages.xml", "/sitemaps/documents-1.xml")) {
            String tag = header(get(path), "ETag");
            HttpResponse<String> again = get(path, "If-None-Match", tag);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }
}
