package org.gongbao.web.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongbao.search.AgencyCounts;
import org.gongbao.search.AgencyCounts.Name;
import org.gongbao.web.Refusal;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Agencies (机关) of the authority file that issued documents which are open data, by their identifiers. */
@RestController
class ApiAgenciesController {

    private final AgencyCounts agencies;
    private final SiteIdentity site;

    ApiAgenciesController(AgencyCounts agencies, SiteIdentity site) {
        this.agencies = agencies;
        this.site = site;
    }

    @GetMapping("/api/v1/agencies")
    ResponseEntity<byte[]> list(@RequestParam MultiValueMap<String, String> given) {
        ApiParameters parameters = ApiParameters.of(ApiList.AGENCIES, given);
        Set<String> fields = parameters.fields(ApiList.AGENCIES.fields());
        String words = parameters.one("q");
        String place = parameters.one("place");
        String cursor = parameters.cursor();
        List<Map<String, @Nullable Object>> all = byId().entrySet().stream()
                .filter(agency -> place == null || agency.getKey().startsWith(place))
                .filter(agency -> words == null
                        || agency.getValue().stream()
                                .anyMatch(name -> name.printed().contains(words)
                                        || name.fullName().contains(words)))
                .map(agency -> item(agency.getKey(), agency.getValue()))
                .toList();
        List<Map<String, @Nullable Object>> rest = all.stream()
                .filter(agency ->
                        cursor == null || String.valueOf(agency.get("id")).compareTo(cursor) > 0)
                .toList();
        List<Map<String, @Nullable Object>> page = rest.subList(0, Math.min(parameters.limit(), rest.size()));
        String next = page.size() == rest.size()
                ? null
                : parameters.next(String.valueOf(page.get(page.size() - 1).get("id")));
        return ApiAnswers.list(
                all.size(),
                page.stream().map(agency -> ApiParameters.only(fields, agency)).toList(),
                next);
    }

    @GetMapping("/api/v1/agencies/{id}")
    ResponseEntity<byte[]> one(@PathVariable String id, @RequestParam MultiValueMap<String, String> given) {
        Set<String> fields = ApiParameters.ofItem(ApiList.AGENCIES, given).fields(ApiList.AGENCIES.fields());
        List<Name> names = byId().get(id);
        if (names == null) {
            throw Refusal.notFound();
        }
        return ApiAnswers.item(ApiParameters.only(fields, item(id, names)));
    }

    private Map<String, List<Name>> byId() {
        Map<String, List<Name>> byId = new TreeMap<>();
        agencies.openNames()
                .forEach(name ->
                        byId.computeIfAbsent(name.id(), id -> new ArrayList<>()).add(name));
        return byId;
    }

    private Map<String, @Nullable Object> item(String id, List<Name> names) {
        List<Name> ordered = names.stream()
                .sorted(Comparator.comparingLong(Name::documents).reversed().thenComparing(Name::printed))
                .toList();
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", id);
        item.put("uri", site.base() + "/org/" + id);
        item.put("title", ordered.get(0).title());
        item.put("place", ordered.get(0).place());
        item.put("names", ordered.stream().map(ApiAgenciesController::name).toList());
        item.put("documents", "/api/v1/documents?agency=" + id);
        return item;
    }

    private static Map<String, @Nullable Object> name(Name name) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", name.printed());
        values.put("fullName", name.fullName().isEmpty() ? null : name.fullName());
        values.put("since", name.since());
        values.put("until", name.until());
        values.put("documents", name.documents());
        return values;
    }
}
