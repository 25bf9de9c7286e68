package org.gongbao.web.site;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongbao.linkeddata.Concepts;
import org.gongbao.linkeddata.Concepts.Concept;
import org.gongbao.linkeddata.Concepts.Scheme;
import org.gongbao.linkeddata.Ontology.Words;
import org.gongbao.linkeddata.RdfFormat;
import org.gongbao.linkeddata.RegisterGraphs;
import org.gongbao.linkeddata.RegisterGraphs.Listing;
import org.gongbao.linkeddata.RegisterGraphs.Member;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.web.LinkedAnswers;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** The concepts to which documents refer (概念表), as pages and as linked data. */
@Controller
class ConceptController {

    private final Concepts concepts;
    private final RegisterGraphs graphs;

    ConceptController(Concepts concepts, RegisterGraphs graphs) {
        this.concepts = concepts;
        this.graphs = graphs;
    }

    @GetMapping({"/concept", "/concept.{suffix:[a-z]+}"})
    @Nullable
    Object all(@PathVariable(required = false) @Nullable String suffix, Model model, ServletWebRequest request) {
        Optional<RdfFormat> format = LinkedAnswers.wanted(suffix, request);
        if (format.isPresent()) {
            List<Member> members = concepts.schemes().stream()
                    .map(scheme -> new Member(
                            List.of("concept", scheme.name()), scheme.chinese().name()))
                    .toList();
            Listing listing = new Listing(List.of("concept"), "概念表", members);
            return LinkedAnswers.answer(
                    "/concept", format.get(), request, out -> graphs.write(listing, format.get(), out));
        }
        LinkedAnswers.describe(Objects.requireNonNull(request.getResponse()), "/concept");
        model.addAttribute("schemes", concepts.schemes());
        return "site/concepts";
    }

    @GetMapping("/concept/{scheme}")
    @Nullable
    Object scheme(@PathVariable String scheme, Model model, ServletWebRequest request) {
        LinkedAnswers.Named named = LinkedAnswers.split(scheme);
        Scheme found = concepts.scheme(named.name()).orElseThrow(Refusal::notFound);
        return answer(found, null, named.suffix(), model, request);
    }

    @GetMapping("/concept/{scheme}/{code}")
    @Nullable
    Object concept(@PathVariable String scheme, @PathVariable String code, Model model, ServletWebRequest request) {
        LinkedAnswers.Named named = LinkedAnswers.split(code);
        Scheme found = concepts.scheme(scheme).orElseThrow(Refusal::notFound);
        Concept concept = found.concept(named.name()).orElseThrow(Refusal::notFound);
        return answer(found, concept, named.suffix(), model, request);
    }

    private @Nullable Object answer(
            Scheme scheme, @Nullable Concept concept, @Nullable String suffix, Model model, ServletWebRequest request) {
        String code = concept == null ? null : concept.code();
        String path = "/concept/" + scheme.name() + (code == null ? "" : "/" + code);
        Optional<RdfFormat> format = LinkedAnswers.wanted(suffix, request);
        if (format.isPresent()) {
            return LinkedAnswers.answer(
                    path, format.get(), request, out -> concepts.write(scheme.name(), code, format.get(), out));
        }
        LinkedAnswers.describe(Objects.requireNonNull(request.getResponse()), path);
        model.addAttribute("scheme", scheme);
        model.addAttribute("path", path);
        String language = LocaleContextHolder.getLocale().getLanguage();
        Words title = concept == null ? scheme.in(language) : concept.in(language);
        model.addAttribute("title", title.name());
        if (concept == null) {
            return "site/scheme";
        }
        model.addAttribute("concept", concept);
        model.addAttribute("under", scheme.under(concept));
        model.addAttribute(
                "above",
                concept.broader() == null
                        ? null
                        : scheme.concept(concept.broader()).orElse(null));
        model.addAttribute("documents", documents(scheme, concept));
        return "site/concept";
    }

    /** The search for the documents that refer to a concept, where there is one. */
    private static @Nullable String documents(Scheme scheme, Concept concept) {
        String value = concept.chinese().name();
        return switch (scheme.name()) {
            case "document-kind" -> SearchAddress.of(Counted.with(Facet.KIND, value));
            case "theme" -> SearchAddress.of(Counted.with(Facet.THEME, value));
            case "validity" -> SearchAddress.of(Counted.with(Facet.VALIDITY, value));
            default -> null;
        };
    }
}
