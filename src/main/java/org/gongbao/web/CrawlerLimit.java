package org.gongbao.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongbao.record.CanonicalJson;
import org.gongbao.system.ClientNetwork;
import org.gongbao.web.Buckets.Taken;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses with 429 who asks for more than people can read, before anything is worked on, so that a storm of requests costs next
 * to nothing. Everybody is told how much is left (draft-ietf-httpapi-ratelimit-headers). Requests of this machine itself are not
 * counted; behind a proxy that is not named in the settings all readers would be one.
 */
final class CrawlerLimit extends OncePerRequestFilter {

    /** Files that lie ready: a page brings several, and mirrors and downloads take many. */
    private static final List<String> FILES = List.of("/assets/", "/log/", "/data/", "/livez", "/readyz", "/metrics");

    /** Put together for who asks, and so counted. */
    private static final Pattern BAG = Pattern.compile("/data/documents/[^/]+/bag-[^/]+");

    private static final Pattern PAGE_IMAGE = Pattern.compile("/doc/[^/]+/pages/[^/]+");

    private static final Pattern OF_THIS_MACHINE = Pattern.compile("127\\..*|::1|0:0:0:0:0:0:0:1");

    private static final String TEXT = "请求过于频繁，请稍后再试。Too many requests; please try again later. 批量数据 Bulk data: /data";

    private final Buckets buckets;
    private final String policy;
    private final byte[] problem;

    /** @param base of the address that names the problem */
    CrawlerLimit(Buckets buckets, String base) {
        this.buckets = buckets;
        this.policy = "\"reader\";q=" + buckets.capacity() + ";w=" + buckets.window();
        this.problem = CanonicalJson.bytes(Map.of(
                "type",
                base + ProblemTypeController.PATH + HttpStatus.TOO_MANY_REQUESTS.value(),
                "title",
                HttpStatus.TOO_MANY_REQUESTS.getReasonPhrase(),
                "status",
                HttpStatus.TOO_MANY_REQUESTS.value(),
                "detail",
                TEXT));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath(); // normalised, so that no detour leads past the limit
        return FILES.stream().anyMatch(path::startsWith) && !BAG.matcher(path).matches()
                || PAGE_IMAGE.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isThisMachine = OF_THIS_MACHINE.matcher(request.getRemoteAddr()).matches();
        Taken taken = isThisMachine ? buckets.untouched() : buckets.take(ClientNetwork.of(request.getRemoteAddr()));
        response.setHeader("RateLimit-Policy", policy);
        response.setHeader("RateLimit", "\"reader\";r=" + taken.left() + ";t=" + taken.seconds());
        if (taken.isFree()) {
            chain.doFilter(request, response);
            return;
        }
        refuse(request, response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isForPeople = Problems.isForPeople(request);
        byte[] body = isForPeople ? (TEXT + "\n").getBytes(StandardCharsets.UTF_8) : problem;
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(buckets.secondsToWait()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(isForPeople ? "text/plain;charset=UTF-8" : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
