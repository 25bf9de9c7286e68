package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongbao.publication.CitedStubs;
import org.gongbao.search.BadCursorException;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchRequest;
import org.gongbao.search.SearchResult;
import org.gongbao.web.AcceptedForms;
import org.gongbao.web.Refusal;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The search: a page for people, and the same results as JSON, CSV, Atom and JSON Feed. */
@Controller
class SearchController {

    private static final int ROWS_AT_ONCE = 500;

    private static final String ROBOTS = "X-Robots-Tag";

    private final DocumentSearch search;
    private final SiteIdentity identity;
    private final Phrases phrases;
    private final CitedStubs stubs;
    private final SearchTopics topics;

    SearchController(
            DocumentSearch search, SiteIdentity identity, Phrases phrases, CitedStubs stubs, SearchTopics topics) {
        this.topics = topics;
        this.search = search;
        this.stubs = stubs;
        this.identity = identity;
        this.phrases = phrases;
    }

    @GetMapping("/search")
    @Nullable
    Object search(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Model model,
            HttpServletResponse response) {
        SearchForm form = AcceptedForms.of(accept)
                .best(List.of(SearchForm.values()), SearchForm::types)
                .orElseThrow(() ->
                        new Refusal(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "html, json, csv, atom, jsonfeed"));
        return answer(form, SearchQuery.of(parameters), model, response);
    }

    @GetMapping("/search.{suffix}")
    @Nullable
    Object searchAs(
            @PathVariable String suffix,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response) {
        SearchForm form = SearchForm.ofSuffix(suffix).orElseThrow(Refusal::notFound);
        return answer(form, SearchQuery.of(parameters), model, response);
    }

    private @Nullable Object answer(SearchForm form, SearchQuery query, Model model, HttpServletResponse response) {
        try {
            return switch (form) {
                case CSV -> csv(query, response);
                case JSON -> file(form).body(SearchFiles.json(query, search.search(query.machine())));
                case ATOM -> FeedAnswers.atom(feed("/search.atom", query));
                case JSONFEED -> FeedAnswers.json(feed("/search.jsonfeed", query));
                case HTML -> page(query, search.search(query.request()), model, response);
            };
        } catch (BadCursorException e) {
            throw Refusal.badRequest("cursor", String.valueOf(query.cursor()));
        }
    }

    /** A document's number alone leads to the document. */
    private Object page(SearchQuery query, SearchResult result, Model model, HttpServletResponse response) {
        String number = result.understood().number();
        if (number != null && query.isTextAlone()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/doc/" + number))
                    .cacheControl(CacheControl.noCache())
                    .build();
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        model.addAttribute("view", SearchView.of(query, result));
        String absent = result.understood().absent();
        if (absent != null) {
            model.addAttribute("absent", AbsentNumber.of(absent, stubs, search));
        }
        return "site/search";
    }

    /** A feed is carried on by who reads it, so that what is for its own page only is not in it. */
    private Feed feed(String path, SearchQuery query) {
        return SearchFeed.of(identity.base(), path, feedTitle(query), query, search.feed(query.feed()));
    }

    /** By it readers tell the feeds that they follow apart, so that it names the filters too. */
    private String feedTitle(SearchQuery query) {
        if (query.isFiltered()) {
            return topics.title(query) + " · " + phrases.text("site.name");
        }
        return query.text().isEmpty() ? phrases.text("site.name") : phrases.text("search.title", query.text());
    }

    private static ResponseEntity.BodyBuilder file(SearchForm form) {
        MediaType type = form.types().get(0);
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .header(ROBOTS, "noindex");
    }

    /** All hits, however many, written as they are found. */
    private @Nullable Object csv(SearchQuery query, HttpServletResponse response) {
        SearchRequest request = query.request();
        SearchResult first = search.search(request.from(SearchRequest.START, ROWS_AT_ONCE));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(ROBOTS, "noindex");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(query));
        try {
            SearchFiles.csv(
                    identity.base(),
                    cursor -> cursor.equals(SearchRequest.START)
                            ? first
                            : search.search(request.from(cursor, ROWS_AT_ONCE)),
                    new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("the rows cannot be sent", e);
        }
    }

    private static String disposition(SearchQuery query) {
        return FileName.attachment("gongbao" + (query.text().isEmpty() ? "" : "-" + query.text()), "csv", "gongbao");
    }
}
