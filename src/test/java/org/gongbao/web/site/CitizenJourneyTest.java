package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.gongbao.web.Chromium;
import org.gongbao.web.Chromium.Device;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a citizen comes for, from the first page to the end, as a citizen does it. */
class CitizenJourneyTest {

    private static final String PLAN = "云州市2023年养老服务体系建设实施方案";

    private ChromeDriver browser;

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    private void comes(Device device, boolean scripts) {
        browser = Chromium.start(device, scripts);
    }

    private void opens(String path) {
        browser.get(LiveSite.base() + path);
    }

    private void searches(String words) {
        Chromium.searches(browser, words);
    }

    private void leavesBy(WebElement element, CharSequence... keys) {
        Chromium.leavesBy(browser, element, keys);
    }

    /** Follows a link as a finger does: it has to be on the screen, and nothing may lie over it. */
    private void follows(String words) {
        WebElement link = browser.findElement(By.partialLinkText(words));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", link);
        link.click();
    }

    private String title() {
        return browser.findElement(By.tagName("h1")).getText();
    }

    private void seesNothingBesideTheScreen() {
        assertThat((Boolean) browser.executeScript(
                        "const page = document.documentElement; return page.scrollWidth <= page.clientWidth;"))
                .as(browser.getCurrentUrl())
                .isTrue();
    }

    /** Goes on with the tabulator until something is reached, as who has no mouse does. */
    private WebElement tabsTo(Predicate<WebElement> wanted) {
        for (int i = 0; i < 120; i++) {
            try {
                browser.switchTo().activeElement().sendKeys(Keys.TAB);
                WebElement focused = browser.switchTo().activeElement();
                if (wanted.test(focused)) {
                    return focused;
                }
            } catch (StaleElementReferenceException e) {
                // The page that was left is still there for a moment.
                continue;
            }
        }
        throw new AssertionError("not reached with the keyboard at " + browser.getCurrentUrl());
    }

