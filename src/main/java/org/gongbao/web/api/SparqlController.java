package org.gongbao.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.linkeddata.RdfFormat;
import org.gongbao.linkeddata.SparqlService;
import org.gongbao.linkeddata.SparqlService.Answer;
import org.gongbao.linkeddata.SparqlService.Asked;
import org.gongbao.web.AcceptedForms;
import org.gongbao.web.Problems;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The SPARQL 1.1 protocol, queries only. Without a query people get a page on which to write one, and machines what the service is;
 * people see the answer of a query on that page.
 */
@Controller
class SparqlController {

    /** Bytes that carry a query. */
    private static final int MOST_BYTES = 80_000;

    /** What is there without a query: a format of the description, or with none the page. */
    private record Shown(@Nullable RdfFormat format, List<MediaType> types) {}

    private static final Shown PAGE = new Shown(null, List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML));
    private static final Shown PROBLEM =
            new Shown(null, List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON));
    private static final List<Shown> SHOWN = Stream.concat(
                    Arrays.stream(RdfFormat.values())
                            .map(format -> new Shown(format, List.of(MediaType.parseMediaType(format.mediaType())))),
                    Stream.of(PAGE, PROBLEM))
            .toList();

    private final SparqlService sparql;
    private final SparqlExamples examples;
    private final SparqlAnswers answers;

    SparqlController(SparqlService sparql, SparqlExamples examples) {
        this.sparql = sparql;
        this.examples = examples;
        this.answers = new SparqlAnswers(sparql);
    }

    @GetMapping("/sparql")
    Object get(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!parameters.containsKey("query")) {
            return withoutQuery(parameters, accept, response, model);
        }
        SparqlRequest asked = SparqlRequest.of(parameters, accept);
        if (asked.isForPage() && Problems.isForPeople(request)) {
            return table(asked.asked(), response, model);
        }
        return answers.answer(asked.asked(), response);
    }

    private Object withoutQuery(
            MultiValueMap<String, String> parameters, String accept, HttpServletResponse response, Model model) {
        Shown shown = AcceptedForms.of(accept).best(SHOWN, Shown::types).orElse(PROBLEM);
        RdfFormat format = shown.format();
        if (format != null) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            sparql.describe(format, out);
            return RdfAnswers.answer(format, out.toByteArray());
        }
        if (shown.equals(PROBLEM)) {
            throw Refusal.badRequest("sparql-count", 0);
        }
        String name = String.valueOf(parameters.getFirst("example"));
        String query = examples.find(name)
                .or(() -> examples.all().stream().findFirst())
                .map(SparqlExamples.Example::query)
                .orElse("");
        return page(query, response, model);
    }

    private String page(String query, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        model.addAttribute("query", query);
        model.addAttribute("examples", examples.all());
        return "api/sparql";
    }

    /** Rows on the page. An answer that is a graph comes as a file of its own. */
    private Object table(Asked asked, HttpServletResponse response, Model model) {
        Asked json =
                new Asked(asked.query(), "application/sparql-results+json", asked.defaultGraphs(), asked.namedGraphs());
        Answer answer = sparql.answer(json);
        if (answer instanceof Answer.NotAcceptable) {
            return answers.answer(
                    new Asked(asked.query(), "text/turtle", asked.defaultGraphs(), asked.namedGraphs()), response);
        }
        if (!(answer instanceof Answer.Result result)) {
            throw SparqlAnswers.refusal(answer, response);
        }
        model.addAttribute("table", SparqlTable.of(result.bytes()));
        return page(asked.query(), response, model);
    }

    /** A form of unknown length is bounded by the server. */
    @PostMapping(value = "/sparql", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> form(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw tooLong();
        }
        return answers.answer(SparqlRequest.of(parameters, accept).asked(), response);
    }

    @PostMapping(value = "/sparql", consumes = "application/sparql-query")
    ResponseEntity<byte[]> direct(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Charset charset = type.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "sparql-charset", charset.name());
        }
        byte[] query = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (query.length > MOST_BYTES) {
            throw tooLong();
        }
        String text = new String(query, StandardCharsets.UTF_8);
        return answers.answer(SparqlRequest.of(text, parameters, accept).asked(), response);
    }

    private static Refusal tooLong() {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, "sparql-long", MOST_BYTES);
    }
}
