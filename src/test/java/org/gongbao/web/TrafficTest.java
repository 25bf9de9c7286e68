package org.gongbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who asks, and how much of it is worked on. */
class TrafficTest {

    private static final FilterChain PAGE = (request, response) -> {};

    private final AtomicLong nanos = new AtomicLong(1);
    private final TrafficSettings settings = new TrafficSettings(60, 5, List.of("127.0.0.0/8", "::1", "10.1.0.0/16"));
    private final CrawlerLimit limit = new CrawlerLimit(new Buckets(settings, nanos::get), "https://gongbao.example");
    private final ClientAddress addresses = new ClientAddress(settings.proxies());

    private MockHttpServletResponse ask(String address, String path) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, PAGE);
        return response;
    }

    private int status(String address, String path) throws Exception {
        return ask(address, path).getStatus();
    }

    private void exhaust(String address) throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(status(address, "/search")).isEqualTo(200);
        }
    }

    @Test
    void whoAsksForMoreThanTheBurstIsToldWhenToComeBackAndNobodyElseIs() throws Exception {
        exhaust("198.51.100.7");
        MockHttpServletResponse refused = ask("198.51.100.7", "/search");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("3");
        assertThat(refused.getContentAsString()).contains("请稍后再试").contains("Too many requests");
        assertThat(refused.getContentType()).isEqualTo("application/problem+json");
        assertThat(refused.getContentAsString()).contains("\"type\":\"https://gongbao.example/problems/429\"");
        assertThat(status("198.51.100.8", "/search")).isEqualTo(200);

        nanos.addAndGet(3_000_000_000L);
        assertThat(status("198.51.100.7", "/search")).isEqualTo(200);
        assertThat(status("198.51.100.7", "/search")).isEqualTo(200);
        assertThat(status("198.51.100.7", "/search")).isEqualTo(200);
        assertThat(status("198.51.100.7", "/search")).isEqualTo(429);
    }

    @Test
    void everybodyIsToldWhatIsLeft() throws Exception {
        MockHttpServletResponse first = ask("198.51.100.7", "/api/v1/documents");
        assertThat(first.getHeader("RateLimit-Policy")).isEqualTo("\"reader\";q=5;w=5");
        assertThat(first.getHeader("RateLimit")).isEqualTo("\"reader\";r=4;t=1");
        assertThat(ask("198.51.100.7", "/api/v1/events").getHeader("RateLimit")).isEqualTo("\"reader\";r=3;t=2");
        exhaustRest();
        assertThat(ask("198.51.100.7", "/api/v1/events").getHeader("RateLimit")).isEqualTo("\"reader\";r=0;t=5");
        assertThat(ask("127.0.0.1", "/api/v1/events").getHeader("RateLimit"))
                .as("this machine is not counted")
                .isEqualTo("\"reader\";r=5;t=0");
    }

    private void exhaustRest() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(status("198.51.100.7", "/search")).isEqualTo(200);
        }
    }

    @Test
    void filesThatLieReadyAreNotCountedButDetoursPastTheLimitAre() throws Exception {
        exhaust("198.51.100.7");
        for (String path : List.of("/assets/site.css", "/log/checkpoint", "/data/x/y.csv", "/doc/abc/pages/1.png")) {
            assertThat(status("198.51.100.7", path)).as(path).isEqualTo(200);
        }
        MockHttpServletRequest detour = new MockHttpServletRequest("GET", "/assets/../search");
        detour.setServletPath("/search");
        detour.setRemoteAddr("198.51.100.7");
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(detour, response, PAGE);
        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(status("198.51.100.7", "/doc/abc")).isEqualTo(429);
    }

    @Test
    void aBagIsPutTogetherForWhoAsksAndSoCounted() throws Exception {
        exhaust("198.51.100.7");
        assertThat(status("198.51.100.7", "/data/documents/43-43/bag-2023.tar")).isEqualTo(429);
        assertThat(status("198.51.100.7", "/data/documents/43-43/bags.csv.gz")).isEqualTo(200);
    }

    @Test
    void aNetworkOfIpv6IsOneClientAndThisMachineIsNone() throws Exception {
        exhaust("2001:db8:1:2::1");
        assertThat(status("2001:db8:1:2::ffff", "/search")).isEqualTo(429);
        assertThat(status("2001:db8:1:3::1", "/search")).isEqualTo(200);
        for (int i = 0; i < 20; i++) {
            assertThat(status("127.0.0.1", "/search")).isEqualTo(200);
        }
    }

    @Test
    void onlyWhatTrustedProxiesForwardIsBelieved() {
        assertThat(addresses.client("198.51.100.7", List.of("203.0.113.9"))).isEqualTo("198.51.100.7");
        assertThat(addresses.client("127.0.0.1", List.of("203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(addresses.client("127.0.0.1", List.of("1.2.3.4, 203.0.113.9, 10.1.2.3")))
                .as("what stands before the first that is no proxy was made up by it")
                .isEqualTo("203.0.113.9");
        assertThat(addresses.client("127.0.0.1", List.of("1.2.3.4", "203.0.113.9")))
                .as("several lines are one list")
                .isEqualTo("203.0.113.9");
        assertThat(addresses.client("127.0.0.1", List.of("2001:db8::7"))).isEqualTo("2001:db8::7");
    }

    @Test
    void whatIsNoAddressIsNeverLookedUp() {
        for (String name : List.of("evil.example", "999.1.1.1", "1.2.3", "unknown", "", "127.0.0.1.", "[::1]:80")) {
            assertThat(addresses.client("127.0.0.1", List.of(name))).as(name).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void manyAddressesDoNotFillTheMemory() {
        Buckets buckets = new Buckets(settings, nanos::get);
        for (int i = 0; i < 60_000; i++) {
            assertThat(buckets.take("address " + i).isFree()).isTrue();
        }
        for (int i = 0; i < 5; i++) {
            buckets.take("late");
        }
        assertThat(buckets.take("late").isFree()).isFalse();
        assertThat(buckets.size()).isEqualTo(50_000);
    }
}
