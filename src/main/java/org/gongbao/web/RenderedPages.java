package org.gongbao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Keeps the pages of documents that were read last as they were made, compressed and not, so that a page many people read is made once.
 * A page is the kept one while its entity tag is the same, which stands for all that it shows; the document itself is looked
 * up each time, so that what is withdrawn is not served from here.
 */
final class RenderedPages implements HandlerInterceptor {

    private static final String VIEW = "site/document";
    private static final long MOST_BYTES = 24L << 20;

    /** No page is served from memory for longer; the next one that is made takes its place. */
    private static final long LIFE = Duration.ofMinutes(10).toNanos();

    private static final Pattern REFUSED = Pattern.compile("gzip\\s*;\\s*q=0(\\.0*)?");

    private final ObjectProvider<ViewResolver> resolver;
    private final LongSupplier nanoTime;
    private final Map<String, Page> pages = new LinkedHashMap<>(64, 0.75f, true);

    RenderedPages(ObjectProvider<ViewResolver> resolver, LongSupplier nanoTime) {
        this.resolver = resolver;
        this.nanoTime = nanoTime;
    }

    @SuppressWarnings("ArrayRecordComponent") // written out, never compared
    private record Page(String tag, @Nullable String type, byte[] plain, byte[] gzip, long madeAt) {

        long size() {
            return (long) plain.length + gzip.length;
        }
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer)
            throws Exception {
        String address = request.getRequestURI();
        String tag = response.getHeader(HttpHeaders.ETAG);
        if (answer == null || !VIEW.equals(answer.getViewName()) || tag == null) {
            return;
        }
        if (request.getQueryString() != null || !HttpMethod.GET.matches(request.getMethod())) {
            return; // addresses within the page repeat the query
        }
        answer.setView((model, asked, answered) -> {
            Page page = find(address, tag);
            if (page == null) {
                page = make(view(VIEW), model, asked, answered, tag);
                keep(address, page);
            }
            send(page, asked, answered);
        });
    }

    private View view(String name) throws Exception {
        for (ViewResolver each : resolver.orderedStream().toList()) {
            View view = each.resolveViewName(name, LocaleContextHolder.getLocale());
            if (view != null) {
                return view;
            }
        }
        throw new IllegalStateException("there is no view " + name);
    }

    private Page make(
            View view,
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response,
            String tag)
            throws Exception {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        view.render(model, request, kept);
        byte[] plain = kept.getContentAsByteArray();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return new Page(tag, kept.getContentType(), plain, bytes.toByteArray(), nanoTime.getAsLong());
    }

    private static void send(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(page.type());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        boolean isCompressed = takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        if (isCompressed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        byte[] body = isCompressed ? page.gzip() : page.plain();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static boolean takesGzip(@Nullable String accepted) {
        return accepted != null
                && Arrays.stream(accepted.split(","))
                        .map(String::strip)
                        .anyMatch(coding -> coding.startsWith("gzip")
                                && !REFUSED.matcher(coding).matches());
    }

    private synchronized @Nullable Page find(String address, String tag) {
        Page page = pages.get(address + tag);
        return page == null || isOld(page) ? null : page;
    }

    private boolean isOld(Page page) {
        return nanoTime.getAsLong() - page.madeAt() > LIFE;
    }

    private synchronized void keep(String address, Page page) {
        pages.values().removeIf(this::isOld);
        pages.put(address + page.tag(), page);
        long held = pages.values().stream().mapToLong(Page::size).sum();
        Iterator<Page> oldest = pages.values().iterator();
        while (held > MOST_BYTES && oldest.hasNext()) {
            held -= oldest.next().size();
            oldest.remove();
        }
    }
}
