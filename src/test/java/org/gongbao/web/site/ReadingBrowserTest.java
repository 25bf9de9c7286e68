package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gongbao.web.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The text and its pages in step, in a real browser. */
class ReadingBrowserTest {

    private static final String PLAN = "/doc/" + DemoDocuments.PLAN;

    private ChromeDriver browser;

    @BeforeEach
    void start() {
        ChromeOptions options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1440,900");
        options.addArguments("--force-prefers-reduced-motion");
        browser = Chromium.start(options);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void aSentenceShowsItsBoxAndTheArrowsGoOn() {
        open(PLAN);
        WebElement paragraph = browser.findElement(By.id("sec_1")).findElement(By.xpath("following-sibling::p[1]"));
        click(paragraph);

        WebElement box = waitFor("#image_1 rect");
        assertThat(Double.parseDouble(box.getAttribute("width"))).isGreaterThan(100);
        assertThat(Double.parseDouble(box.getAttribute("y"))).isEqualTo(DemoPages.TOP + 11 * DemoPages.STEP - 2.0);
        assertThat(browser.getCurrentUrl()).endsWith("#" + paragraph.getAttribute("id"));
        paragraph.sendKeys(Keys.ARROW_DOWN);
        paragraph = browser.switchTo().activeElement();
        assertThat(paragraph.getText()).startsWith("到2023年底");
        assertThat(Double.parseDouble(
                        browser.findElement(By.cssSelector("#pages rect")).getAttribute("y")))
                .isEqualTo(DemoPages.TOP + 12 * DemoPages.STEP - 2.0);
    }

    @Test
    void aMistakeIsReportedAtTheSentenceThatWasChosen() {
        open(PLAN);
        WebElement paragraph = browser.findElements(By.cssSelector(".text p[data-s]")).stream()
                .filter(each -> each.getText().split("。").length > 1)
                .findFirst()
                .orElseThrow();
        String words = paragraph.getText();
        click(paragraph);
        waitFor("[aria-current]");
        WebElement chosen = browser.findElement(By.cssSelector(".text [aria-current] > .report-here"));
        chosen.sendKeys(Keys.ENTER);

        WebElement sentence = waitFor("input[name=quote]:checked");
        assertThat(sentence.getAttribute("value")).isNotEmpty();
        assertThat(words).contains(sentence.getAttribute("value"));
        browser.findElement(By.id("report-text")).sendKeys("年份有误。");
        click(browser.findElement(By.cssSelector("main button[type=submit]")));
        assertThat(waitFor(".callout a[href^='/report/']").getText()).isEqualTo(FakeReports.OPEN);
        click(browser.findElement(By.cssSelector(".callout a")));
        assertThat(waitFor("main").getText()).contains("正在核实");
    }

    @Test
    void aSentenceOfTheSecondPageTurnsThePages() {
        open(PLAN);
        long before = rolled();
        click(browser.findElement(By.cssSelector("[data-s]:has(> #page_2), [data-s]:has(#page_2)")));
        waitFor("#image_2 rect");
        assertThat(rolled()).isGreaterThan(before);
    }

    @Test
    void theEvidenceOfAFieldIsShownOnItsPage() {
        open(PLAN);
        browser.findElement(By.cssSelector(".evidence summary")).click();
        WebElement link = browser.findElement(By.cssSelector(".evidence a[data-box]"));
        link.click();
        String[] box = link.getAttribute("data-box").split(" ");
        WebElement drawn = waitFor("#image_1 rect");
        assertThat(Double.parseDouble(drawn.getAttribute("x"))).isEqualTo(Double.parseDouble(box[0]) - 2);
        assertThat(Double.parseDouble(drawn.getAttribute("height"))).isEqualTo(Double.parseDouble(box[3]) + 4);
    }

    @Test
    void aTableIsSortedByItsHeadAndStandsAgainAsItWasWritten() {
        open(PLAN);
        WebElement head = browser.findElement(By.cssSelector(".text th:nth-child(2) button"));
        click(head);
        assertThat(funds()).containsExactly("860", "1200");
        assertThat(head.findElement(By.xpath("..")).getAttribute("aria-sort")).isEqualTo("ascending");
        click(head);
        click(head);
        assertThat(funds()).containsExactly("1200", "860");
        assertThat(browser.findElements(By.cssSelector("th[aria-sort]"))).isEmpty();
    }

    private List<String> funds() {
        return browser.findElements(By.cssSelector(".text td:nth-child(2)")).stream()
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void aCitedDocumentIsSeenBeforeOneGoesThere() {
        open(PLAN);
        WebElement link = browser.findElement(By.cssSelector(".text a.cited"));
        browser.executeScript("arguments[0].focus()", link);
        assertThat(waitFor("#preview").getText()).contains(DemoRecords.decree().title());
        link.sendKeys(Keys.ESCAPE);
        assertThat(browser.findElements(By.id("preview"))).isEmpty();
    }

    @Test
    void thePagesFollowTheReader() {
        open(PLAN);
        waitFor(".in-step");
        browser.executeScript("document.getElementById('sec_3').scrollIntoView({block: 'start', behavior: 'instant'})");
        new WebDriverWait(browser, Duration.ofSeconds(20)).until(there -> rolled() > 0);
    }

    @Test
    void onAPhoneTextAndPagesAreTwoTabs() {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 360, "height", 740, "deviceScaleFactor", 1, "mobile", true));
        open(PLAN);
        List<WebElement> tabs = browser.findElements(By.cssSelector("[role=tab]"));
        assertThat(tabs).extracting(WebElement::getText).containsExactly("正文", "原件");
        assertThat(browser.findElement(By.id("text")).isDisplayed()).isTrue();
        assertThat(browser.findElement(By.id("pages")).isDisplayed()).isFalse();

        click(tabs.get(1));
        assertThat(browser.findElement(By.id("text")).isDisplayed()).isFalse();
        assertThat(browser.findElement(By.cssSelector("#image_1 img")).isDisplayed())
                .isTrue();
        tabs.get(1).sendKeys(Keys.ARROW_LEFT);
        assertThat(browser.findElement(By.id("text")).isDisplayed()).isTrue();

        click(browser.findElement(By.cssSelector("#page_2 a")));
        assertThat(browser.findElement(By.id("image_2")).isDisplayed()).isTrue();
    }

    private long rolled() {
        return ((Number) browser.executeScript("return Math.round(document.querySelector('.pages-roll').scrollTop)"))
                .longValue();
    }

    private void open(String path) {
        browser.get(LiveSite.base() + path + "?lang=zh-CN");
        waitFor(".in-step");
    }

    private WebElement waitFor(String css) {
        return new WebDriverWait(browser, Duration.ofSeconds(30))
                .until(there -> there.findElements(By.cssSelector(css)).stream()
                        .findFirst()
                        .orElse(null));
    }

    private void click(WebElement element) {
        browser.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        element.click();
    }
}
