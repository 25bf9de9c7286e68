package org.gongbao.web.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.record.CanonicalJson;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.DocumentSearch.Suggestion;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What somebody may mean who is typing (输入提示): issuers and titles with where they lead. */
@RestController
class SuggestController {

    private final DocumentSearch search;

    SuggestController(DocumentSearch search) {
        this.search = search;
    }

    @GetMapping("/suggest.json")
    ResponseEntity<byte[]> suggest(@RequestParam(name = "q", defaultValue = "") String typed) {
        List<Map<String, @Nullable Object>> items =
                search.suggest(typed).stream().map(SuggestController::item).toList();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .header("X-Robots-Tag", "noindex")
                .body(CanonicalJson.bytes(Map.of("items", items)));
    }

    private static Map<String, @Nullable Object> item(Suggestion suggestion) {
        String uid = suggestion.uid();
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("kind", uid == null ? "issuer" : "document");
        item.put("text", suggestion.text());
        item.put("documents", suggestion.documents());
        item.put("address", uid == null ? issued(suggestion.text()) : "/doc/" + uid);
        return item;
    }

    private static String issued(String issuer) {
        return SearchAddress.of(new SearchQuery("", Map.of(Facet.ISSUER, List.of(issuer)), null, Sort.RELEVANCE, 1));
    }
}
