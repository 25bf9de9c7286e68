package org.gongbao.web.site;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongbao.linkeddata.RdfFormat;
import org.gongbao.linkeddata.RegisterGraphs;
import org.gongbao.search.AgencyCounts;
import org.gongbao.search.AgencyCounts.Name;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.DutyRequest;
import org.gongbao.search.DutyResult;
import org.gongbao.search.DutySearch;
import org.gongbao.search.SearchRequest;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.gongbao.search.SearchResult;
import org.gongbao.web.LinkedAnswers;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.util.UriUtils;

/**
 * Agencies (机关) by the identifier of the authority file. The name of an issuer, by which linked data knows it, leads to the
 * agency that it is; where that is not known, to what was issued under the name.
 */
@Controller
class OrgController {

    /** {@code 990100-finance}, and {@code 990100} for a division itself. */
    private static final int NEWEST = 8;

    private static final int DUTIES = 5;

    private final AgencyCounts agencies;
    private final DocumentSearch search;
    private final RegisterGraphs graphs;
    private final AgencyChanges changes;
    private final DutySearch duties;
    private final DutyEvidence evidence;

    OrgController(
            AgencyCounts agencies,
            DocumentSearch search,
            RegisterGraphs graphs,
            AgencyChanges changes,
            DutySearch duties,
            DutyEvidence evidence) {
        this.duties = duties;
        this.evidence = evidence;
        this.changes = changes;
        this.agencies = agencies;
        this.search = search;
        this.graphs = graphs;
    }

    /** All agencies; as a page they are among the other ways into what is published. */
    @GetMapping({"/org", "/org.{suffix:[a-z]+}"})
    @Nullable
    Object all(@PathVariable(required = false) @Nullable String suffix, ServletWebRequest request) {
        Optional<RdfFormat> format = LinkedAnswers.wanted(suffix, request);
        if (format.isEmpty()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/browse"))
                    .build();
        }
        List<RegisterGraphs.Member> members = agencies.titles().entrySet().stream()
                .map(agency -> new RegisterGraphs.Member(List.of("org", agency.getKey()), agency.getValue()))
                .toList();
        RegisterGraphs.Listing listing = new RegisterGraphs.Listing(List.of("org"), "发文机关", members);
        return LinkedAnswers.answer("/org", format.get(), request, out -> graphs.write(listing, format.get(), out));
    }

    @GetMapping("/org/{key}")
    @Nullable
    Object page(@PathVariable String key, Model model, ServletWebRequest request) {
        LinkedAnswers.Named named = LinkedAnswers.split(key);
        Optional<RdfFormat> format = LinkedAnswers.wanted(named.suffix(), request);
        String id = named.name();
        boolean isIdentifier = AgencyCounts.IDENTIFIER.matcher(id).matches();
        List<Name> names = isIdentifier ? agencies.namesOf(id) : agencies.called(id);
        if (isIdentifier && names.isEmpty()) {
            throw Refusal.notFound();
        }
        List<String> ids = names.stream().map(Name::id).distinct().toList();
        if (!isIdentifier && ids.size() == 1) {
            String suffix = named.suffix() == null ? "" : "." + named.suffix();
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/org/" + ids.get(0) + suffix))
                    .build();
        }
        OrgView view = isIdentifier ? agency(id, names) : issuer(id, names);
        String path = "/org/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
        if (format.isPresent()) {
            RegisterGraphs.Agency agency = linked(view, id, isIdentifier);
            return LinkedAnswers.answer(path, format.get(), request, out -> graphs.write(agency, format.get(), out));
        }
        LinkedAnswers.describe(Objects.requireNonNull(request.getResponse()), path);
        model.addAttribute("view", view);
        return "site/org";
    }

    private RegisterGraphs.Agency linked(OrgView view, String id, boolean isIdentifier) {
        List<String> names = Stream.concat(
                        Stream.of(view.title()),
                        view.names().stream().flatMap(name -> Stream.of(name.title(), name.printed())))
                .distinct()
                .toList();
        return new RegisterGraphs.Agency(id, isIdentifier ? id : null, view.place(), names, changes(id, isIdentifier));
    }

    private List<RegisterGraphs.Change> changes(String id, boolean isIdentifier) {
        return isIdentifier ? changes.of(id, other -> !agencies.namesOf(other).isEmpty()) : List.of();
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
                duties(id == null ? title : id),
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

    private OrgView.Duties duties(String unit) {
        DutyResult found = duties.search(DutyRequest.of(DUTIES)
                .units(List.of(unit))
                .order(DutyRequest.Order.LATEST)
                .build());
        String asked = "?unit=" + URLEncoder.encode(unit, StandardCharsets.UTF_8);
        return new OrgView.Duties(
                found.total(),
                DutyView.rows(found.duties(), evidence.of(found.duties())),
                evidence.isKnown(),
                "/duties" + asked,
                "/duties.ics" + asked);
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
