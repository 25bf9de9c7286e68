package org.gongbao.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import org.gongbao.linkeddata.Ontology;
import org.gongbao.linkeddata.RdfFormat;
import org.gongbao.web.Problems;
import org.gongbao.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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

    private final Ontology ontology;

    DefinitionController(Ontology ontology) {
        this.ontology = ontology;
    }

    @GetMapping({"/def", "/def/"})
    Object all(
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            HttpServletRequest request,
            Model model) {
        if (Problems.isForPeople(request)) {
            model.addAttribute("terms", ontology.terms());
            return "api/definitions";
        }
        RdfFormat format = format(accept);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ontology.write(format, out);
        return RdfAnswers.answer(format, out.toByteArray());
    }

    /** People are led to the term's place on the page of all terms. */
    @GetMapping("/def/{term}")
    Object one(
            @PathVariable String term,
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            HttpServletRequest request) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean people = Problems.isForPeople(request);
        RdfFormat format = people ? RdfFormat.TURTLE : format(accept);
        if (!ontology.writeTerm(term, format, out)) {
            throw Refusal.notFound();
        }
        if (people) {
            return org.springframework.http.ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, "/def/#" + term)
                    .build();
        }
        return RdfAnswers.answer(format, out.toByteArray());
    }

    private static RdfFormat format(String accept) {
        return RdfAnswers.byAccept(accept)
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", OFFERED));
    }
}
