package org.gongbao.web.site;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongbao.linkeddata.RdfFormat;
import org.gongbao.linkeddata.RegisterGraphs;
import org.gongbao.publication.GazetteHoldings;
import org.gongbao.publication.IssueContents;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.GazetteIssue;
import org.gongbao.search.SearchRequest;
import org.gongbao.web.LinkedAnswers;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** Gazettes by series and year: which issues are here, and which are missing. */
@Controller
class GazetteController {

    private static final String ISSUE = "/gazette/{series}/{year:\\d{1,4}}/{issue:\\d{1,4}}";

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");

    private final GazetteHoldings holdings;
    private final PublishedDocuments documents;
    private final RegisterGraphs graphs;

    GazetteController(GazetteHoldings holdings, PublishedDocuments documents, RegisterGraphs graphs) {
        this.holdings = holdings;
        this.documents = documents;
        this.graphs = graphs;
    }

    /**
     * An issue that was put together here, or with {@code ?read=} its documents from that one on; another one leads to its document, or to
     * what is here of it.
     */
    @GetMapping({ISSUE, ISSUE + ".{suffix:[a-z]+}"})
    @Nullable
    Object issue(
            @PathVariable String series,
            @PathVariable int year,
            @PathVariable int issue,
            @PathVariable(required = false) @Nullable String suffix,
            Model model,
            ServletWebRequest request) {
        GazetteHoldings.Issue held = holdings.series().stream()
                .filter(each -> each.name().equals(series))
                .flatMap(each -> each.years().stream())
                .filter(each -> each.year() == year)
                .flatMap(each -> each.issues().stream())
                .filter(each -> each.number() == issue)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        String path = IssueAddress.of(series, year, issue);
        Optional<RdfFormat> format = LinkedAnswers.wanted(suffix, request);
        if (format.isPresent()) {
            RegisterGraphs.Issue linked =
                    new RegisterGraphs.Issue(series, year, issue, held.whole(), parts(held.whole()));
            return LinkedAnswers.answer(path, format.get(), request, out -> graphs.write(linked, format.get(), out));
        }
        LinkedAnswers.describe(Objects.requireNonNull(request.getResponse()), path);
        return page(new GazetteIssue(series, year, issue, null), path, held, model, request);
    }

    private Object page(
            GazetteIssue issue, String path, GazetteHoldings.Issue held, Model model, ServletWebRequest request) {
        if (held.whole() == null) {
            String words = Objects.requireNonNull(FieldView.gazette(issue));
            return see(SearchAddress.of(new SearchQuery(words, Map.of(), null, SearchRequest.Sort.RELEVANCE, 1)));
        }
        if (!(documents.find(held.whole()).orElse(null) instanceof PublicState.Public found)) {
            throw Refusal.notFound();
        }
        if (found.document().issue() == null) {
            return see("/doc/" + held.whole());
        }
        IssueContents contents = found.document().issue();
        model.addAttribute("view", IssueView.of(found.document(), contents, documents));
        model.addAttribute("address", path);
        model.addAttribute("neighbours", IssueNeighbours.of(holdings.series(), issue, held.number()));
        String from = request.getParameter("read");
        return from == null ? "site/issue" : reading(from, contents, model, request);
    }

    /** The documents of an issue one after the other, from one of them on. */
    private String reading(String from, IssueContents contents, Model model, ServletWebRequest request) {
        int number = NUMBER.matcher(from).matches() ? Integer.parseInt(from) : 0;
        if (number < 1 || number > contents.entries().size()) {
            throw Refusal.notFound();
        }
        Objects.requireNonNull(request.getResponse()).setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("reading", IssueReading.of(contents, number, documents));
        return "site/issue-read";
    }

    /** The documents that an issue which was put together here prints, as far as they may be shown. */
    private List<Uid> parts(@Nullable Uid whole) {
        if (whole == null
                || !(documents.find(whole).orElse(null) instanceof PublicState.Public found)
                || found.document().issue() == null) {
            return List.of();
        }
        return found.document().issue().entries().stream()
                .filter(entry -> !entry.isTombstone())
                .map(IssueContents.Entry::uid)
                .distinct()
                .toList();
    }

    private static ResponseEntity<Void> see(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    @GetMapping({"/gazette", "/gazette.{suffix:[a-z]+}"})
    @Nullable
    Object all(@PathVariable(required = false) @Nullable String suffix, Model model, ServletWebRequest request) {
        Optional<RdfFormat> format = LinkedAnswers.wanted(suffix, request);
        if (format.isPresent()) {
            RegisterGraphs.Listing listing = new RegisterGraphs.Listing(List.of("gazette"), "政府公报", members());
            return LinkedAnswers.answer(
                    "/gazette", format.get(), request, out -> graphs.write(listing, format.get(), out));
        }
        LinkedAnswers.describe(Objects.requireNonNull(request.getResponse()), "/gazette");
        model.addAttribute("series", holdings.series());
        return "site/gazette";
    }

    private List<RegisterGraphs.Member> members() {
        List<RegisterGraphs.Member> members = new ArrayList<>();
        for (GazetteHoldings.Series series : holdings.series()) {
            for (GazetteHoldings.Year year : series.years()) {
                for (GazetteHoldings.Issue issue : year.issues()) {
                    String name = series.name() + year.year() + "年第" + issue.number() + "期";
                    members.add(new RegisterGraphs.Member(
                            List.of(
                                    "gazette",
                                    series.name(),
                                    Integer.toString(year.year()),
                                    Integer.toString(issue.number())),
                            name));
                }
            }
        }
        return members;
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
