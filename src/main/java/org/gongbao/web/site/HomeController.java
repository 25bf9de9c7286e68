package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchRequest;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.gongbao.search.SearchResult;
import org.gongbao.search.SearchResult.Hit;
import org.gongbao.search.SearchUnavailableException;
import org.gongbao.web.LoadingProgress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: what this is, a search box, the newest documents, and ways in by issuer, kind and year. */
@Controller
class HomeController {

    private static final int NEWEST = 8;
    private static final int MOST_WAYS = 12;
    private static final SearchResult NOTHING = new SearchResult(0, List.of(), Map.of());

    private final PublishedDocuments documents;
    private final DocumentSearch search;
    private final LoadingProgress progress;

    HomeController(PublishedDocuments documents, DocumentSearch search, ObjectProvider<LoadingProgress> progress) {
        this.documents = documents;
        this.search = search;
        this.progress = progress.getIfAvailable(() -> LoadingProgress.NONE);
    }

    /**
     * What the home page shows.
     *
     * @param searchable false while the search index is away; the page does without it
     * @param newest only what may be carried on: the first page of a site names nothing that is for its own page only
     */
    record HomeView(
            long documents,
            long position,
            long issuers,
            boolean searchable,
            LoadingProgress.State progress,
            List<Hit> newest,
            List<Ways> ways) {}

    /** The ways in by one facet. */
    record Ways(String facet, List<Way> ways) {}

    /** A value of a facet and where it leads. */
    record Way(String value, long documents, String address) {}

    @GetMapping("/")
    String home(Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        SearchResult all = NOTHING;
        SearchResult newest = NOTHING;
        long issuers = 0;
        boolean searchable = true;
        try {
            all = search.search(new SearchRequest("", Map.of(), null, Sort.NEWEST, 1, 0));
            newest = search.feed(new SearchRequest("", Map.of(), null, Sort.NEWEST, 1, NEWEST).hitsAlone());
            issuers = search.issuers();
        } catch (SearchUnavailableException e) {
            searchable = false;
        }
        List<Ways> ways = List.of(ways(Facet.ISSUER, all), ways(Facet.KIND, all), ways(Facet.YEAR, all));
        model.addAttribute(
                "view",
                new HomeView(
                        documents.count(),
                        documents.position(),
                        issuers,
                        searchable,
                        progress.state(),
                        newest.hits(),
                        ways));
        return "site/home";
    }

    private static Ways ways(Facet facet, SearchResult all) {
        SearchQuery everything = new SearchQuery("", Map.of(), null, Sort.RELEVANCE, 1);
        return new Ways(
                facet.parameter(),
                all.facets().getOrDefault(facet, List.of()).stream()
                        .limit(MOST_WAYS)
                        .map(count -> new Way(
                                count.value(),
                                count.documents(),
                                SearchAddress.of(everything.with(facet, count.value()))))
                        .toList());
    }
}
