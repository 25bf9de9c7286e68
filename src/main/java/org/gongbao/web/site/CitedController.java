package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongbao.publication.CitedStubs;
import org.gongbao.publication.CitedStubs.Stub;
import org.gongbao.record.CanonicalJson;
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

/** Documents that are cited and not published here: who cites them. Once published, the address leads to the document. */
@Controller
class CitedController {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{20}");

    private final CitedStubs stubs;

    CitedController(CitedStubs stubs) {
        this.stubs = stubs;
    }

    @GetMapping("/cited/{key}")
    Object page(@PathVariable String key, Model model, HttpServletResponse response) {
        Stub stub = find(key);
        if (stub.published() != null) {
            return seeOther("/doc/" + stub.published());
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        model.addAttribute("stub", stub);
        model.addAttribute("relations", RelationGroup.of(stub.citing()));
        return "site/cited";
    }

    @GetMapping("/cited/{key}.json")
    ResponseEntity<byte[]> json(@PathVariable String key) {
        Stub stub = find(key);
        if (stub.published() != null) {
            return seeOther("/doc/" + stub.published() + ".json");
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", "/cited/" + stub.key());
        values.put("title", stub.title());
        values.put("documentNumber", stub.documentNumber());
        values.put("issuer", stub.issuer());
        values.put(
                "relations", stub.citing().stream().map(PublicRecord::relation).toList());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Robots-Tag", "noindex")
                .body(CanonicalJson.bytes(values));
    }

    private Stub find(String key) {
        if (!KEY.matcher(key).matches()) {
            throw Refusal.notFound();
        }
        return stubs.find(key).orElseThrow(Refusal::notFound);
    }

    private static <T> ResponseEntity<T> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}
