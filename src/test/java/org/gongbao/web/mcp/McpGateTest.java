package org.gongbao.web.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import org.gongbao.web.Problems;
import org.gongbao.web.SiteIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class McpGateTest {

    @ParameterizedTest
    @CsvSource({
        "https://gazette.example, https://gazette.example",
        "https://gazette.example/gongbao, https://gazette.example",
        "https://Gazette.Example:443/, https://gazette.example",
        "http://gazette.example:80, http://gazette.example",
        "http://gazette.example:443, http://gazette.example:443",
        "http://[::1]:8080/x, http://[::1]:8080",
    })
    void anAddressHasTheOriginThatBrowsersSay(String address, String origin) {
        assertThat(McpGate.origin(address)).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gazette.example", "*", "mailto:a@gazette.example", "https://"})
    void aSettingThatIsNoOriginIsToldAtTheStart(String origin) {
        assertThatThrownBy(() -> new McpSettings(List.of(origin))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutASettingThereAreNoOthers() {
        assertThat(new McpSettings(List.of("")).origins()).isEmpty();
    }

    @Test
    void aPageOfASiteThatIsConfiguredIsLetIn() throws Exception {
        McpSettings settings = new McpSettings(List.of("", "https://assistant.example/"));
        StaticMessageSource words = new StaticMessageSource();
        words.setUseCodeAsDefaultMessage(true);
        McpGate gate = new McpGate(
                "https://gazette.example",
                settings.origins(),
                List.of("2025-11-25"),
                new Problems(
                        words,
                        new SiteIdentity.Described(false, "https://gazette.example", ZoneId.of("Asia/Shanghai"))));

        assertThat(status(gate, "https://assistant.example")).isEqualTo(200);
        assertThat(status(gate, "https://gazette.example")).isEqualTo(200);
        assertThat(status(gate, "https://other.example")).isEqualTo(403);
    }

    private static int status(McpGate gate, String origin) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/mcp");
        request.addHeader("Origin", origin);
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        gate.doFilter(request, response, chain);
        assertThat(chain.getRequest() != null).isEqualTo(response.getStatus() == 200);
        return response.getStatus();
    }
}
