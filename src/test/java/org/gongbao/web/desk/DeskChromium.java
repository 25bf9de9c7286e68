package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.web.Axe;
import org.gongbao.web.Chromium;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.chrome.ChromeDriver;

/** A real browser that takes over the sessions of others and looks at pages with axe. */
final class DeskChromium {

    private final ChromeDriver browser = Chromium.start(Chromium.Device.DESK, true);
    private final List<String> found = new ArrayList<>();

    DeskChromium() {
        browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
    }

    /** Goes on as who is signed in elsewhere. */
    void become(Browser signedIn) {
        browser.get(LiveDesk.base() + "/desk/sign-in");
        browser.manage().deleteAllCookies();
        signedIn.cookies().stream()
                .filter(cookie -> cookie.getName().equals(DeskSecurity.COOKIE))
                .forEach(cookie -> browser.manage()
                        .addCookie(new Cookie.Builder(cookie.getName(), cookie.getValue())
                                .path("/desk")
                                .build()));
    }

    /** Looks at a page in both languages and in both prints. */
    void look(String path, String who) {
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

    List<String> found() {
        return found;
    }

    void close() {
        browser.quit();
    }
}
