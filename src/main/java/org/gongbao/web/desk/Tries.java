package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.gongbao.access.AccessSettings;
import org.gongbao.access.Throttle;
import org.gongbao.system.ClientNetwork;
import org.gongbao.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How often one may try: from an address, for an account, with a token. */
@Component
class Tries {

    /** In seconds: after a minute all tries are there again. */
    static final String RETRY_AFTER = "60";

    private final Throttle addresses;
    private final Throttle accounts;
    private final Throttle tokens;

    Tries(AccessSettings settings, Clock clock) {
        this.addresses = new Throttle(settings.tries(), clock);
        this.accounts = new Throttle(settings.accountTries(), clock);
        this.tokens = new Throttle(settings.tokenRequests(), clock);
    }

    /** Takes a try from an address, or refuses with 429. */
    void take(HttpServletRequest request, HttpServletResponse response) {
        check(response, isFreeForAddress(request.getRemoteAddr()));
    }

    /** Takes a try for an account from an address, or refuses with 429. */
    void take(HttpServletRequest request, HttpServletResponse response, String account) {
        take(request, response);
        check(response, accounts.take(account.strip().toLowerCase(Locale.ROOT)));
    }

    private static void check(HttpServletResponse response, boolean isFree) {
        if (!isFree) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
            throw new Refusal(HttpStatus.TOO_MANY_REQUESTS, "429");
        }
    }

    boolean isFreeForAddress(String address) {
        return addresses.take(ClientNetwork.of(address));
    }

    boolean isFreeForToken(String token) {
        return tokens.take(token);
    }
}
