package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.web.Axe;
import org.gongbao.web.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** Every public page is free of what axe-core finds, in both languages and in both prints, on a desk and on a phone. */
@Tag("slow")
class AccessibilityTest {

    private ChromeDriver browser;

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @ParameterizedTest
    @CsvSource({"DESK, usual", "DESK, large", "PHONE, usual", "PHONE, large"})
    void axeFindsNothing(Chromium.Device device, String print) {
        browser = Chromium.start(device, true);
        browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
        List<String> found = new ArrayList<>();
        List<String> pages = new ArrayList<>(PagesTest.PAGES);
        pages.addAll(List.of("/verify", "/doc/" + DemoDocuments.PLAN + "/report"));
        for (String path : pages) {
            for (String language : List.of("zh-CN", "en")) {
                browser.get(LiveSite.base() + path + (path.contains("?") ? "&" : "?") + "lang=" + language + "&print="
                        + print);
                Axe.violations(browser).forEach(violation -> found.add(path + " in " + language + ": " + violation));
            }
        }
        assertThat(found).isEmpty();
    }
}
