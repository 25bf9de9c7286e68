package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.search.DocumentSearch;
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

/** The search: a page for people, and the same results as JSON, CSV and Atom. */
@Controller
class SearchController {

    /** Most rows in a file; who needs more is told so, nothing is cut off silently. */
    private static final int MOST_ROWS = 10_000;

    private static final int ROWS_AT_ONCE = 200;

    private final DocumentSearch search;
    private final PublishedDocuments documents;
    private final SiteIdentity identity;
    private final Phrases phrases;

    SearchController(DocumentSearch search, PublishedDocuments documents, SiteIdentity identity, Phrases phrases) {
        this.search = search;
        this.documents = documents;
        this.identity = identity;
        this.phrases = phrases;
    }

    @GetMapping("/search")
    Object search(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Model model,
            HttpServletResponse response) {
        SearchForm form = AcceptedForms.of(accept)
                .best(List.of(SearchForm.values()), SearchForm::types)
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "html, json, csv, atom"));
        return answer(form, SearchQuery.of(parameters), model, response);
    }

    @GetMapping("/search.{suffix}")
    Object searchAs(
            @PathVariable String suffix,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response) {
        SearchForm form = SearchForm.ofSuffix(suffix).orElseThrow(Refusal::notFound);
        return answer(form, SearchQuery.of(parameters), model, response);
    }

    private Object answer(SearchForm form, SearchQuery query, Model model, HttpServletResponse response) {
        if (form == SearchForm.CSV) {
            return file(form, csv(query)).body(csvBytes(query));
        }
        SearchResult result = search.search(form == SearchForm.ATOM ? query.feed() : query.request());
        return switch (form) {
            case JSON -> file(form, null).body(SearchFiles.json(query, result));
            case ATOM -> file(form, null).body(SearchAtom.write(identity, feedTitle(query), query, carriedOn(result)));
            default -> page(query, result, model, response);
        };
    }

    /** A feed is carried on by who reads it, so that what is for its own page only is not in it. */
    private SearchResult carriedOn(SearchResult result) {
        List<SearchResult.Hit> hits = result.hits().stream()
                .filter(hit -> documents.find(new Uid(hit.uid())).orElse(null) instanceof PublicState.Public open
                        && open.document().terms().mayBeIndexed())
                .toList();
        return new SearchResult(result.total(), hits, result.facets());
    }

    private static String page(SearchQuery query, SearchResult result, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        model.addAttribute("view", SearchView.of(query, result));
        return "site/search";
    }

    private String feedTitle(SearchQuery query) {
        return query.text().isEmpty() ? phrases.text("site.name") : phrases.text("search.title", query.text());
    }

    private ResponseEntity.BodyBuilder file(SearchForm form, @Nullable String disposition) {
        MediaType type = form.types().get(0);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(
                        type.getType().equals("text") || type.getSubtype().endsWith("xml")
                                ? new MediaType(type, StandardCharsets.UTF_8)
                                : type)
                .cacheControl(CacheControl.noCache())
                .header("X-Robots-Tag", "noindex")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        return disposition == null ? answer : answer.header(HttpHeaders.CONTENT_DISPOSITION, disposition);
    }

    private static String csv(SearchQuery query) {
        return FileName.attachment("gongbao" + (query.text().isEmpty() ? "" : "-" + query.text()), "csv", "gongbao");
    }

    private byte[] csvBytes(SearchQuery query) {
        SearchResult first = search.search(query.rows(1, ROWS_AT_ONCE));
        if (first.total() > MOST_ROWS) {
            throw Refusal.badRequest("too-many", first.total(), MOST_ROWS);
        }
        return SearchFiles.csv(identity.base(), page -> {
            if (page == 1) {
                return first.hits();
            }
            boolean past = (page - 1L) * ROWS_AT_ONCE >= first.total();
            return past
                    ? List.of()
                    : search.search(query.rows(page, ROWS_AT_ONCE)).hits();
        });
    }
}
