package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gongbao.access.Role;
import org.gongbao.access.Totp;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.web.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Every role in a real browser, from sign-in to the public page. */
class BrowserJourneyTest {

    private static final Path DECREE = Path.of("ingest/samples/public-data-decree.pdf");

    private ChromeDriver browser;

    @BeforeEach
    void start() {
        ChromeOptions options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--lang=zh-CN", "--accept-lang=zh-CN");
        browser = Chromium.start(options);
        browser.manage().window().setSize(new Dimension(1440, 2600));
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    private void signIn(LiveDesk.Member member) {
        browser.manage().deleteAllCookies();
        open("/desk/sign-in");
        browser.findElement(By.name("name")).sendKeys(member.name());
        browser.findElement(By.name("password")).sendKeys(LiveDesk.PASSWORD);
        click("main form button");
        waitFor("input[name=code]").sendKeys(Totp.code(member.secret(), LiveDesk.now()));
        click("main form button");
        waitFor(".desk-person");
        LiveDesk.move(Duration.ofSeconds(60));
    }

    private void open(String path) {
        browser.get(LiveDesk.base() + path);
    }

    private void click(String css) {
        click(browser.findElement(By.cssSelector(css)));
    }

    private void click(WebElement element) {
        browser.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        element.click();
    }

    private WebElement waitFor(String css) {
        return new WebDriverWait(browser, Duration.ofSeconds(30))
                .until(driver -> driver.findElements(By.cssSelector(css)).stream()
                        .findFirst()
                        .orElse(null));
    }

    /** Opens the only submission of a queue. */
    private void openFirst(String queue, String title) {
        open("/desk?queue=" + queue);
        picture("queue-" + queue);
        browser.findElement(By.partialLinkText(title)).click();
    }

    private void move(String move) {
        click(browser.findElement(By.cssSelector("input[name=move][value=" + move + "]"))
                .findElement(By.xpath(".."))
                .findElement(By.tagName("button")));
    }

    /** What the program does by itself is seen when the page is looked at again. */
    private void waitForState(String word) {
        new WebDriverWait(browser, Duration.ofSeconds(60))
                .ignoring(StaleElementReferenceException.class)
                .until(driver -> {
                    boolean there =
                            driver.findElements(By.xpath("//header//*[contains(@class,'badge')][.='" + word + "']"))
                                            .size()
                                    == 1;
                    if (!there && word.equals("已发布")) {
                        driver.navigate().refresh();
                    }
                    return there;
                });
    }

    /** Kept only where somebody wants to look: {@code -Dgongbao.tests.pictures=DIR}. */
    private void picture(String name) {
        String folder = System.getProperty("gongbao.tests.pictures");
        if (folder != null) {
            try {
                byte[] png = browser.getScreenshotAs(org.openqa.selenium.OutputType.BYTES);
                Files.write(Files.createDirectories(Path.of(folder)).resolve("desk-" + name + ".png"), png);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Test
    void aDocumentGoesThroughEveryHandToThePublicPage() {
        String title = "云州市公共数据管理办法";
        LiveDesk.Member submitter = LiveDesk.member(Role.SUBMITTER);
        signIn(submitter);
        submit(title);
        signIn(LiveDesk.member(Role.DEPARTMENT_APPROVER));
        openFirst("waiting", title);
        move("endorse");
        waitForState("已报送");

        signIn(LiveDesk.member(Role.EDITOR));
        openFirst("new", title);
        move("take");
        waitForState("第 1 审");
        correct();
        openFirst("waiting", title);
        move("pass");
        waitForState("第 2 审");
        signIn(LiveDesk.member(Role.PRIVACY_REVIEWER));
        openFirst("waiting", title);
        browser.findElement(By.cssSelector(".desk-documents a")).click();
        browser.findElement(By.partialLinkText("个人信息")).click();
        picture("personal-data");
        assertThat(browser.findElement(By.cssSelector(".callout")).getText()).isEqualTo("没有待决定的个人信息。");
        signIn(LiveDesk.member(Role.EDITOR));
        openFirst("waiting", title);
        move("pass");
        waitForState("第 3 审");
        signIn(LiveDesk.member(Role.CHIEF_EDITOR));
        openFirst("waiting", title);
        move("pass");
        waitForState("已批准");
        move("schedule");
        publishedPage(title);
    }

    private void submit(String title) {
        click("main .button");
        picture("hand-in");
        browser.findElement(By.id("file-main")).sendKeys(DECREE.toAbsolutePath().toString());
        click("main form button");
        waitFor(".desk-documents");
        while (!browser.findElements(By.linkText("刷新")).isEmpty()) {
            browser.findElement(By.linkText("刷新")).click();
        }
        assertThat(browser.findElement(By.cssSelector(".desk-documents")).getText())
                .contains(title, "云州市人民政府");
        picture("submission-draft");
        click("input[name=mode][value=PROACTIVE]");
        new Select(browser.findElement(By.id("article"))).selectByValue("20");
        browser.findElement(By.id("reviewer")).sendKeys("周正");
        click("input[name=interpretation][value=NONE]");
        browser.findElement(By.id("noInterpretation")).sendKeys("另有新闻发布会");
        click("#statement form button");
        waitFor(".page-head .badge-wait");
        move("confirm");
        waitForState("待部门审核");
    }

    private void correct() {
        browser.findElement(By.cssSelector(".desk-documents a")).click();
        assertThat(browser.findElements(By.cssSelector(".desk-pages svg image")))
                .isNotEmpty();
        assertThat(browser.findElements(By.cssSelector(".desk-pages rect[data-field=title]")))
                .isNotEmpty();
        Object drawn = browser.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                const address = document.querySelector('.desk-pages image').getAttribute('href');
                const image = new Image();
                image.onload = () => done(image.naturalWidth);
                image.onerror = () => done(0);
                image.src = address;
                """);
        assertThat((Long) drawn).isGreaterThan(500);
        picture("document");
        WebElement field = browser.findElement(By.id("field-themes"));
        click(field.findElement(By.cssSelector("details:not(.evidence) summary")));
        field.findElement(By.name("value")).sendKeys("电子政务");
        WebElement page = browser.findElement(By.cssSelector(".desk-pages svg"));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", page);
        new Actions(browser)
                .moveToElement(page, -100, -100)
                .clickAndHold()
                .moveByOffset(120, 60)
                .release()
                .perform();
        assertThat(field.findElement(By.name("page")).getAttribute("value")).isEqualTo("1");
        assertThat(Double.parseDouble(field.findElement(By.name("width")).getAttribute("value")))
                .isBetween(20.0, 200.0);
        picture("drawn");
        field.findElement(By.name("reason")).sendKeys("补主题");
        click(field.findElement(By.cssSelector("form button")));
        waitFor("#field-themes .repaired");
        assertThat(browser.findElement(By.id("field-themes")).getText()).contains("电子政务", "人工更正");
        assertThat(browser.findElements(By.cssSelector(".desk-pages rect[data-field=themes]")))
                .as("the place that was drawn")
                .hasSize(1);
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    private void publishedPage(String title) {
        waitForState("已发布");
        picture("submission-published");
        String link = browser.findElement(By.cssSelector(".desk-documents a")).getAttribute("href");
        assertThat(LiveDesk.get(DisseminationEngine.class).awaitCaughtUp(Duration.ofSeconds(30)))
                .isTrue();
        browser.manage().deleteAllCookies();
        open("/doc/" + link.substring(link.lastIndexOf('/') + 1));
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo(title);
        assertThat(browser.findElement(By.id("metadata")).getText()).contains("电子政务");
    }

    @Test
    void everyAdministratorFindsTheirOwnWorkAndNoDocuments() {
        for (Role role : List.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR)) {
            signIn(LiveDesk.member(role));
            assertThat(browser.findElements(By.cssSelector(".desk-queues"))).isEmpty();
            for (String address : browser.findElements(By.cssSelector(".desk-nav a")).stream()
                    .map(link -> link.getAttribute("href"))
                    .toList()) {
                browser.get(address);
                picture(role.code() + address.replaceAll(".*/desk", "").replace('/', '-'));
                assertThat(browser.findElements(By.cssSelector(".status-code"))).isEmpty();
            }
        }
    }
}
