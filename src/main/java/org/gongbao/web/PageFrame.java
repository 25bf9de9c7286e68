package org.gongbao.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the frame around every page needs to know. */
@Component("frame")
public class PageFrame {

    private final SiteIdentity identity;

    PageFrame(SiteIdentity identity) {
        this.identity = identity;
    }

    public boolean samples() {
        return identity.samples();
    }

    public String base() {
        return identity.base();
    }

    /** Language tag of this page. */
    public String language() {
        return LocaleContextHolder.getLocale().toLanguageTag();
    }

    /** Language tag of the same page in the other language. */
    public String otherLanguage() {
        return LocaleContextHolder.getLocale().getLanguage().equals("zh")
                ? Locale.ENGLISH.toLanguageTag()
                : ReaderLanguage.CHINESE.toLanguageTag();
    }

    /** Address of the same page in the other language. */
    public String otherLanguageAddress() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return "/?" + ReaderLanguage.NAME + "=" + otherLanguage();
        }
        HttpServletRequest request = attributes.getRequest();
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        Object query =
                failed == null ? request.getQueryString() : request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING);
        return oneSlash(path) + "?" + withoutLanguage(query) + ReaderLanguage.NAME + "=" + otherLanguage();
    }

    /** Two slashes at the start would lead to another host. */
    private static String oneSlash(String path) {
        return "/" + path.replaceFirst("^[/\\\\]+", "");
    }

    private static String withoutLanguage(@Nullable Object query) {
        if (query == null) {
            return "";
        }
        return Arrays.stream(query.toString().split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(ReaderLanguage.NAME + "="))
                .map(part -> part + "&")
                .collect(Collectors.joining());
    }
}
