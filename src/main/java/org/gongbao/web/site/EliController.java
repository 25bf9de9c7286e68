package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.publication.NumberAddress;
import org.gongbao.publication.NumberedDocuments;
import org.gongbao.publication.NumberedDocuments.Answer;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;
import org.gongbao.web.Problems;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Addresses by number (ELI): they lead to the document in whatever form is wanted (303), a corrected one to the present one (301).
 * Where several documents bear a number they are listed (300), for which of them is meant nobody but the reader can say.
 */
@Controller
class EliController {

    /** Documents on a page of the list; each is read for it. */
    private static final int SIZE = 50;

    private final NumberedDocuments numbers;
    private final PublishedDocuments documents;
    private final Tombstones tombstones;

    EliController(NumberedDocuments numbers, PublishedDocuments documents, Tombstones tombstones) {
        this.numbers = numbers;
        this.documents = documents;
        this.tombstones = tombstones;
    }

    /**
     * One of the documents that an address may mean.
     *
     * @param address its page, or the form of it that was asked for
     */
    record Choice(
            String id,
            String address,
            @Nullable String title,
            @Nullable String documentNumber,
            @Nullable String documentKind,
            List<String> issuers,
            @Nullable LocalDate issuedOn) {}

    /**
     * A page of the list.
     *
     * @param total on all pages
     */
    record Choices(
            List<Choice> items,
            int total,
            @Nullable String previous,
            @Nullable String next) {}

    /** @param code as the address has it, or in Chinese as the number has it, which leads to the other */
    @GetMapping({
        "/eli/cn/{division:\\d{6}}/{code}/{year:\\d{4}}/{number:\\d{1,7}}",
        "/eli/cn/{division:\\d{6}}/{code}/{year:\\d{4}}/{number:\\d{1,7}}.{suffix:[a-z]+}"
    })
    @Nullable
    Object document(
            @PathVariable String division,
            @PathVariable String code,
            @PathVariable int year,
            @PathVariable String number,
            @PathVariable(required = false) @Nullable String suffix,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Representation> form = suffix == null ? Optional.empty() : Optional.of(form(suffix));
        NumberAddress address =
                NumberAddress.of(division, code, year, Integer.parseInt(number)).orElseThrow(Refusal::notFound);
        Answer answer = numbers.find(address).orElseThrow(Refusal::notFound);
        String end = suffix == null ? "" : "." + suffix;
        if (!address.code().equals(code)
                || !Integer.toString(address.sequence()).equals(number)) {
            return to(HttpStatus.MOVED_PERMANENTLY, address + end);
        }
        if (answer instanceof Answer.Several several) {
            return choices(several, page, form.orElse(null), request, response);
        }
        if (answer instanceof Answer.Gone gone) {
            return gone(gone.uid(), form.orElse(null), request, response);
        }
        return to(answer, end);
    }

    private static Representation form(String suffix) {
        return Representation.ofSuffix(suffix).orElseThrow(Refusal::notFound);
    }

    private static ResponseEntity<Void> to(Answer answer, String end) {
        if (answer instanceof Answer.Corrected corrected) {
            return to(HttpStatus.MOVED_PERMANENTLY, corrected.now() + end);
        }
        // A number that is not certain any more may become so again.
        Uid uid = answer instanceof Answer.Unnumbered bore ? bore.uid() : ((Answer.One) answer).uid();
        return to(HttpStatus.SEE_OTHER, "/doc/" + uid + end);
    }

    private static ResponseEntity<Void> to(HttpStatus status, String address) {
        return ResponseEntity.status(status)
                .location(URI.create(address))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private @Nullable Object gone(
            Uid uid, @Nullable Representation form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (documents.find(uid).orElse(null) instanceof PublicState.Gone gone) {
            return tombstones.answer(gone, form, request, response);
        }
        throw Refusal.notFound();
    }

    /** One page of the list. A document may have gone since the number was looked up. */
    private Object choices(
            Answer.Several several,
            int page,
            @Nullable Representation form,
            HttpServletRequest request,
            HttpServletResponse response) {
        int all = several.uids().size();
        long first = (page - 1L) * SIZE;
        if (first < 0 || first >= all) {
            throw Refusal.notFound();
        }
        List<Uid> wanted = several.uids().subList((int) first, (int) Math.min(first + SIZE, all));
        List<Choice> choices = wanted.stream()
                .flatMap(uid -> documents.find(uid).stream())
                .filter(PublicState.Public.class::isInstance)
                .map(state -> choice(((PublicState.Public) state).document(), form))
                .toList();
        int total = all - wanted.size() + choices.size();
        if (total == 0) {
            throw Refusal.notFound();
        }
        if (total == 1 && choices.size() == 1) {
            return to(HttpStatus.SEE_OTHER, choices.get(0).address());
        }
        @Nullable String previous = page == 1 ? null : request.getRequestURI() + "?page=" + (page - 1);
        @Nullable String next = first + SIZE >= all ? null : request.getRequestURI() + "?page=" + (page + 1);
        return list(new Choices(choices, total, previous, next), form, request, response);
    }

    private static Object list(
            Choices choices, @Nullable Representation form, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.VARY, "Accept, Accept-Language");
        response.setHeader("X-Robots-Tag", "noindex");
        if (choices.next() != null) {
            response.setHeader(HttpHeaders.LINK, "<" + choices.next() + ">; rel=\"next\"");
        }
        if (form == null ? Problems.isForPeople(request) : form == Representation.HTML) {
            ModelAndView page = new ModelAndView("site/choices", "list", choices);
            page.setStatus(HttpStatus.MULTIPLE_CHOICES);
            return page;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", request.getRequestURI());
        values.put("total", choices.total());
        values.put("items", choices.items());
        values.put("next", choices.next());
        return ResponseEntity.status(HttpStatus.MULTIPLE_CHOICES)
                .contentType(MediaType.APPLICATION_JSON)
                .body(CanonicalJson.bytes(values));
    }

    private static Choice choice(PublishedDocument document, @Nullable Representation form) {
        var record = document.record();
        return new Choice(
                "/id/doc/" + document.uid(),
                "/doc/" + document.uid() + (form == null ? "" : "." + form.suffix()),
                record.displayTitle(),
                record.documentNumber(),
                record.documentKind(),
                record.issuers(),
                record.issuedOn());
    }
}
