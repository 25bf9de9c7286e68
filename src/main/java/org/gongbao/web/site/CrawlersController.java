package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.gongbao.publication.IndexableDocuments;
import org.gongbao.publication.IndexableDocuments.Entry;
import org.gongbao.web.Refusal;
import org.gongbao.web.SiteIdentity;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** Tells search engines what there is (sitemaps.org): the pages that lead on, and every document that they may list. */
@Controller
class CrawlersController {

    private final IndexableDocuments documents;
    private final SiteIdentity identity;
    private final SiteVersion version;

    CrawlersController(IndexableDocuments documents, SiteIdentity identity, SiteVersion version) {
        this.documents = documents;
        this.identity = identity;
        this.version = version;
    }

    /** Everybody is welcome to pages, documents and data; only what would make endless pages of the same is not for crawling. */
    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        String text = """
                # Welcome. All documents are in the sitemap, and all data at once in /data.
                # 欢迎收录：全部文件见网站地图文件，批量数据见 /data。
                User-agent: *
                Allow: /
                Disallow: /search?
                Disallow: /search.
                Disallow: /duties?
                Disallow: /catalog?
                Disallow: /statistics?
                Disallow: /sparql
                Disallow: /*/report
                Disallow: /report/
                Disallow: /*?lang=
                Disallow: /*&lang=
                Disallow: /*?print=
                Disallow: /*&print=

                Sitemap: %s/sitemap.xml
                """.formatted(identity.base());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(text);
    }

    @GetMapping("/sitemap.xml")
    void index(ServletWebRequest request, HttpServletResponse response) throws IOException {
        if (isUnchanged(request, response)) {
            return;
        }
        try (OutputStream out = response.getOutputStream()) {
            SitemapXml.index(out, identity.base(), documents.shelves());
        }
    }

    @GetMapping("/sitemaps/pages.xml")
    void pages(ServletWebRequest request, HttpServletResponse response) throws IOException {
        if (isUnchanged(request, response)) {
            return;
        }
        try (OutputStream out = response.getOutputStream()) {
            SitemapXml.pages(out, identity.base(), SitePages.indexable());
        }
    }

    @GetMapping("/sitemaps/documents-{number:[1-9]\\d{0,5}}.xml")
    void documents(@PathVariable int number, ServletWebRequest request, HttpServletResponse response)
            throws IOException {
        if (number > documents.shelves()) {
            throw Refusal.notFound();
        }
        if (isUnchanged(request, response)) {
            return;
        }
        List<Entry> shelf = documents.shelf(number);
        try (OutputStream out = response.getOutputStream()) {
            SitemapXml.documents(out, identity.base(), shelf);
        }
    }

    /** Whatever they say follows from the log alone. */
    private boolean isUnchanged(ServletWebRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setContentType("application/xml;charset=UTF-8");
        return request.checkNotModified("W/\"" + documents.position() + "-" + version + "\"");
    }
}
