package org.gongbao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Pages in large print (大字版): what {@code ?print=} says, else the choice kept in a cookie, else the usual size. A cookie is
 * set only when a reader chooses.
 */
final class LargePrint implements HandlerInterceptor {

    /** Name of the query parameter and of the cookie. */
    static final String NAME = "print";

    static final String LARGE = "large";
    static final String USUAL = "usual";

    static boolean isOn(HttpServletRequest request) {
        return chosen(request)
                .or(() -> ReaderChoice.remembered(NAME, request))
                .filter(LARGE::equals)
                .isPresent();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        chosen(request).ifPresent(size -> ReaderChoice.remember(NAME, size, request, response));
        return true;
    }

    private static Optional<String> chosen(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(NAME)).filter(size -> size.equals(LARGE) || size.equals(USUAL));
    }
}
