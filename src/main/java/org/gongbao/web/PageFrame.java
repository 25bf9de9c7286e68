package org.gongbao.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the frame around every page needs to know. */
@Component("frame")
public class PageFrame {

    private final SiteIdentity identity;
    private final SiteSettings settings;
    private final MessageSource words;

    PageFrame(SiteIdentity identity, SiteSettings settings, MessageSource words) {
        this.identity = identity;
        this.settings = settings;
        this.words = words;
    }

    /** What the site says of itself. */
    public SiteSettings site() {
        return settings;
    }

    /** The name of the site, as its office gave it. */
    public String siteName() {
        return settings.name() == null
                ? words.getMessage("site.name", null, LocaleContextHolder.getLocale())
                : settings.name();
    }

    /** The host name by which the public knows the site. */
    public String domain() {
        String host = URI.create(identity.base()).getHost();
        return host == null ? identity.base() : host;
    }

    /** The column of this page. */
    public SiteColumn column() {
        return SiteColumn.of(request().map(PageFrame::path).orElse("/"), words, LocaleContextHolder.getLocale());
    }

    /** Whether this page is in large print. */
    public boolean isLarge() {
        return request().filter(LargePrint::isOn).isPresent();
    }

    /** Whatever of the reader's choices changes a page, for entity tags. */
    public String look() {
        return language() + (isLarge() ? "-" + LargePrint.LARGE : "");
    }

    /** Address of the same page in the other print. */
    public String otherPrintAddress() {
        return with(LargePrint.NAME, isLarge() ? LargePrint.USUAL : LargePrint.LARGE);
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
        return with(ReaderLanguage.NAME, otherLanguage());
    }

    /** Address of the same page with another choice; a page that failed is asked for again. */
    private static String with(String name, String value) {
        return request()
                .map(request -> oneSlash(path(request)) + "?" + without(name, query(request)) + name + "=" + value)
                .orElse("/?" + name + "=" + value);
    }

    private static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    private static @Nullable Object query(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) == null
                ? request.getQueryString()
                : request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING);
    }

    /** Two slashes at the start would lead to another host. */
    private static String oneSlash(String path) {
        return "/" + path.replaceFirst("^[/\\\\]+", "");
    }

    private static String without(String name, @Nullable Object query) {
        if (query == null) {
            return "";
        }
        return Arrays.stream(query.toString().split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(name + "="))
                .map(part -> part + "&")
                .collect(Collectors.joining());
    }
}
