package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.gongbao.access.AccessSettings;
import org.gongbao.access.Account;
import org.gongbao.access.Accounts;
import org.gongbao.access.Credentials;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * The sessions of the desk. With every step of a sign-in the session gets a new identifier and its forms a new token; a
 * session ends when it is idle or old, when its account is locked or changed, and when its owner ends it from another one.
 */
@Component
class DeskSessions {

    private static final String ACCOUNT = DeskSessions.class.getName();

    private final Accounts accounts;
    private final Credentials credentials;
    private final AccessSettings settings;
    private final Clock clock;
    private final SecurityContextRepository contexts;
    private final OpenSessions open;
    private final DeviceCookie device;
    private final SessionAuthenticationStrategy fixation = new ChangeSessionIdAuthenticationStrategy();
    private final SessionAuthenticationStrategy tokens;

    DeskSessions(
            Accounts accounts,
            Credentials credentials,
            AccessSettings settings,
            Clock clock,
            SecurityContextRepository contexts,
            CsrfTokenRepository tokens,
            OpenSessions open,
            DeviceCookie device) {
        this.open = open;
        this.device = device;
        this.accounts = accounts;
        this.credentials = credentials;
        this.settings = settings;
        this.clock = clock;
        this.contexts = contexts;
        this.tokens = new CsrfAuthenticationStrategy(tokens);
    }

    /** Goes on after the password was right. */
    Stage afterPassword(HttpServletRequest request, HttpServletResponse response, Account account) {
        return enter(request, response, account, account.hasSecondFactor() ? Stage.CODE : Stage.ENROL);
    }

    /** Goes on after the second factor, or a provider, has proven who it is. */
    Stage afterProof(HttpServletRequest request, HttpServletResponse response, Account account) {
        device.signedIn(request, response, account);
        Instant set = account.passwordAt();
        boolean isOld = set != null && credentials.policy().isTooOld(set, clock.instant());
        return enter(request, response, account, account.mustChange() || isOld ? Stage.CHANGE : Stage.DONE);
    }

    /** Goes on after the password was changed by someone who had proven both factors. */
    Stage afterChange(HttpServletRequest request, HttpServletResponse response, Account account) {
        return enter(request, response, account, Stage.DONE);
    }

    private Stage enter(HttpServletRequest request, HttpServletResponse response, Account account, Stage stage) {
        DeskUser user = new DeskUser(account.id(), account.epoch(), stage, clock.instant());
        HttpSession session = request.getSession();
        session.setMaxInactiveInterval(Math.toIntExact(settings.sessionIdle().toSeconds()));
        fixation.onAuthentication(user, request, response);
        tokens.onAuthentication(user, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(user);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        request.setAttribute(ACCOUNT, account);
        if (stage == Stage.DONE) {
            FreshProof.given(request, clock.instant());
            open.begin(request, account, clock.instant());
        }
        return stage;
    }

    /** How far this session's sign-in has come; empty for a visitor, and for a session that has ended. */
    Optional<Stage> stage(HttpServletRequest request) {
        return account(request).flatMap(account -> user()).map(DeskUser::stage);
    }

    /** Whose session it is, as the account is now. */
    Optional<Account> account(HttpServletRequest request) {
        if (request.getAttribute(ACCOUNT) instanceof Account known) {
            return Optional.of(known);
        }
        Optional<OpenSession> session = open.of(request);
        if (session.filter(OpenSession::isEnded).isPresent()) {
            return Optional.empty();
        }
        session.ifPresent(each -> each.see(clock.instant()));
        Optional<Account> account = user().flatMap(this::current);
        account.ifPresent(found -> request.setAttribute(ACCOUNT, found));
        return account;
    }

    private Optional<Account> current(DeskUser user) {
        boolean isOld = user.since().plus(settings.sessionLife()).isBefore(clock.instant());
        return isOld
                ? Optional.empty()
                : accounts.find(user.getPrincipal())
                        .filter(account -> account.epoch() == user.epoch() && account.state() == Account.State.ACTIVE);
    }

    private static Optional<DeskUser> user() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof DeskUser user
                ? Optional.of(user)
                : Optional.empty();
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        request.removeAttribute(ACCOUNT);
    }
}
