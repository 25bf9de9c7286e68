package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.publication.GazetteHoldings;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Gazettes by series and year: which issues are here, and which are missing. */
@Controller
class GazetteController {

    private final GazetteHoldings holdings;

    GazetteController(GazetteHoldings holdings) {
        this.holdings = holdings;
    }

    @GetMapping("/gazette")
    String page(Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        model.addAttribute("series", holdings.series());
        return "site/gazette";
    }

    @GetMapping("/gazette.json")
    ResponseEntity<byte[]> json() {
        List<Map<String, @Nullable Object>> issues = new ArrayList<>();
        for (GazetteHoldings.Series series : holdings.series()) {
            for (GazetteHoldings.Year year : series.years()) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                values.put("series", series.name());
                values.put("year", year.year());
                values.put(
                        "issues",
                        year.issues().stream().map(GazetteController::issue).toList());
                values.put("missing", year.missing());
                issues.add(values);
            }
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(CanonicalJson.bytes(issues));
    }

    private static Map<String, @Nullable Object> issue(GazetteHoldings.Issue issue) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("issue", issue.number());
        values.put("id", issue.whole() == null ? null : "/id/doc/" + issue.whole());
        values.put("documents", issue.documents());
        return values;
    }
}
