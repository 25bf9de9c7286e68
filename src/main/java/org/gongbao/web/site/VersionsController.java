package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.publication.DocumentHistory;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.record.CanonicalJson;
import org.gongbao.web.AcceptedForms;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The versions of a document (版本) and what is different between two of them, as page and JSON. */
@Controller
class VersionsController {

    private static final String TWO = "{from:[1-9]\\d{0,5}}..{to:[1-9]\\d{0,5}}";

    private final OpenDocuments documents;
    private final DocumentHistory history;

    VersionsController(OpenDocuments documents, DocumentHistory history) {
        this.documents = documents;
        this.history = history;
    }

    /** The list as JSON; for people it is part of the document's page. */
    @GetMapping("/doc/{uid}/versions")
    @Nullable
    Object versions(@PathVariable String uid, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return documents.answer(
                uid,
                request,
                response,
                document -> isJson(request)
                        ? json(CanonicalJson.bytes(Map.of("id", "/id/doc/" + uid, "events", events(document))))
                        : ResponseEntity.status(HttpStatus.SEE_OTHER)
                                .location(URI.create("/doc/" + uid + "#versions"))
                                .build());
    }

    /** Each version with its proof, and the files of its package as long as they may be read. */
    private List<Map<String, @Nullable Object>> events(PublishedDocument document) {
        int first = history.firstReadable(document.uid());
        return history.history(document.uid()).stream()
                .map(step -> {
                    Map<String, @Nullable Object> event = new LinkedHashMap<>();
                    event.put("seq", step.event().seq());
                    event.put("event", step.event().event().code());
                    event.put("version", step.event().version());
                    event.put("time", step.event().time());
                    event.put("reason", step.reason());
                    boolean isVersion = step.event().event().leavesPublic();
                    int version = step.event().version();
                    event.put("proof", isVersion ? "/doc/" + document.uid() + "/versions/" + version + "/proof" : null);
                    event.put(
                            "manifest",
                            isVersion && version >= first
                                    ? "/log/package/" + step.event().seq() + "/manifest.json"
                                    : null);
                    return event;
                })
                .toList();
    }

    @GetMapping({"/doc/{uid}/diff/" + TWO, "/doc/{uid}/diff/" + TWO + ".json"})
    @Nullable
    Object difference(
            @PathVariable String uid,
            @PathVariable int from,
            @PathVariable int to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        boolean isJson = request.getRequestURI().endsWith(".json") || isJson(request);
        return documents.answer(uid, request, response, document -> {
            VersionDifference difference = VersionDifference.of(
                    version(document, from).record(), version(document, to).record());
            response.setHeader("X-Robots-Tag", "noindex");
            if (isJson) {
                return json(difference.json(uid, from, to));
            }
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            return new ModelAndView(
                    "site/difference", Map.of("document", document, "difference", difference, "from", from, "to", to));
        });
    }

    /** A version that a correction for privacy took away is gone, as one that never was. */
    private PublicPackage version(PublishedDocument document, int number) {
        return history.version(document.uid(), number)
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "no-version", number));
    }

    private static boolean isJson(HttpServletRequest request) {
        return AcceptedForms.of(request.getHeader(HttpHeaders.ACCEPT))
                .best(List.of(ListForm.HTML, ListForm.JSON), ListForm::types)
                .filter(form -> form == ListForm.JSON)
                .isPresent();
    }

    private static ResponseEntity<byte[]> json(byte[] body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(body);
    }
}
