package org.gongbao.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Real browsers for tests; skipped where there is none, unless {@code gongbao.tests.tools=required}. */
public final class Chromium {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private Chromium() {}

    /** Whose browser it is. */
    public enum Device {
        DESK(1280, 900, false, null),
        PHONE(360, 740, true, null),
        /** The browser inside the app in which most people in China open what they are sent. */
        WECHAT(
                390,
                780,
                true,
                "Mozilla/5.0 (Linux; Android 13; V2244A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0"
                        + " Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20231202 MicroMessenger/8.0.47.2560(0x28002F30)"
                        + " WeChat/arm64 Weixin NetType/4G Language/zh_CN ABI/arm64");

        private final int width;
        private final int height;
        private final boolean isMobile;
        private final @Nullable String agent;

        Device(int width, int height, boolean isMobile, @Nullable String agent) {
            this.width = width;
            this.height = height;
            this.isMobile = isMobile;
            this.agent = agent;
        }
    }

    /** Skips the test where there is no browser. */
    public static void require() {
        boolean there = Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
        if ("required".equals(System.getProperty("gongbao.tests.tools")) && !there) {
            Assertions.fail("chromium and chromedriver are required and not there");
        }
        Assumptions.assumeTrue(there, "chromium and chromedriver are not there");
    }

    /** Searches with the box of a page, and returns when that page is left: it, too, may have links to what is sought. */
    public static void searches(ChromeDriver browser, String words) {
        leavesBy(browser, browser.findElement(By.id("q")), words, Keys.ENTER);
    }

    /**
     * Presses keys on an element, and returns when the page that it is on is left. While one page goes and another
     * comes, the driver may answer anything but what was asked.
     */
    public static void leavesBy(ChromeDriver browser, WebElement element, CharSequence... keys) {
        element.sendKeys(keys);
        new WebDriverWait(browser, Duration.ofSeconds(30))
                .ignoring(WebDriverException.class)
                .until(ExpectedConditions.stalenessOf(element));
    }

    /** One with options of its own. */
    public static ChromeDriver start(ChromeOptions options) {
        require();
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options.setBinary(BROWSER.toFile()));
    }

    public static ChromeDriver start(Device device, boolean scripts) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--lang=zh-CN",
                "--accept-lang=zh-CN",
                "--window-size=" + device.width + "," + device.height);
        if (device.agent != null) {
            options.addArguments("--user-agent=" + device.agent);
        }
        options.setCapability("goog:loggingPrefs", logs);
        if (!scripts) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        ChromeDriver browser = start(options);
        if (device.isMobile) {
            browser.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", device.width, "height", device.height, "deviceScaleFactor", 1, "mobile", true));
            browser.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", true));
        }
        return browser;
    }
}
