package org.gongbao.web.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses files from who is not signed in before anything of them is read: to look for a form's token would read them all. Who
 * is signed in is told by a page of ours where they are too large.
 */
final class UploadFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean isUpload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        boolean isSignedIn = SecurityContextHolder.getContext().getAuthentication() instanceof DeskUser user
                && user.stage() == Stage.DONE;
        if (isUpload && !isSignedIn) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        if (isUpload && isTooLarge(request)) {
            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpStatus.CONTENT_TOO_LARGE.value());
            request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
            request.getRequestDispatcher("/error").forward(new Unread(request), response);
            return;
        }
        chain.doFilter(request, response);
    }

    /** The container says so by this exception. */
    private static boolean isTooLarge(HttpServletRequest request) throws ServletException, IOException {
        try {
            request.getParts();
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** A request whose fields cannot be read: whoever asked for one again would fail again. */
    private static final class Unread extends HttpServletRequestWrapper {

        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
