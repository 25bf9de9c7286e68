package org.gongbao.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.publication.CitationEdges;
import org.gongbao.publication.CitationEdges.Asked;
import org.gongbao.publication.CitationEdges.Edge;
import org.gongbao.publication.CitationEdges.Place;
import org.gongbao.publication.Uid;
import org.gongbao.web.Refusal;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Citations (引用) in documents whose whole text is open data. */
@RestController
class ApiCitationsController {

    /** The last citation seen: {@code 0123456789abcdef-4}. */
    private static final Pattern CURSOR = Pattern.compile("([0-9a-z]{16})-(\\d{1,6})");

    private final CitationEdges citations;
    private final SiteIdentity site;

    ApiCitationsController(CitationEdges citations, SiteIdentity site) {
        this.citations = citations;
        this.site = site;
    }

    @GetMapping("/api/v1/citations")
    ResponseEntity<byte[]> list(@RequestParam MultiValueMap<String, String> given) {
        ApiParameters parameters = ApiParameters.of(ApiList.CITATIONS, given);
        Set<String> fields = parameters.fields(ApiList.CITATIONS.fields());
        String here = parameters.choice("here", List.of("true", "false"));
        Asked asked = new Asked(
                parameters.uid("citing"),
                parameters.uid("cited"),
                parameters.one("relation"),
                here == null ? null : Boolean.valueOf(here));
        int limit = parameters.limit();
        List<Edge> found = citations.after(asked, place(parameters.cursor()), limit + 1);
        List<Edge> page = found.subList(0, Math.min(limit, found.size()));
        return ApiAnswers.list(
                citations.count(asked),
                page.stream()
                        .map(edge -> ApiParameters.only(fields, item(edge)))
                        .toList(),
                parameters.next(page.size() == found.size() ? null : cursor(page.get(page.size() - 1))));
    }

    private static @Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        Matcher form = CURSOR.matcher(cursor);
        if (!form.matches() || !Uid.isUid(form.group(1))) {
            throw Refusal.badRequest("cursor", cursor);
        }
        return new Place(new Uid(form.group(1)), Integer.parseInt(form.group(2)));
    }

    private static String cursor(Edge edge) {
        return edge.place().citing() + "-" + edge.place().ordinal();
    }

    private Map<String, @Nullable Object> item(Edge edge) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put(
                "id",
                site.base() + "/id/doc/" + edge.place().citing() + "#citation-"
                        + (edge.place().ordinal() + 1));
        item.put("citing", "/id/doc/" + edge.place().citing());
        item.put("version", edge.version());
        item.put("cited", edge.cited() == null ? null : "/id/doc/" + edge.cited());
        item.put("stub", edge.stub() == null ? null : "/cited/" + edge.stub());
        item.put("relation", edge.relation());
        item.put("title", edge.title());
        item.put("documentNumber", edge.documentNumber());
        item.put("issuer", edge.issuer());
        item.put("issuedOn", edge.issuedOn());
        item.put("quote", edge.quote());
        return item;
    }
}
