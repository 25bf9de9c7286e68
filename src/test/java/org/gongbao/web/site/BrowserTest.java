package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.gongbao.web.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The pages in a real browser; skipped where there is none, unless {@code gongbao.tests.tools=required}. */
class BrowserTest {

    /** What reaches beyond the page where the page scrolls sideways. */
    private static final String TOO_WIDE = """
            const page = document.documentElement;
            return page.scrollWidth <= page.clientWidth ? [] : [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > page.clientWidth && !e.closest('.scroll table'))
                .map(e => e.outerHTML.slice(0, 120));
            """;

    private ChromeDriver browser;

    @BeforeEach
    void theBrowserIsThere() {
        Chromium.require();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void noPageScrollsSidewaysOnAPhone() throws IOException {
        for (int width : List.of(320, 360)) {
            start(width, true);
            for (String path : PagesTest.PAGES) {
                for (String language : List.of("zh-CN", "en")) {
                    open(path, language);
                    picture(width, path, language);
                    assertThat((List<?>) browser.executeScript(TOO_WIDE))
                            .as(path + " in " + language + " at " + width)
                            .isEmpty();
                }
            }
            browser.quit();
        }
    }

    @Test
    void largePrintDoesNotScrollSidewaysOnAPhone() {
        start(320, true);
        for (String path :
                List.of("/org/" + FakeAgencies.FINANCE, "/search?q=%E5%85%BB%E8%80%81", "/doc/" + DemoDocuments.PLAN)) {
            open(path + (path.contains("?") ? "&" : "?") + "print=large", "zh-CN");
            assertThat((List<?>) browser.executeScript(TOO_WIDE)).as(path).isEmpty();
        }
    }

    @Test
    void noPageBreaksTheContentSecurityPolicy() {
        start(1280, true);
        for (String path : PagesTest.PAGES) {
            open(path, "zh-CN");
            assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                    .filteredOn(entry -> !entry.getMessage().contains("the server responded with a status of"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void searchAndDocumentWorkWithoutJavascript() {
        start(1280, false);
        open("/", "zh-CN");
        Chromium.searches(browser, "养老");
        browser.findElement(By.linkText("云州市2023年养老服务体系建设实施方案")).click();
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("云州市2023年养老服务体系建设实施方案");
        browser.findElement(By.cssSelector(".evidence summary")).click();
        assertThat(browser.findElement(By.cssSelector(".evidence .raw")).isDisplayed())
                .isTrue();
        browser.findElement(By.linkText("English")).click();
        assertThat(browser.findElement(By.id("tasks-title")).getText()).isEqualTo("Duties");
        assertThat(browser.findElements(By.className("copy"))).isEmpty();
    }

    @Test
    void theScriptAddsAButtonThatCopiesTheCitation() {
        start(1280, true);
        open("/doc/" + DemoDocuments.PLAN, "zh-CN");
        assertThat(browser.findElement(By.className("copy")).getText()).isEqualTo("复制引文");
    }

    @Test
    void theKeyboardReachesEverythingInOrderAndShowsWhereItIs() {
        start(1280, true);
        open("/doc/" + DemoDocuments.PLAN, "zh-CN");
        Set<String> seen = new HashSet<>();
        Object first = null;
        for (int i = 0; i < 25; i++) {
            browser.switchTo().activeElement().sendKeys(Keys.TAB);
            WebElement focused = browser.switchTo().activeElement();
            first = first == null ? focused.getAttribute("class") : first;
            assertThat(focused.getCssValue("outline-style"))
                    .as(focused.getAttribute("outerHTML"))
                    .isEqualTo("solid");
            seen.add(focused.getAttribute("outerHTML"));
        }
        assertThat(first).isEqualTo("skip");
        assertThat(seen).hasSizeGreaterThanOrEqualTo(24);
    }

    private void open(String path, String language) {
        browser.get(LiveSite.base() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
    }

    private void start(int width, boolean scripts) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900");
        options.setCapability("goog:loggingPrefs", logs);
        if (!scripts) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        browser = Chromium.start(options);
        if (width < 1000) {
            browser.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", true));
        }
    }

    /** Keeps a picture where {@code gongbao.tests.pictures} names a folder. */
    private void picture(int width, String path, String language) throws IOException {
        String folder = System.getProperty("gongbao.tests.pictures");
        if (folder != null) {
            Map<String, Object> whole = browser.executeCdpCommand(
                    "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "format", "png"));
            byte[] png = java.util.Base64.getDecoder().decode(whole.get("data").toString());
            Files.createDirectories(Path.of(folder));
            Files.write(Path.of(folder, width + path.replaceAll("\\W", "_") + language + ".png"), png);
        }
    }
}
