package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gongbao.notification.ReportIntake;
import org.gongbao.notification.ReportIntake.Result;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.web.Refusal;
import org.gongbao.web.site.ReportPlaces.Pointed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form on which a reader reports a mistake in a document. What is not public answers like any unknown address. */
@Controller
class ReportController {

    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{24}");

    private final PublishedDocuments documents;
    private final ReportIntake intake;
    private final Tombstones tombstones;

    ReportController(PublishedDocuments documents, ReportIntake intake, Tombstones tombstones) {
        this.documents = documents;
        this.intake = intake;
        this.tombstones = tombstones;
    }

    /** What a reader chose and typed; {@code website} is the field that people do not see. */
    record Typed(
            @Nullable String place,
            @Nullable String quote,
            @Nullable String text,
            @Nullable String contact,
            @Nullable String website,
            @Nullable String token) {}

    @GetMapping("/doc/{uid}/report")
    @Nullable
    Object form(
            @PathVariable String uid,
            @RequestParam(required = false) @Nullable String sent,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String quote,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        PublicState state = find(uid);
        if (state instanceof PublicState.Gone gone) {
            return tombstones.answer(gone, request, response);
        }
        model.addAttribute("sent", sent != null && NUMBER.matcher(sent).matches() ? sent : null);
        Typed typed = new Typed(place, quote, null, null, null, null);
        return page(((PublicState.Public) state).document(), typed, model, response);
    }

    @PostMapping("/doc/{uid}/report")
    @Nullable
    Object send(
            @PathVariable String uid,
            Typed typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        PublicState state = find(uid);
        if (state instanceof PublicState.Gone gone) {
            return tombstones.answer(gone, request, response);
        }
        PublishedDocument document = ((PublicState.Public) state).document();
        Pointed pointed = new ReportPlaces(document.record()).point(orEmpty(typed.place()), orEmpty(typed.quote()));
        if (pointed.problem() != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", pointed.problem());
            return page(document, typed, model, response);
        }
        Result result = intake.receive(new ReportIntake.Entry(
                document.uid(),
                document.version(),
                pointed.place(),
                orEmpty(typed.token()),
                orEmpty(typed.website()),
                orEmpty(typed.text()),
                orEmpty(typed.contact()),
                request.getRemoteAddr()));
        if (result == Result.RECEIVED) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            String number = intake.number(orEmpty(typed.token()));
            response.setHeader(HttpHeaders.LOCATION, "/doc/" + document.uid() + "/report?sent=" + number);
            return null;
        }
        response.setStatus(status(result).value());
        if (result == Result.TOO_MANY) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        }
        model.addAttribute("problem", result.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return page(document, typed, model, response);
    }

    private static HttpStatus status(Result result) {
        return result == Result.TOO_MANY ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private String page(PublishedDocument document, Typed typed, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("uid", document.uid().value());
        model.addAttribute("title", document.record().displayTitle());
        model.addAttribute("number", document.record().documentNumber());
        model.addAttribute("language", document.record().language());
        model.addAttribute("typed", typed);
        ReportPlaces places = new ReportPlaces(document.record());
        model.addAttribute("spot", places.find(orEmpty(typed.place())).orElse(null));
        model.addAttribute("fields", places.fields());
        model.addAttribute("mostQuote", ReportIntake.MOST_QUOTE);
        model.addAttribute("token", intake.token(document.uid()));
        model.addAttribute("most", ReportIntake.MOST_TEXT);
        model.addAttribute("mostContact", ReportIntake.MOST_CONTACT);
        return "site/report";
    }

    private PublicState find(String uid) {
        if (!Uid.isUid(uid)) {
            throw Refusal.notFound();
        }
        return documents.find(new Uid(uid)).orElseThrow(Refusal::notFound);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
