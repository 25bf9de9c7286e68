package org.gongbao.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.search.AgencyCounts;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchRequest;
import org.gongbao.search.SearchRequest.Sort;
import org.gongbao.search.SearchUnavailableException;
import org.gongbao.web.TrafficSettings;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The description of the interface for programs, and a page of this site on which to try it: forms, no script. */
@Controller
class OpenApiController {

    private static final MediaType OPENAPI = MediaType.parseMediaType("application/vnd.oai.openapi+json;version=3.1");

    private final DocumentSearch search;
    private final AgencyCounts agencies;
    private final TrafficSettings limits;

    OpenApiController(DocumentSearch search, AgencyCounts agencies, TrafficSettings limits) {
        this.search = search;
        this.agencies = agencies;
        this.limits = limits;
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> description() {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().contentType(OPENAPI).cacheControl(CacheControl.noCache());
        return ApiAnswers.tagged(answer, api().bytes());
    }

    @GetMapping({"/api", "/api/", "/api/v1", "/api/v1/"})
    String page(Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.LINK, "</openapi.json>; rel=\"service-desc\"");
        boolean isChinese = LocaleContextHolder.getLocale().getLanguage().equals("zh");
        model.addAttribute("operations", ApiOperation.of(api(), isChinese));
        model.addAttribute("limits", limits);
        model.addAttribute("most", ApiParameters.MOST);
        return "api/try";
    }

    /** With the newest document and an agency of this store, where there are. */
    private OpenApi api() {
        Map<String, String> examples = new LinkedHashMap<>();
        try {
            search.open(new SearchRequest("", Map.of(), null, Sort.PUBLISHED, 1, 1).hitsAlone())
                    .hits()
                    .forEach(hit -> examples.put("uid", hit.uid()));
            List<AgencyCounts.Name> names = agencies.openNames();
            names.stream().limit(1).forEach(name -> examples.put("agency", name.id()));
        } catch (SearchUnavailableException e) {
            examples.clear();
        }
        return OpenApi.of(examples);
    }
}
