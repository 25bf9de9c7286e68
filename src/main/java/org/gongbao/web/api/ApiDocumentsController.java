package org.gongbao.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.search.BadCursorException;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchRequest;
import org.gongbao.search.SearchResult;
import org.gongbao.web.Refusal;
import org.gongbao.web.SiteIdentity;
import org.gongbao.web.site.SearchQuery;
import org.gongbao.web.site.Tombstones;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Documents that are open data, asked for as on the search page, and one by one. */
@RestController
class ApiDocumentsController {

    /** What tells documents apart; whole records are asked for by name, or one by one. */
    private static final List<String> USUAL = List.of(
            "id",
            "uri",
            "uid",
            "eliUri",
            "version",
            "releasedAt",
            "versionAt",
            "terms",
            "title",
            "enclosedTitle",
            "documentNumber",
            "documentKind",
            "issuers",
            "issuedOn",
            "effectiveOn",
            "themes",
            "validityToday");

    private final DocumentSearch search;
    private final PublishedDocuments documents;
    private final Tombstones tombstones;
    private final SiteIdentity site;
    private final Clock clock;

    ApiDocumentsController(
            DocumentSearch search,
            PublishedDocuments documents,
            Tombstones tombstones,
            SiteIdentity site,
            Clock clock) {
        this.search = search;
        this.documents = documents;
        this.tombstones = tombstones;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping("/api/v1/documents")
    ResponseEntity<byte[]> list(@RequestParam MultiValueMap<String, String> given) {
        ApiParameters parameters = ApiParameters.of(ApiList.DOCUMENTS, given);
        List.of("q", "inForceOn", "sort").forEach(parameters::one);
        Set<String> fields = parameters.fields(USUAL);
        String cursor = parameters.cursor();
        SearchQuery query = SearchQuery.of(parameters.filters());
        SearchRequest request = query.from(cursor == null ? SearchRequest.START : cursor, parameters.limit());
        SearchResult found = found(request, cursor);
        List<Map<String, @Nullable Object>> items = found.hits().stream()
                .flatMap(hit -> open(new Uid(hit.uid())).stream())
                .map(document -> ApiParameters.only(fields, OpenRecord.of(document, site.base(), today())))
                .toList();
        return ApiAnswers.list(found.total(), items, parameters.next(found.next()));
    }

    /** A withdrawn document is answered as everywhere (410); one that is no open data has its page and is not here. */
    @GetMapping("/api/v1/documents/{uid}")
    @Nullable
    Object one(
            @PathVariable String uid,
            @RequestParam MultiValueMap<String, String> given,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Set<String> fields = ApiParameters.ofItem(ApiList.DOCUMENTS, given).fields(ApiList.DOCUMENTS.fields());
        if (!Uid.isUid(uid)) {
            throw Refusal.notFound();
        }
        PublicState state = documents.find(new Uid(uid)).orElseThrow(Refusal::notFound);
        if (state instanceof PublicState.Gone gone) {
            return tombstones.answer(gone, request, response);
        }
        PublishedDocument document =
                open(new Uid(uid)).orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "not-open-data", "/doc/" + uid));
        return ApiAnswers.item(ApiParameters.only(fields, OpenRecord.of(document, site.base(), today())));
    }

    private SearchResult found(SearchRequest request, @Nullable String cursor) {
        try {
            return search.open(request);
        } catch (BadCursorException e) {
            throw Refusal.badRequest("cursor", String.valueOf(cursor));
        }
    }

    /** The index may be a moment behind; what is not to be given out any more is not. */
    private Optional<PublishedDocument> open(Uid uid) {
        return documents
                .find(uid)
                .filter(PublicState.Public.class::isInstance)
                .map(state -> ((PublicState.Public) state).document())
                .filter(document -> document.terms().isOpenData());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(site.zone()));
    }
}
