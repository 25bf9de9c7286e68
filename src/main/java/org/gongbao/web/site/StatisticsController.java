package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.gongbao.publication.GazetteHoldings;
import org.gongbao.search.AgencyCounts;
import org.gongbao.search.AgencyCounts.Cell;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchRequest;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.gongbao.search.SearchResult;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Numbers of what is published, and what of the gazettes is missing. */
@Controller
class StatisticsController {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final AgencyCounts agencies;
    private final DocumentSearch search;
    private final GazetteHoldings holdings;

    StatisticsController(AgencyCounts agencies, DocumentSearch search, GazetteHoldings holdings) {
        this.agencies = agencies;
        this.search = search;
        this.holdings = holdings;
    }

    /** @param kind the one kind that the matrix is asked for */
    @GetMapping("/statistics")
    String page(@RequestParam(required = false) @Nullable String kind, Model model, HttpServletResponse response) {
        SearchResult all = search.search(new SearchRequest("", Map.of(), null, Sort.NEWEST, 1, 0));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        model.addAttribute(
                "view",
                StatisticsView.of(
                        all.total(),
                        agencies.cells(),
                        agencies.titles(),
                        facet -> counted(all, facet),
                        kind == null || kind.isBlank() ? null : kind));
        model.addAttribute("series", holdings.series());
        return "site/statistics";
    }

    private static List<Counted> counted(SearchResult all, Facet facet) {
        return all.facets().getOrDefault(facet, List.of()).stream()
                .map(count -> Counted.of(facet, count.value(), count.documents()))
                .toList();
    }

    /** The whole matrix: agency, year, kind and number. */
    @GetMapping("/statistics.csv")
    ResponseEntity<byte[]> csv() {
        Map<String, String> titles = agencies.titles();
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord("agency", "name", "year", "kind", "documents");
            for (Cell cell : agencies.cells()) {
                boolean isKnown = titles.containsKey(cell.agency());
                csv.printRecord(
                        isKnown ? cell.agency() : "",
                        SearchFiles.cell(isKnown ? titles.get(cell.agency()) : cell.agency()),
                        cell.year(),
                        SearchFiles.cell(cell.kind()),
                        cell.documents());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .header("X-Robots-Tag", "noindex")
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.attachment("gongbao-statistics", "csv", "gongbao"))
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
