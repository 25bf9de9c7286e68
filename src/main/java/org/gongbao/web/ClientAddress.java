package org.gongbao.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a request the address of who asks. What a trusted proxy says in {@code X-Forwarded-For} is believed, from its end up to
 * the first address that is no such proxy: all before it may have been made up by whoever asks.
 */
public final class ClientAddress extends OncePerRequestFilter {

    static final String HEADER = "X-Forwarded-For";

    /** An address as digits; a name would be looked up. */
    private static final Pattern LITERAL =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final List<IpAddressMatcher> proxies;

    ClientAddress(List<String> proxies) {
        this.proxies = proxies.stream()
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .map(IpAddressMatcher::new)
                .toList();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String own = request.getRemoteAddr();
        String address = client(own, Collections.list(request.getHeaders(HEADER)));
        chain.doFilter(address.equals(own) ? request : new Forwarded(request, address), response);
    }

    /** Who asks, by the address that a request comes from and what was forwarded. */
    String client(String own, List<String> forwarded) {
        List<String> hops = forwarded.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
        String address = own;
        for (int i = hops.size() - 1; i >= 0 && isProxy(address); i--) {
            if (!LITERAL.matcher(hops.get(i)).matches()) {
                break;
            }
            address = hops.get(i);
        }
        return address;
    }

    private boolean isProxy(String address) {
        return proxies.stream().anyMatch(proxy -> proxy.matches(address));
    }

    private static final class Forwarded extends HttpServletRequestWrapper {
        private final String address;

        Forwarded(HttpServletRequest request, String address) {
            super(request);
            this.address = address;
        }

        @Override
        public String getRemoteAddr() {
            return address;
        }

        @Override
        public String getRemoteHost() {
            return address;
        }
    }
}
