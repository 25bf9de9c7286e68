package org.gongbao.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gongbao.linkeddata.SparqlService;
import org.gongbao.linkeddata.SparqlService.Answer;
import org.gongbao.linkeddata.SparqlService.Reason;
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

/** The SPARQL 1.1 protocol, queries only. Without a query people get a page on which to write one. */
@Controller
class SparqlController {

    /** Longest query in characters, and the bytes that carry it in a form. */
    private static final int LONGEST = 20_000;

    private static final int MOST_BYTES = 80_000;

    /** Seconds after which a query may fare better. */
    private static final String LATER = "5";

    private static final List<String> DATASET = List.of("default-graph-uri", "named-graph-uri");

    private final SparqlService sparql;

    SparqlController(SparqlService sparql) {
        this.sparql = sparql;
    }

    @GetMapping("/sparql")
    Object get(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!parameters.containsKey("query") && Problems.isForPeople(request)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            return "api/sparql";
        }
        return answer(parameters, accept, response);
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
        return answer(parameters, accept, response);
    }

    @PostMapping(value = "/sparql", consumes = "application/sparql-query")
    ResponseEntity<byte[]> direct(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        refuseDataset(parameters);
        byte[] query = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (query.length > MOST_BYTES) {
            throw tooLong();
        }
        return answer(new String(query, StandardCharsets.UTF_8), accept, response);
    }

    private static Refusal tooLong() {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, "sparql-long", MOST_BYTES);
    }

    private ResponseEntity<byte[]> answer(
            MultiValueMap<String, String> parameters, String accept, HttpServletResponse response) {
        refuseDataset(parameters);
        List<String> queries = parameters.getOrDefault("query", List.of());
        if (queries.size() != 1) {
            throw Refusal.badRequest("sparql-count", queries.size());
        }
        return answer(queries.get(0), accept, response);
    }

    private static void refuseDataset(Map<String, List<String>> parameters) {
        if (DATASET.stream().anyMatch(parameters::containsKey)) {
            throw Refusal.badRequest("sparql-dataset");
        }
    }

    private ResponseEntity<byte[]> answer(@Nullable String query, String accept, HttpServletResponse response) {
        String text = Objects.requireNonNullElse(query, "");
        if (text.length() > LONGEST) {
            throw Refusal.badRequest("query-length", text.length(), LONGEST);
        }
        Answer answer = sparql.answer(text, accept);
        if (answer instanceof Answer.Result result) {
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, result.mediaType() + ";charset=utf-8")
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                    .body(result.bytes());
        }
        throw refusal(answer, response);
    }

    private static Refusal refusal(Answer answer, HttpServletResponse response) {
        if (answer instanceof Answer.Refused refused) {
            HttpStatus status = switch (refused.reason().fault()) {
                case QUERY -> HttpStatus.BAD_REQUEST;
                case SIZE -> HttpStatus.UNPROCESSABLE_CONTENT;
                case LOAD -> HttpStatus.SERVICE_UNAVAILABLE;
            };
            if (status == HttpStatus.SERVICE_UNAVAILABLE) {
                response.setHeader(HttpHeaders.RETRY_AFTER, LATER);
            }
            return new Refusal(status, code(refused.reason()), refused.detail());
        }
        String offered = answer instanceof Answer.NotAcceptable forms ? forms.offered() : "";
        return new Refusal(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", offered);
    }

    /** The code of the words that say why. */
    static String code(Reason reason) {
        return "sparql-" + reason.name().toLowerCase(Locale.ROOT);
    }
}
