package org.gongbao.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.linkeddata.Ontology;
import org.gongbao.linkeddata.RdfFormat;
import org.gongbao.web.AcceptedForms;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The vocabulary: all terms as a page or as linked data, and each term by its own address. */
@Controller
class DefinitionController {

    private static final String OFFERED =
            "text/html, text/turtle, application/ld+json, application/n-triples, application/rdf+xml";

    /** What can be had; linked data for who takes anything. */
    private static final List<Form> FORMS = Stream.concat(
                    Arrays.stream(RdfFormat.values())
                            .map(format -> new Form(format, List.of(MediaType.parseMediaType(format.mediaType())))),
                    Stream.of(new Form(null, List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML))))
            .toList();

    private final Ontology ontology;

    /** Linked data in a format, or with none the page. */
    private record Form(@Nullable RdfFormat format, List<MediaType> types) {}

    DefinitionController(Ontology ontology) {
        this.ontology = ontology;
    }

    @GetMapping({"/def", "/def/"})
    Object all(
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            Model model,
            HttpServletResponse response) {
        Form form = form(accept);
        RdfFormat format = form.format();
        if (format == null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            model.addAttribute("terms", ontology.terms());
            return "api/definitions";
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ontology.write(format, out);
        return RdfAnswers.answer(format, out.toByteArray());
    }

    /** People are led to the term's place on the page of all terms. */
    @GetMapping("/def/{term}")
    Object one(@PathVariable String term, @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RdfFormat format = form(accept).format();
        if (!ontology.writeTerm(term, format == null ? RdfFormat.TURTLE : format, out)) {
            throw Refusal.notFound();
        }
        if (format == null) {
            return org.springframework.http.ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, "/def/#" + term)
                    .build();
        }
        return RdfAnswers.answer(format, out.toByteArray());
    }

    private static Form form(String accept) {
        return AcceptedForms.of(accept)
                .best(FORMS, Form::types)
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", OFFERED));
    }
}
