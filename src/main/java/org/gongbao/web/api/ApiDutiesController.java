package org.gongbao.web.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongbao.search.DutyResult;
import org.gongbao.search.DutySearch;
import org.gongbao.web.SiteIdentity;
import org.gongbao.web.site.DutyEvidence;
import org.gongbao.web.site.DutyEvidence.Shown;
import org.gongbao.web.site.DutyFiles;
import org.gongbao.web.site.DutyQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Duties (任务) of documents whose whole text is open data, asked for as on the page of duties. */
@RestController
class ApiDutiesController {

    private final DutySearch search;
    private final DutyEvidence evidence;
    private final SiteIdentity site;

    ApiDutiesController(DutySearch search, DutyEvidence evidence, SiteIdentity site) {
        this.search = search;
        this.evidence = evidence;
        this.site = site;
    }

    @GetMapping("/api/v1/duties")
    ResponseEntity<byte[]> list(@RequestParam MultiValueMap<String, String> given) {
        ApiParameters parameters = ApiParameters.of(ApiList.DUTIES, given);
        List.of("role", "month", "from", "to", "document", "status", "sort").forEach(parameters::one);
        Set<String> fields = parameters.fields(ApiList.DUTIES.fields());
        MultiValueMap<String, String> filters = parameters.filters();
        String cursor = parameters.cursor();
        if (cursor != null) {
            filters.set("after", cursor);
        }
        DutyQuery query = DutyQuery.of(filters);
        Set<String> evident = query.asksForStatus() ? evidence.duties() : Set.of();
        DutyResult found = search.search(query.request(evident, parameters.limit(), true, false));
        DutyFiles files = new DutyFiles(site.base(), evidence.isKnown());
        Map<String, List<Shown>> shown = evidence.of(found.duties());
        return ApiAnswers.list(
                found.total(),
                found.duties().stream()
                        .map(duty -> ApiParameters.only(fields, files.item(duty, shown)))
                        .toList(),
                parameters.next(found.next() == null ? null : found.next().toString()));
    }
}