    private static Predicate<WebElement> link(String words) {
        return element -> element.getTagName().equals("a") && element.getText().contains(words);
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void findsADocumentByATitleHalfRemembered(Device device) {
        comes(device, true);
        opens("/");
        seesNothingBesideTheScreen();
        searches("养老服务体系");
        seesNothingBesideTheScreen();
        follows(PLAN);
        assertThat(title()).isEqualTo(PLAN);
        seesNothingBesideTheScreen();
        follows("大字版");
        assertThat(browser.findElement(By.tagName("html")).getAttribute("class"))
                .isEqualTo("large");
        assertThat(title()).isEqualTo(PLAN);
        seesNothingBesideTheScreen();
        assertThat(browser.findElement(By.cssSelector("#text .text")).isDisplayed())
                .isTrue();
    }

    @Test
    void findsADocumentByItsNumberHoweverTheBracketsAreWritten() {
        comes(Device.PHONE, true);
        opens("/");
        searches(DemoPlan.NUMBER);
        assertThat(browser.findElement(By.tagName("body")).getText()).contains(DemoPlan.NUMBER);
        follows(PLAN);
        assertThat(browser.findElement(By.cssSelector(".byline .number")).getText())
                .isEqualTo(DemoPlan.NUMBER);
    }

    @Test
    void findsWhatAnAgencyPublished() {
        comes(Device.DESK, true);
        opens("/browse");
        browser.executeScript("document.querySelectorAll('details').forEach(each => { each.open = true; })");
        follows("云州市财政局");
        assertThat(title()).contains("云州市财政局");
        assertThat(browser.findElements(By.cssSelector(".hit-title a"))).isNotEmpty();
    }

    @Test
    void readsAndReportsAMistakeWithTheKeyboardAlone() {
        comes(Device.DESK, true);
        opens("/");
        leavesBy(tabsTo(element -> "q".equals(element.getAttribute("id"))), "养老服务体系", Keys.ENTER);
        leavesBy(tabsTo(link(PLAN)), Keys.ENTER);
        assertThat(title()).isEqualTo(PLAN);
        leavesBy(
                tabsTo(element -> Objects.requireNonNullElse(element.getAttribute("href"), "")
                        .endsWith("/report")),
                Keys.ENTER);
        tabsTo(element -> "report-text".equals(element.getAttribute("id"))).sendKeys("第二段的年份有误。");
        tabsTo(element -> "submit".equals(element.getAttribute("type"))
                        && element.findElements(By.xpath("ancestor::main")).size() == 1)
                .sendKeys(Keys.ENTER);
        new WebDriverWait(browser, Duration.ofSeconds(10))
                .until(driver -> !driver.findElements(By.cssSelector(".callout[role=status]"))
                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void readsTheOriginalPageAndTheText(Device device) {
        comes(device, true);
        opens("/");
        searches("养老服务体系");
        follows(PLAN);
        waitFor(".in-step");
        WebElement image = browser.findElement(By.cssSelector("#image_1 img"));
        if (device != Device.DESK) {
            assertThat(image.isDisplayed())
                    .as("two tabs, of which the text comes first")
                    .isFalse();
            WebElement tab = browser.findElement(By.id("tab-pages"));
            browser.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", tab);
            tab.click();
        }
        assertThat(image.isDisplayed()).isTrue();
        assertThat((Boolean) browser.executeAsyncScript(
                        "const [image, done] = arguments; const told = () => done(image.naturalWidth > 300);"
                                + "image.complete ? told() : image.addEventListener('load', told);",
                        image))
                .isTrue();
        seesNothingBesideTheScreen();
        browser.executeScript("arguments[0].scrollIntoView({block: 'start', behavior: 'instant'})", image);
        new org.openqa.selenium.interactions.Actions(browser)
                .moveToElement(image, 0, 0)
                .click()
                .perform();
        WebElement chosen = waitFor(".text [aria-current]");
        assertThat(chosen.isDisplayed())
                .as("a line of the page leads to its words")
                .isTrue();
        assertThat(browser.findElements(By.cssSelector("#pages rect"))).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void comparesTwoVersions(Device device) {
        comes(device, true);
        opens("/doc/" + DemoDocuments.PLAN);
        WebElement compare = browser.findElement(By.cssSelector("#versions a[href$='/diff/1..2']"));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", compare);
        compare.click();
        assertThat(browser.findElement(By.cssSelector(".difference del")).getText())
                .isNotEmpty();
        assertThat(browser.findElement(By.cssSelector(".difference ins")).getText())
                .isNotEmpty();
        assertThat(browser.findElement(By.cssSelector(".difference")).getText())
                .contains("云政办字〔2023〕21号", DemoPlan.NUMBER);
        seesNothingBesideTheScreen();
        follows(PLAN);
        assertThat(title()).isEqualTo(PLAN);
    }

    private WebElement waitFor(String css) {
        return new WebDriverWait(browser, Duration.ofSeconds(30))
                .until(driver -> driver.findElements(By.cssSelector(css)).stream()
                        .findFirst()
                        .orElse(null));
    }

    @Test
    void reportsAMistakeAtAFieldWithoutAScriptAndSeesWhatCameOfIt() {
        comes(Device.PHONE, false);
        opens("/doc/" + DemoDocuments.PLAN);
        assertThat(browser.findElement(By.cssSelector(".reader-reports")).getText())
                .contains("已更正 1 件")
                .doesNotContain("4");
        WebElement link = browser.findElement(By.cssSelector("a.report-field[href$='place=field.issuedOn']"));
        assertThat(link.isDisplayed()).isTrue();
        leavesBy(link, Keys.ENTER);
        assertThat(browser.findElement(By.tagName("main")).getText()).contains("成文日期", "2023-05-");
        seesNothingBesideTheScreen();
        leavesBy(browser.findElement(By.id("report-text")), "日期有误。", Keys.TAB, Keys.TAB, Keys.ENTER);
        follows(FakeReports.OPEN);
        assertThat(title()).isEqualTo("报错处理结果");
        assertThat(browser.findElement(By.tagName("main")).getText()).contains("正在核实");
    }

    @Test
    void findsReadsAndChangesToLargePrintWithoutAScript() {
        comes(Device.PHONE, false);
        opens("/");
        searches("养老服务体系");
        leavesBy(browser.findElement(By.partialLinkText(PLAN)), Keys.ENTER);
        leavesBy(browser.findElement(By.partialLinkText("大字版")), Keys.ENTER);
        assertThat(browser.findElement(By.tagName("html")).getAttribute("class"))
                .isEqualTo("large");
        leavesBy(browser.findElement(By.cssSelector(".masthead .brand")), Keys.ENTER);
        assertThat(browser.findElement(By.tagName("html")).getAttribute("class"))
                .as("the choice is kept on the next page")
                .isEqualTo("large");
    }
}
