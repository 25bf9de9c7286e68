package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongbao.access.Role;
import org.gongbao.web.Axe;
import org.gongbao.web.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.chrome.ChromeDriver;

/** The desk is free of what axe-core finds, as each role sees it, in both languages and in both prints. */
@Tag("slow")
class DeskAccessibilityTest {

    /** Public pages that only the whole program has. */
    private static final List<String> PUBLIC = List.of("/catalog", "/duties", "/verify", "/desk/sign-in");

    private ChromeDriver browser;

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void axeFindsNothing() {
        browser = Chromium.start(Chromium.Device.DESK, true);
        browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
        List<String> found = new ArrayList<>();
        for (String path : PUBLIC) {
            look(path, "a visitor", found);
        }
        Set<String> seen = new LinkedHashSet<>();
        for (Role role : Role.values()) {
            Browser signedIn = LiveDesk.signedIn(role);
            Set<String> pages = new LinkedHashSet<>(signedIn.page("/desk")
                    .select(".desk-nav a, main a[href^=/desk]")
                    .eachAttr("href"));
            browser.get(LiveDesk.base() + "/desk/sign-in");
            browser.manage().deleteAllCookies();
            signedIn.cookies().stream()
                    .filter(cookie -> cookie.getName().equals(DeskSecurity.COOKIE))
                    .forEach(cookie -> browser.manage()
                            .addCookie(new org.openqa.selenium.Cookie.Builder(cookie.getName(), cookie.getValue())
                                    .path("/desk")
                                    .build()));
            for (String page : pages) {
                if (seen.add(page)) {
                    look(page, role.code(), found);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(8);
        assertThat(found).isEmpty();
    }

    private void look(String path, String who, List<String> found) {
        for (String language : List.of("zh-CN", "en")) {
            for (String print : List.of("usual", "large")) {
                browser.get(LiveDesk.base() + path + (path.contains("?") ? "&" : "?") + "lang=" + language + "&print="
                        + print);
                assertThat(browser.getCurrentUrl()).as(who).contains(path.replaceFirst("[?].*", ""));
                Axe.violations(browser)
                        .forEach(one -> found.add(path + " as " + who + " in " + language + ", " + print + ": " + one));
            }
        }
    }
}
