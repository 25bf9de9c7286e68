package org.gongbao.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says in the reader's language why there is no answer: a page for people, a problem document (RFC 9457) for machines,
 * that is for who does not like HTML better.
 */
@Component
public class Problems {

    private static final List<MediaType> PEOPLE = List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML);
    private static final List<MediaType> MACHINES =
            List.of(MediaType.APPLICATION_PROBLEM_JSON, MediaType.APPLICATION_JSON);

    /** Addresses that only programs ask, whatever they say they like. */
    private static final List<String> OF_PROGRAMS = List.of("/api/", "/oai", "/mcp");

    private final MessageSource messages;
    private final SiteIdentity identity;

    public Problems(MessageSource messages, SiteIdentity identity) {
        this.messages = messages;
        this.identity = identity;
    }

    /** Answers a refusal; null where the answer is already written. */
    public @Nullable ModelAndView answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException {
        Locale locale = LocaleContextHolder.getLocale();
        Object[] arguments = refusal.arguments();
        String title = messages.getMessage("problem." + refusal.code() + ".title", arguments, locale);
        String text = messages.getMessage("problem." + refusal.code() + ".text", arguments, locale);
        int status = refusal.status().value();
        if (isForPeople(request)) {
            prepare(response, status);
            return new ModelAndView("site/problem", Map.of("status", status, "title", title, "text", text));
        }
        write(response, status, refusal.code(), title, text, Map.of());
        return null;
    }

    /** Whether a page is wanted rather than a problem document, by the qualities of both; the latter where it is all one. */
    public static boolean isForPeople(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        if (OF_PROGRAMS.stream().anyMatch(path::startsWith)) {
            return false;
        }
        return AcceptedForms.of(request.getHeader(HttpHeaders.ACCEPT))
                .best(List.of(MACHINES, PEOPLE), types -> types)
                .orElse(MACHINES)
                .equals(PEOPLE);
    }

    /** Writes a problem document. */
    public void write(
            HttpServletResponse response, int status, String code, String title, String text, Map<String, ?> more)
            throws IOException {
        prepare(response, status);
        Map<String, Object> problem = new LinkedHashMap<>(more);
        problem.put("type", type(code));
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", text);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_LANGUAGE, LocaleContextHolder.getLocale().toLanguageTag());
        response.getOutputStream().write(CanonicalJson.bytes(problem));
    }

    /** The address that names a kind of problem, and tells what it is. */
    private String type(String code) {
        return identity.base() + ProblemTypeController.PATH + code;
    }

    private static void prepare(HttpServletResponse response, int status) {
        response.setStatus(status);
        if (!"no-store".equals(response.getHeader(HttpHeaders.CACHE_CONTROL))) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
    }
}
