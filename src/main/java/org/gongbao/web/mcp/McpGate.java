package org.gongbao.web.mcp;

import io.modelcontextprotocol.spec.HttpHeaders;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongbao.web.Problems;
import org.gongbao.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What Streamable HTTP demands before a message is read (Model Context Protocol 2025-11-25, transports): pages of other sites are
 * refused by their {@code Origin}, so that none reaches a service inside a network through a reader's browser under a name that
 * leads there (DNS rebinding), and so is a version of the protocol that is not spoken here. What the {@code Host} says is not
 * asked: such a page chooses it.
 */
final class McpGate extends OncePerRequestFilter {

    private final Set<String> origins;
    private final List<String> versions;
    private final Problems problems;

    /**
     * Lets through pages of this service and of some others.
     *
     * @param base the public address of this service
     * @param others origins of other sites
     * @param versions of the protocol that are spoken here
     */
    McpGate(String base, List<String> others, List<String> versions, Problems problems) {
        this.origins = Stream.concat(Stream.of(base), others.stream())
                .map(McpGate::origin)
                .collect(Collectors.toUnmodifiableSet());
        this.versions = List.copyOf(versions);
        this.problems = problems;
    }

    /**
     * The origin of an address, as browsers write it (RFC 6454, 6.2).
     *
     * @throws IllegalArgumentException where it is no address of a site
     */
    static String origin(String address) {
        URI uri = URI.create(address.strip().toLowerCase(Locale.ROOT));
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw new IllegalArgumentException(address + " is no origin, expected one like https://assistant.example");
        }
        int usual = uri.getScheme().equals("https") ? 443 : 80;
        String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader(org.springframework.http.HttpHeaders.ORIGIN);
        String version = request.getHeader(HttpHeaders.PROTOCOL_VERSION);
        if (origin != null && !origins.contains(origin.toLowerCase(Locale.ROOT))) {
            problems.answer(request, response, new Refusal(HttpStatus.FORBIDDEN, "mcp-origin", origin));
        } else if (version != null && !versions.contains(version)) {
            problems.answer(request, response, Refusal.badRequest("mcp-version", version, String.join(", ", versions)));
        } else {
            chain.doFilter(request, response);
        }
    }
}
