package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongbao.access.AccessSettings;
import org.gongbao.access.Account;
import org.gongbao.access.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Asks again who it is before what is dangerous in the hands of whoever finds a desk unattended (再次验证). The form comes back with
 * a field for the password or a code, and all that was typed in fields that are not seen.
 */
@Component
class FreshProof {

    private static final String PROVEN = FreshProof.class.getName();

    /** The field with the password or the code. */
    private static final String FIELD = "proof";

    private final SignIn signIn;
    private final Tries tries;
    private final AccessSettings settings;
    private final Clock clock;

    FreshProof(SignIn signIn, Tries tries, AccessSettings settings, Clock clock) {
        this.signIn = signIn;
        this.tries = tries;
        this.settings = settings;
        this.clock = clock;
    }

    /** Notes that who has this session has just proven who it is. */
    static void given(HttpServletRequest request, Instant now) {
        request.getSession().setAttribute(PROVEN, now);
    }

    /** The page that asks; empty where the proof is fresh, or has just been given. */
    Optional<ModelAndView> asked(HttpServletRequest request, HttpServletResponse response, Account account) {
        if (isFresh(request)) {
            return Optional.empty();
        }
        @Nullable String proof = request.getParameter(FIELD);
        if (proof == null || proof.isBlank() || !account.hasPassword()) {
            return Optional.of(page(request, response, account, null));
        }
        tries.take(request, response, account.signInName());
        if (signIn.proof(account.id(), proof)) {
            given(request, clock.instant());
            return Optional.empty();
        }
        return Optional.of(page(request, response, account, "proof"));
    }

    private boolean isFresh(HttpServletRequest request) {
        return request.getSession().getAttribute(PROVEN) instanceof Instant proven
                && clock.instant().isBefore(proven.plus(settings.proofLife()));
    }

    private static ModelAndView page(
            HttpServletRequest request, HttpServletResponse response, Account account, @Nullable String error) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Map<String, List<String>> typed = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(FIELD) && !name.equals("_csrf")) {
                typed.put(name, List.of(values));
            }
        });
        ModelAndView page = new ModelAndView("desk/proof");
        page.addObject("address", request.getRequestURI());
        page.addObject("typed", typed);
        page.addObject("isLocal", account.hasPassword());
        page.addObject("error", error);
        return page;
    }
}
