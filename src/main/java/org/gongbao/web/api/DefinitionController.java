package org.gongbao.web.api;

import java.util.Optional;
import org.gongbao.linkeddata.Ontology;
import org.gongbao.linkeddata.RdfFormat;
import org.gongbao.web.LinkedAnswers;
import org.gongbao.web.Refusal;
import org.gongbao.web.ReprDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** The vocabulary: all terms as a page or as linked data, each term by its own address, and what goes with it. */
@Controller
class DefinitionController {

    private static final String SHAPES = "shapes";

    private final Ontology ontology;

    DefinitionController(Ontology ontology) {
        this.ontology = ontology;
    }

    @GetMapping({"/def", "/def/"})
    @Nullable
    Object all(Model model, ServletWebRequest request) {
        return whole("/def/" + ontology.version(), LinkedAnswers.wanted(null, request, false), model, request);
    }

    private @Nullable Object whole(String path, Optional<RdfFormat> format, Model model, ServletWebRequest request) {
        if (format.isEmpty()) {
            LinkedAnswers.describe(DefinitionController.response(request), path);
            model.addAttribute("terms", ontology.terms());
            model.addAttribute("version", ontology.version());
            return "api/definitions";
        }
        return LinkedAnswers.answer(path, format.get(), request, out -> ontology.write(format.get(), out));
    }

    private static jakarta.servlet.http.HttpServletResponse response(ServletWebRequest request) {
        return java.util.Objects.requireNonNull(request.getResponse());
    }

    /** People are led to the term's place on the page of all terms. */
    @GetMapping("/def/{term}")
    @Nullable
    Object one(@PathVariable String term, Model model, ServletWebRequest request) {
        LinkedAnswers.Named named = LinkedAnswers.split(term);
        Optional<RdfFormat> format = LinkedAnswers.wanted(named.suffix(), request, false);
        if (named.name().equals(ontology.version())) {
            return whole("/def/" + named.name(), format, model, request);
        }
        if (named.name().equals(SHAPES)) {
            RdfFormat wanted = format.orElse(RdfFormat.TURTLE);
            return LinkedAnswers.answer("/def/shapes", wanted, request, out -> ontology.writeShapes(wanted, out));
        }
        if (ontology.terms().stream().noneMatch(each -> each.localName().equals(named.name()))) {
            throw Refusal.notFound();
        }
        if (format.isEmpty()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, "/def/#" + named.name())
                    .build();
        }
        return LinkedAnswers.answer(
                "/def/" + named.name(),
                format.get(),
                request,
                out -> ontology.writeTerm(named.name(), format.get(), out));
    }

    /** The context at its one address, which JSON names in its headers. */
    @GetMapping("/def/context.jsonld")
    ResponseEntity<byte[]> context() {
        return file("application/ld+json", ontology.context());
    }

    @GetMapping("/def/record.schema.json")
    ResponseEntity<byte[]> schema() {
        return file("application/schema+json", ontology.recordSchema());
    }

    private static ResponseEntity<byte[]> file(String type, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .eTag("\"" + ReprDigest.hex(bytes) + "\"")
                .header(ReprDigest.NAME, ReprDigest.of(bytes))
                .body(bytes);
    }
}
