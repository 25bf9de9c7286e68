package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.gongbao.access.Account;
import org.springframework.stereotype.Component;

/** The sessions of this process, so that people see their own and can end them. */
@Component
class OpenSessions {

    private static final String OPEN = OpenSessions.class.getName();
    private static final int LONGEST_BROWSER = 200;

    private final Set<OpenSession> all = ConcurrentHashMap.newKeySet();

    /** Takes a session in that has just been signed in; one that goes on with a changed account replaces itself. */
    void begin(HttpServletRequest request, Account account, Instant now) {
        String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        request.getSession()
                .setAttribute(
                        OPEN,
                        new OpenSession(
                                UUID.randomUUID().toString(),
                                account.id(),
                                account.epoch(),
                                now,
                                request.getRemoteAddr(),
                                agent.substring(0, Math.min(LONGEST_BROWSER, agent.length())),
                                all));
    }

    /** That of a request; empty where nobody has signed in to the end. */
    Optional<OpenSession> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(OPEN) instanceof OpenSession open
                ? Optional.of(open)
                : Optional.empty();
    }

    /** Those of an account, the latest first. */
    List<OpenSession> of(Account account) {
        return all.stream()
                .filter(session -> session.isOf(account.id(), account.epoch()))
                .sorted(Comparator.comparing(OpenSession::since).reversed().thenComparing(OpenSession::id))
                .toList();
    }
}
