package org.gongbao.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongbao.linkeddata.SparqlService;
import org.gongbao.linkeddata.SparqlService.Answer;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The SPARQL 1.1 protocol, queries only. Without a query people get a page on which to write one. */
@Controller
class SparqlController {

    /** Longest query in characters. */
    private static final int LONGEST = 20_000;

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
            Model model) {
        if (!parameters.containsKey("query") && Problems.isForPeople(request)) {
            return "api/sparql";
        }
        return answer(parameters, accept);
    }

    @PostMapping(value = "/sparql", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> form(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
        return answer(parameters, accept);
    }

    @PostMapping(value = "/sparql", consumes = "application/sparql-query")
    ResponseEntity<byte[]> direct(
            @RequestBody byte[] query,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
        refuseDataset(parameters);
        return answer(new String(query, java.nio.charset.StandardCharsets.UTF_8), accept);
    }

    private ResponseEntity<byte[]> answer(MultiValueMap<String, String> parameters, String accept) {
        refuseDataset(parameters);
        List<String> queries = parameters.getOrDefault("query", List.of());
        if (queries.size() != 1) {
            throw Refusal.badRequest("sparql-count", queries.size());
        }
        return answer(queries.get(0), accept);
    }

    private static void refuseDataset(Map<String, List<String>> parameters) {
        if (DATASET.stream().anyMatch(parameters::containsKey)) {
            throw Refusal.badRequest("sparql-dataset");
        }
    }

    private ResponseEntity<byte[]> answer(@Nullable String query, String accept) {
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
        throw refusal(answer);
    }

    private static Refusal refusal(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return Refusal.badRequest("sparql", refused.message());
        }
        if (answer instanceof Answer.TooCostly costly) {
            return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "sparql-costly", costly.message());
        }
        String offered = answer instanceof Answer.NotAcceptable forms ? forms.offered() : "";
        return new Refusal(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", offered);
    }
}
