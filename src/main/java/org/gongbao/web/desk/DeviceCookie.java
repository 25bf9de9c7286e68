package org.gongbao.web.desk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.access.Account;
import org.gongbao.access.Devices;
import org.gongbao.access.TrailEntry;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Knows a browser again at sign-in, and keeps for the session what its owner should know of the account. */
@Component
class DeviceCookie {

    static final String NAME = "gongbao-device";

    private static final String NOTICES = DeviceCookie.class.getName();
    private static final Duration LIFE = Duration.ofDays(400);

    private final Devices devices;
    private final SiteIdentity identity;

    DeviceCookie(Devices devices, SiteIdentity identity) {
        this.devices = devices;
        this.identity = identity;
    }

    void signedIn(HttpServletRequest request, HttpServletResponse response, Account account) {
        Devices.Arrival arrival = devices.signedIn(account.id(), kept(request));
        request.getSession().setAttribute(NOTICES, arrival.notices());
        ResponseCookie cookie = ResponseCookie.from(NAME, arrival.token())
                .path("/desk")
                .maxAge(LIFE)
                .sameSite("Lax")
                .httpOnly(true)
                .secure(request.isSecure() || identity.base().startsWith("https:"))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static @Nullable String kept(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** What this session's owner was told at sign-in. */
    static List<TrailEntry> notices(HttpServletRequest request) {
        return request.getSession(false) != null && request.getSession().getAttribute(NOTICES) instanceof List<?> list
                ? list.stream().map(TrailEntry.class::cast).toList()
                : List.of();
    }
}
