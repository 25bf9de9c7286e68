package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongbao.publication.GazetteHoldings;
import org.gongbao.search.AgencyCounts;
import org.gongbao.search.AgencyCounts.Cell;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchRequest;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.gongbao.search.SearchResult;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriUtils;

/** Ways into everything that is published: agencies by place, themes, years, kinds, gazettes, topic columns. */
@Controller
class BrowseController {

    private final AgencyCounts agencies;
    private final DocumentSearch search;
    private final GazetteHoldings holdings;

    BrowseController(AgencyCounts agencies, DocumentSearch search, GazetteHoldings holdings) {
        this.agencies = agencies;
        this.search = search;
        this.holdings = holdings;
    }

    /**
     * The agencies of a division.
     *
     * @param code empty for issuers of whom it is not known which agency they are
     */
    record PlaceView(String code, List<Counted> agencies) {}

    @GetMapping("/browse")
    String page(Model model, HttpServletResponse response) {
        SearchResult all = search.search(new SearchRequest("", Map.of(), null, Sort.NEWEST, 1, 0));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        model.addAttribute("places", places());
        model.addAttribute("themes", ways(all, Facet.THEME));
        model.addAttribute("years", ways(all, Facet.YEAR));
        model.addAttribute("kinds", ways(all, Facet.KIND));
        model.addAttribute("series", holdings.series());
        return "site/browse";
    }

    private List<PlaceView> places() {
        Map<String, String> titles = agencies.titles();
        Map<String, Long> documents = new LinkedHashMap<>();
        for (Cell cell : agencies.cells()) {
            if (!cell.agency().isEmpty()) {
                documents.merge(cell.agency(), cell.documents(), Long::sum);
            }
        }
        Map<String, List<Counted>> byPlace =
                new TreeMap<>(Comparator.comparing(String::isEmpty).thenComparing(Comparator.<String>naturalOrder()));
        documents.forEach((agency, count) -> {
            String title = titles.get(agency);
            byPlace.computeIfAbsent(title == null ? "" : agency.substring(0, 6), code -> new ArrayList<>())
                    .add(new Counted(null, title == null ? agency : title, count, address(agency)));
        });
        List<PlaceView> places = new ArrayList<>();
        byPlace.forEach((code, list) -> {
            list.sort(Comparator.comparingLong(Counted::documents).reversed().thenComparing(Counted::label));
            places.add(new PlaceView(code, list));
        });
        return places;
    }

    /** The page of an agency; servers take no slash in a part of an address, which a misread name may hold. */
    static String address(String agency) {
        if (agency.indexOf('/') >= 0 || agency.indexOf('\\') >= 0) {
            return SearchAddress.of(Counted.with(Facet.AGENCY, agency));
        }
        return "/org/" + UriUtils.encodePathSegment(agency, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static List<Counted> ways(SearchResult all, Facet facet) {
        return all.facets().getOrDefault(facet, List.of()).stream()
                .map(count -> Counted.of(facet, count.value(), count.documents()))
                .toList();
    }
}
