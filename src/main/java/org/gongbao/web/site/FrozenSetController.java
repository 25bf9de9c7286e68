package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongbao.bulk.FrozenSet;
import org.gongbao.bulk.FrozenSets;
import org.gongbao.notification.FormGuard;
import org.gongbao.publication.Uid;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchRequest;
import org.gongbao.search.SearchResult;
import org.gongbao.web.LinkedAnswers;
import org.gongbao.web.Refusal;
import org.gongbao.web.ReprDigest;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps a search as a list to be cited, and shows such lists with what became of their members since. */
@Controller
class FrozenSetController {

    private static final int ROWS = 500;

    private final FrozenSets sets;
    private final FormGuard guard;
    private final DocumentSearch search;
    private final SearchTopics topics;
    private final FrozenSetView.Maker views;
    private final SiteIdentity site;

    FrozenSetController(
            FrozenSets sets,
            FormGuard guard,
            DocumentSearch search,
            SearchTopics topics,
            SiteIdentity site,
            org.gongbao.publication.PublishedDocuments documents) {
        this.site = site;
        this.sets = sets;
        this.guard = guard;
        this.search = search;
        this.topics = topics;
        this.views = new FrozenSetView.Maker(sets, documents);
    }

    @GetMapping("/data/sets/new")
    String form(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        return form(SearchTopics.topic(SearchQuery.of(parameters)).value(), model, response);
    }

    private String form(String query, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        SearchQuery asked = SearchTopics.query(query);
        long total = search.open(asked.from(SearchRequest.START, 1)).total();
        model.addAttribute("query", query);
        model.addAttribute("title", topics.title(asked));
        model.addAttribute("address", topics.path(query));
        model.addAttribute("total", total);
        model.addAttribute("most", FrozenSet.MOST);
        model.addAttribute("token", guard.token(query));
        return "site/set-new";
    }

    /** Where lists are kept, a reader finds the form. */
    @GetMapping("/data/sets")
    ResponseEntity<Void> start() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/data/sets/new"))
                .build();
    }

    @PostMapping("/data/sets")
    @Nullable
    String keep(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String website,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        String plain = SearchTopics.topic(SearchTopics.query(query)).value();
        FormGuard.Result result = guard.check(plain, token, website, request.getRemoteAddr());
        if (result == FormGuard.Result.PASSED) {
            long position = sets.position();
            List<Uid> found = found(SearchTopics.query(plain));
            if (found.size() <= FrozenSet.MOST) {
                String id = sets.keep(plain, position, found).id();
                response.setStatus(HttpStatus.SEE_OTHER.value());
                response.setHeader(HttpHeaders.LOCATION, "/data/sets/" + id);
                return null;
            }
        }
        boolean isTooMany = result == FormGuard.Result.TOO_MANY;
        response.setStatus((isTooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT).value());
        if (isTooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        }
        String problem = result == FormGuard.Result.PASSED
                ? "too-long"
                : result.name().toLowerCase(Locale.ROOT).replace('_', '-');
        model.addAttribute("problem", problem);
        return form(plain, model, response);
    }

    /** The documents of open data that a search finds; one more than may be kept where there are so many. */
    private List<Uid> found(SearchQuery query) {
        List<Uid> found = new ArrayList<>();
        String cursor = SearchRequest.START;
        while (cursor != null && found.size() <= FrozenSet.MOST) {
            SearchResult page = search.open(query.from(cursor, ROWS));
            page.hits().forEach(hit -> found.add(new Uid(hit.uid())));
            cursor = page.next();
        }
        return found;
    }

    @GetMapping({"/data/sets/{id:[0-9a-f]{16}}", "/data/sets/{id:[0-9a-f]{16}}.{suffix:json|csv|html}"})
    Object kept(
            @PathVariable String id,
            @PathVariable(required = false) @Nullable String suffix,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        FrozenSet set = sets.find(id).orElseThrow(Refusal::notFound);
        ListForm form = ListAnswers.form(suffix, request, ListForm.HTML, ListForm.JSON, ListForm.CSV);
        String path = "/data/sets/" + id;
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.VARY, "Accept, Accept-Language");
        response.setHeader(HttpHeaders.CONTENT_LOCATION, path + "." + form.suffix());
        response.setHeader(HttpHeaders.LINK, links(path));
        response.setHeader("X-Robots-Tag", "noindex");
        if (form != ListForm.HTML) {
            return file(set, path, form);
        }
        model.addAttribute("set", set);
        model.addAttribute("title", topics.title(SearchTopics.query(set.query())));
        model.addAttribute("address", topics.path(set.query()));
        model.addAttribute("view", views.of(set));
        return "site/set";
    }

    /** The address to cite it by, and its forms. */
    private String links(String path) {
        return "<" + site.base() + path + ">; rel=\"cite-as\", <" + path
                + ".json>; rel=\"alternate\"; type=\"application/json\", <" + path
                + ".csv>; rel=\"alternate\"; type=\"text/csv\"";
    }

    private ResponseEntity<byte[]> file(FrozenSet set, String path, ListForm form) {
        byte[] bytes = form == ListForm.JSON ? views.json(set) : views.csv(set);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, form == ListForm.JSON ? "application/json" : "text/csv;charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, LinkedAnswers.saved(path + "." + form.suffix()))
                .header(ReprDigest.NAME, ReprDigest.of(bytes))
                .eTag("\"" + ReprDigest.hex(bytes) + "\"")
                .body(bytes);
    }
}
