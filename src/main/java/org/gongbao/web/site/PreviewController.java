package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is seen of a cited document without going there: a few words in the reader's language. */
@Controller
class PreviewController {

    private static final int LONGEST = 160;

    private final OpenDocuments documents;
    private final Phrases phrases;
    private final SiteIdentity identity;
    private final java.time.Clock clock;

    PreviewController(OpenDocuments documents, Phrases phrases, SiteIdentity identity, java.time.Clock clock) {
        this.documents = documents;
        this.phrases = phrases;
        this.identity = identity;
        this.clock = clock;
    }

    @GetMapping("/doc/{uid}/preview.json")
    @Nullable
    Object preview(@PathVariable String uid, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return documents.answer(
                uid,
                request,
                response,
                document -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noCache())
                        .header("X-Robots-Tag", "noindex")
                        .body(CanonicalJson.bytes(words(document))));
    }

    private Map<String, @Nullable Object> words(PublishedDocument document) {
        DocumentRecord record = document.record();
        Map<String, @Nullable Object> words = new LinkedHashMap<>();
        String title = record.displayTitle();
        words.put("title", title == null ? phrases.text("document.untitled") : title);
        words.put("number", record.documentNumber());
        words.put("issuers", String.join("、", record.issuers()));
        words.put("date", phrases.date(record.issuedOn()));
        ValidityView validity = ValidityView.of(document, java.time.LocalDate.now(clock.withZone(identity.zone())));
        words.put("validity", phrases.term("validity", validity.status()));
        words.put("summary", cut(record.summary()));
        words.put("language", record.language());
        return words;
    }

    private static @Nullable String cut(@Nullable String summary) {
        if (summary == null || summary.codePointCount(0, summary.length()) <= LONGEST) {
            return summary;
        }
        return summary.substring(0, summary.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
