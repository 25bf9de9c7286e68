package org.gongbao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of pages: what {@code ?lang=} says, else the choice kept in a cookie, else {@code Accept-Language}, else
 * 简体中文. A cookie is set only when a reader chooses.
 */
public final class ReaderLanguage implements LocaleResolver, HandlerInterceptor {

    /** Simplified Chinese, the language of a reader who says nothing. */
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    /** Name of the query parameter and of the cookie. */
    public static final String NAME = "lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request)
                .or(() -> remembered(request))
                .or(() -> accepted(request))
                .orElse(CHINESE);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by the reader's address");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.addHeader(HttpHeaders.VARY, "Accept, Accept-Language, Cookie");
        chosen(request).ifPresent(locale -> ReaderChoice.remember(NAME, locale.toLanguageTag(), request, response));
        return true;
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(NAME)).flatMap(ReaderLanguage::supported);
    }

    private static Optional<Locale> remembered(HttpServletRequest request) {
        return ReaderChoice.remembered(NAME, request).flatMap(ReaderLanguage::supported);
    }

    private static Optional<Locale> accepted(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> supported(locale.toLanguageTag()).stream())
                .findFirst();
    }

    private static Optional<Locale> supported(String tag) {
        return switch (Locale.forLanguageTag(tag).getLanguage()) {
            case "zh" -> Optional.of(CHINESE);
            case "en" -> Optional.of(Locale.ENGLISH);
            default -> Optional.empty();
        };
    }
}
