package org.gongbao.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongbao.search.SearchUnavailableException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers every error: refusals where they are thrown, all others from the container's error address. */
@Controller
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemController implements ErrorController {

    private static final Set<Integer> WITH_WORDS = Set.of(400, 401, 403, 405, 406, 413, 429, 500, 503);

    private final Problems problems;

    ProblemController(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(Refusal.class)
    @Nullable
    ModelAndView refused(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        return problems.answer(request, response, refusal);
    }

    /** Documents can be read while the search index is away; only searching has to wait. */
    @ExceptionHandler(SearchUnavailableException.class)
    @Nullable
    ModelAndView searchAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "10");
        return problems.answer(request, response, refusal(HttpStatus.SERVICE_UNAVAILABLE));
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    @Nullable
    ModelAndView failed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = HttpStatus.resolve(code instanceof Integer number ? number : 404);
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            allowWhatGoesWithGet(response);
        }
        return problems.answer(request, response, refusal(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status));
    }

    /** What can be read answers HEAD and OPTIONS too, which the framework does not say here (RFC 9110, 10.2.1). */
    private static void allowWhatGoesWithGet(HttpServletResponse response) {
        Set<String> methods = new LinkedHashSet<>(response.getHeaders(HttpHeaders.ALLOW));
        if (methods.contains("GET")) {
            methods.addAll(List.of("HEAD", "OPTIONS"));
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
        }
    }

    private static Refusal refusal(HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return Refusal.notFound();
        }
        if (WITH_WORDS.contains(status.value())) {
            return new Refusal(status, Integer.toString(status.value()));
        }
        return new Refusal(status, "other", status.value(), status.getReasonPhrase());
    }
}
