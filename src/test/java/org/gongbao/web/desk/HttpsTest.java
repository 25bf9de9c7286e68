package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.time.Duration;
import org.gongbao.access.Account;
import org.gongbao.access.Accounts;
import org.gongbao.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the desk's filters and sessions do where the container alone knows how the request came. */
class HttpsTest {

    private static MockHttpServletResponse asked(boolean isSecure) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/desk/sign-in");
        request.setServletPath("/desk/sign-in");
        request.setSecure(isSecure);
        MockHttpServletResponse response = new MockHttpServletResponse();
        LiveDesk.named("springSecurityFilterChain", Filter.class).doFilter(request, response, new MockFilterChain());
        return response;
    }

    @Test
    void whoComesByHttpsIsToldToStayThere() throws Exception {
        assertThat(asked(true).getHeader("Strict-Transport-Security")).startsWith("max-age=31536000");
        assertThat(asked(false).getHeader("Strict-Transport-Security")).isNull();
    }

    @Test
    void aSessionHasTheIdleTimeThatIsSet() {
        LiveDesk.Member member = LiveDesk.member(Role.EDITOR);
        Account account = LiveDesk.get(Accounts.class).find(member.id()).orElseThrow();
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/desk/code");
        request.getSession().setMaxInactiveInterval(-1);
        LiveDesk.get(DeskSessions.class).afterProof(request, new MockHttpServletResponse(), account);

        assertThat(Duration.ofSeconds(request.getSession().getMaxInactiveInterval()))
                .isEqualTo(Duration.ofMinutes(30));
        LiveDesk.get(DeskSessions.class).end(request);
    }
}
