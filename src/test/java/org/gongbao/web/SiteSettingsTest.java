package org.gongbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** What a website says of itself, and what it is told that it lacks. */
class SiteSettingsTest {

    private static SiteSettings settings(Map<String, String> values) {
        @Nullable SiteSettings[] found = new SiteSettings[1];
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues(values.entrySet().stream()
                        .map(entry -> "gongbao.site." + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new))
                .run(context -> {
                    if (context.getStartupFailure() != null) {
                        throw context.getStartupFailure();
                    }
                    found[0] = context.getBean(SiteSettings.class);
                });
        return java.util.Objects.requireNonNull(found[0]);
    }

    @Test
    void whatIsEmptyIsNamedAtStart() {
        Logger log = (Logger) LoggerFactory.getLogger(FooterNotice.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        try {
            new FooterNotice(settings(Map.of("host", "云州市人民政府办公室", "id-code", "3699000001", "contact", " "))).say();
            new FooterNotice(settings(Map.of(
                            "host", "云州市人民政府办公室",
                            "undertaker", "云州市政务信息中心",
                            "contact", "0799-0000000",
                            "id-code", "3699000001",
                            "icp", "赣ICP备00000000号",
                            "police", "赣公网安备 36990000000000号",
                            "applications", "https://www.yunzhou.example/ysq",
                            "hotline", "https://12345.yunzhou.example/")))
                    .say();
        } finally {
            log.detachAppender(lines);
        }
        assertThat(lines.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .endsWith(
                                "gongbao.site.undertaker, gongbao.site.contact, gongbao.site.icp, gongbao.site.police,"
                                        + " gongbao.site.applications, gongbao.site.hotline"));
    }

    @Test
    void anAddressIsNeverAScriptAndACodeHasTenDigits() {
        for (Map<String, String> wrong : java.util.List.of(
                Map.of("privacy", "javascript:alert(1)"),
                Map.of("hotline", "ftp://12345.example"),
                Map.of("id-code", "369900001"))) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> settings(wrong)))
                    .as(wrong.toString())
                    .hasRootCauseInstanceOf(
                            org.springframework.boot.context.properties.bind.validation.BindValidationException.class);
        }
        assertThat(settings(Map.of("privacy", "/about/privacy", "hotline", "https://12345.example/x?y=1"))
                        .privacy())
                .isEqualTo("/about/privacy");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SiteSettings.class)
    static class Settings {}
}
