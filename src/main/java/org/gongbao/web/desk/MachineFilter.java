package org.gongbao.web.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gongbao.access.ApiToken;
import org.gongbao.access.ApiTokens;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows machines by {@code Authorization: Bearer TOKEN} (RFC 6750), and by nothing else. */
final class MachineFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final ApiTokens tokens;
    private final Tries tries;

    MachineFilter(ApiTokens tokens, Tries tries) {
        this.tokens = tokens;
        this.tries = tries;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ApiToken> token = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .flatMap(header -> tokens.find(header.substring(BEARER.length()).strip()));
        boolean isFree = token.isPresent()
                ? tries.isFreeForToken(token.get().id())
                : tries.isFreeForAddress(request.getRemoteAddr());
        if (!isFree) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Tries.RETRY_AFTER);
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        if (token.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"gongbao\"");
            response.sendError(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new MachineUser(token.get()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
