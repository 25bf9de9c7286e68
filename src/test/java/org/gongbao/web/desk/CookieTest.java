package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.SessionCookieConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.gongbao.system.GongbaoSettings;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockServletContext;

class CookieTest {

    private static SessionCookieConfig cookie(String base) throws ServletException {
        MockServletContext context = new MockServletContext();
        DeskSecurity.deskCookie(new GongbaoSettings(Path.of("."), URI.create(base), ZoneOffset.UTC, "云州", false, null))
                .onStartup(context);
        return context.getSessionCookieConfig();
    }

    @Test
    void whereReadersComeByHttpsTheCookieGoesByHttpsAlone() throws ServletException {
        assertThat(cookie("https://gongbao.yunzhou.example").isSecure()).isTrue();
        assertThat(cookie("http://localhost:8080").isSecure()).isFalse();
    }
}
