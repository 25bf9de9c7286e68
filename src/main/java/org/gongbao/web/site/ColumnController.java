package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletResponse;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchResult;
import org.gongbao.web.Refusal;
import org.gongbao.web.SiteIdentity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Topic columns: a page each, and a feed that stays the column's when its search is changed. */
@Controller
class ColumnController {

    private final Columns columns;
    private final DocumentSearch search;
    private final SiteIdentity identity;

    ColumnController(Columns columns, DocumentSearch search, SiteIdentity identity) {
        this.columns = columns;
        this.search = search;
        this.identity = identity;
    }

    @GetMapping("/columns/{name}")
    String page(@PathVariable String name, Model model, HttpServletResponse response) {
        Column column = columns.find(name).orElseThrow(Refusal::notFound);
        SearchQuery query = columns.query(column);
        SearchResult found = search.search(query.request());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        model.addAttribute("heading", columns.title(column));
        model.addAttribute("introduction", columns.introduction(column));
        model.addAttribute("total", found.total());
        model.addAttribute("hits", found.hits());
        model.addAttribute("all", SearchAddress.of(query));
        model.addAttribute(
                "follow",
                new FollowLinks(
                        column.address() + ".atom",
                        column.address() + ".jsonfeed",
                        FollowLinks.of(column.query()).mail()));
        return "site/column";
    }

    @GetMapping("/columns/{name}.atom")
    ResponseEntity<byte[]> atom(@PathVariable String name) {
        return FeedAnswers.atom(feed(name, ".atom"));
    }

    @GetMapping("/columns/{name}.jsonfeed")
    ResponseEntity<byte[]> json(@PathVariable String name) {
        return FeedAnswers.json(feed(name, ".jsonfeed"));
    }

    private Feed feed(String name, String suffix) {
        Column column = columns.find(name).orElseThrow(Refusal::notFound);
        String page = identity.base() + column.address();
        SearchResult found = search.feed(columns.query(column).feed());
        return new Feed(
                page,
                page + suffix,
                page,
                columns.title(column),
                null,
                SearchFeed.items(identity.base(), found.hits()));
    }
}
