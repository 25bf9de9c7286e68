package org.gongbao.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.gongbao.system.ClientNetwork;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses with 429 who asks for more than people can read, before anything is worked on, so that a storm of requests costs next
 * to nothing. Requests of this machine itself are not counted; behind a proxy that is not named in the settings all readers
 * would be one.
 */
final class CrawlerLimit extends OncePerRequestFilter {

    /** Files that lie ready: a page brings several, and mirrors and downloads take many. */
    private static final List<String> FILES = List.of("/assets/", "/log/", "/data/", "/livez", "/readyz", "/metrics");

    private static final Pattern PAGE_IMAGE = Pattern.compile("/doc/[^/]+/pages/[^/]+");

    private static final Pattern OF_THIS_MACHINE = Pattern.compile("127\\..*|::1|0:0:0:0:0:0:0:1");

    private static final byte[] TEXT = "请求过于频繁，请稍后再试。Too many requests; please try again later. 批量数据 Bulk data: /data\n"
            .getBytes(StandardCharsets.UTF_8);

    private final Buckets buckets;

    CrawlerLimit(Buckets buckets) {
        this.buckets = buckets;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath(); // normalised, so that no detour leads past the limit
        return OF_THIS_MACHINE.matcher(request.getRemoteAddr()).matches()
                || FILES.stream().anyMatch(path::startsWith)
                || PAGE_IMAGE.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (buckets.take(ClientNetwork.of(request.getRemoteAddr()))) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(buckets.secondsToWait()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType("text/plain;charset=UTF-8");
        response.setContentLength(TEXT.length);
        response.getOutputStream().write(TEXT);
    }
}
