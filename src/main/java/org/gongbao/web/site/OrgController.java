package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongbao.search.AgencyCounts;
import org.gongbao.search.AgencyCounts.Name;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchRequest;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.gongbao.search.SearchResult;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Agencies (机关) by the identifier of the authority file. The name of an issuer, by which linked data knows it, leads to the
 * agency that it is; where that is not known, to what was issued under the name.
 */
@Controller
class OrgController {

    /** {@code 990100-finance}, and {@code 990100} for a division itself. */
    private static final Pattern IDENTIFIER = Pattern.compile("\\d{6}(?:-[a-z0-9-]+)?");

    private static final int NEWEST = 8;

    private final AgencyCounts agencies;
    private final DocumentSearch search;

    OrgController(AgencyCounts agencies, DocumentSearch search) {
        this.agencies = agencies;
        this.search = search;
    }

    @GetMapping("/org/{id}")
    Object page(@PathVariable String id, Model model, HttpServletResponse response) {
        OrgView view;
        if (IDENTIFIER.matcher(id).matches()) {
            List<Name> names = agencies.namesOf(id);
            if (names.isEmpty()) {
                throw Refusal.notFound();
            }
            view = agency(id, names);
        } else {
            List<Name> called = agencies.called(id);
            List<String> ids = called.stream().map(Name::id).distinct().toList();
            if (ids.size() == 1) {
                return ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/org/" + ids.get(0)))
                        .build();
            }
            view = issuer(id, called);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        model.addAttribute("view", view);
        return "site/org";
    }

    private OrgView agency(String id, List<Name> names) {
        List<Name> distinct = distinct(names);
        return view(
                id,
                distinct.get(0).title(),
                distinct.get(0).place(),
                distinct,
                List.of(),
                Counted.with(Facet.AGENCY, id));
    }

    private OrgView issuer(String name, List<Name> called) {
        OrgView view = view(null, name, null, List.of(), called, Counted.with(Facet.ISSUER, name));
        if (view.documents() == 0) {
            throw Refusal.notFound();
        }
        return view;
    }

    private OrgView view(
            @Nullable String id,
            String title,
            @Nullable String place,
            List<Name> names,
            List<Name> alike,
            SearchQuery query) {
        SearchResult found =
                search.search(new SearchRequest(query.text(), query.filters(), null, Sort.NEWEST, 1, NEWEST));
        return new OrgView(
                id,
                title,
                place,
                names,
                alike,
                found.total(),
                found.hits(),
                SearchAddress.of(query),
                "/duties?unit=" + URLEncoder.encode(title, StandardCharsets.UTF_8),
                FollowLinks.of(query),
                BarChart.lines("years", counted(query, Facet.YEAR, found, Comparator.comparing(Counted::label))),
                BarChart.stacked(
                        "kinds",
                        counted(
                                query,
                                Facet.KIND,
                                found,
                                Comparator.comparingLong(Counted::documents).reversed())));
    }

    private static List<Counted> counted(
            SearchQuery query, Facet facet, SearchResult found, Comparator<Counted> order) {
        return found.facets().getOrDefault(facet, List.of()).stream()
                .map(count -> new Counted(
                        facet.parameter(),
                        count.value(),
                        count.documents(),
                        SearchAddress.of(query.with(facet, count.value()))))
                .sorted(order)
                .toList();
    }

    /** One line a name and time, whatever spellings documents have for it. */
    private static List<Name> distinct(List<Name> names) {
        Map<List<Object>, Name> distinct = new LinkedHashMap<>();
        names.stream()
                .sorted(Comparator.comparingLong(Name::documents).reversed())
                .forEach(name -> distinct.putIfAbsent(
                        List.of(name.title(), String.valueOf(name.since()), String.valueOf(name.until())), name));
        return List.copyOf(distinct.values());
    }
}
