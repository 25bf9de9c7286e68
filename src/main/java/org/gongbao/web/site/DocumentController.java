package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.web.AcceptedForms;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** Documents: the permanent address, the page, and every other form by suffix or by {@code Accept}. */
@Controller
class DocumentController {

    private final PublishedDocuments documents;
    private final DocumentAnswers answers;
    private final Tombstones tombstones;

    DocumentController(PublishedDocuments documents, DocumentAnswers answers, Tombstones tombstones) {
        this.documents = documents;
        this.answers = answers;
        this.tombstones = tombstones;
    }

    /** The permanent address of the document itself leads to the page about it (303). */
    @GetMapping("/id/doc/{uid}")
    ResponseEntity<Void> identifier(@PathVariable String uid) {
        find(uid);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/doc/" + uid))
                .build();
    }

    @GetMapping("/doc/{name}")
    @Nullable
    Object document(@PathVariable String name, Model model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int dot = name.indexOf('.');
        String suffix = dot < 0 ? null : name.substring(dot + 1);
        Optional<Representation> wanted = suffix == null ? Optional.empty() : Representation.ofSuffix(suffix);
        if (suffix != null && wanted.isEmpty()) {
            throw Refusal.notFound();
        }
        PublicState state = find(dot < 0 ? name : name.substring(0, dot));
        if (state instanceof PublicState.Gone gone) {
            return tombstones.answer(gone, wanted.orElse(null), request, response);
        }
        PublishedDocument document = ((PublicState.Public) state).document();
        Representation form = wanted.isPresent() ? wanted.get() : negotiated(document, request);
        if (!Representation.offeredOf(document).contains(form)) {
            throw isHeldBack(document)
                    ? new Refusal(HttpStatus.GONE, "being-replaced")
                    : new Refusal(HttpStatus.NOT_FOUND, "no-pdf");
        }
        return answers.answer(document, form, model, new ServletWebRequest(request, response));
    }

    private static boolean isHeldBack(PublishedDocument document) {
        return document.issue() != null && document.issue().isHeldBack();
    }

    private PublicState find(String uid) {
        if (!Uid.isUid(uid)) {
            throw Refusal.notFound();
        }
        return documents.find(new Uid(uid)).orElseThrow(Refusal::notFound);
    }

    private static Representation negotiated(PublishedDocument document, HttpServletRequest request) {
        List<Representation> offered = Representation.offeredOf(document);
        return AcceptedForms.of(request.getHeader(HttpHeaders.ACCEPT))
                .best(offered, Representation::types)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_ACCEPTABLE,
                        "not-acceptable",
                        offered.stream().map(Representation::offer).collect(Collectors.joining(", "))));
    }
}
