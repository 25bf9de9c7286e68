package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.system.DataFolder;
import org.gongbao.web.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A citizen follows a document by mail on a phone: asks, confirms, is told, and stops; the mails lie in the file outbox. */
class FollowJourneyTest {

    private static final Pattern LINK = Pattern.compile("/follow/(confirm|stop)/[\\w-]{43}");

    private final ChromeDriver browser = Chromium.start(Chromium.Device.PHONE, true);

    @AfterEach
    void close() {
        browser.quit();
    }

    @Test
    void aDocumentIsFollowedFromTheFirstMailToTheLast() throws Exception {
        Uid uid = ReaderReportTest.published("云州市人民政府关于轮渡班次的通告");
        String address = "rider-" + uid + "@yunzhou.example";
        opens("/doc/" + uid);
        clicks(browser.findElement(By.cssSelector(".actions a[href^='/follow']")));
        browser.findElement(By.id("follow-address")).sendKeys(address);
        clicks(browser.findElement(By.cssSelector("main button[type=submit]")));
        seesStatus();

        String confirm = link(letterTo(address, "confirm"), "confirm");
        opens(confirm);
        assertThat(browser.findElements(By.cssSelector("main [role=status]")))
                .as("a link alone, which a scanner of mail may open, confirms nothing")
                .isEmpty();
        clicks(browser.findElement(By.cssSelector("main button[type=submit]")));
        seesStatus();

        correct(uid);
        DutiesTest.awaitIndex();
        LiveDesk.move(Duration.ofDays(2));
        String digest = letterTo(address, "stop");
        assertThat(digest).contains("云州市人民政府关于轮渡班次的通告", "/id/doc/" + uid);

        opens(link(digest, "stop"));
        clicks(browser.findElement(By.cssSelector("main button[type=submit]")));
        seesStatus();
        assertThat(letters(address))
                .as("whoever stops is forgotten with the letters")
                .isEmpty();
    }

    private static void correct(Uid uid) {
        DocumentRecord record = ((PublicState.Public)
                        LiveDesk.get(PublishedDocuments.class).find(uid).orElseThrow())
                .document().record().toBuilder().documentNumber("云政通〔2024〕9号").build();
        LiveDesk.get(Publisher.class)
                .publish(uid, record, new PackageContent(record, Map.of()), LogEvent.Type.CORRECTED);
    }

    private void opens(String path) {
        browser.get(LiveDesk.base() + path);
    }

    private void clicks(WebElement element) {
        browser.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        element.click();
    }

    private void seesStatus() {
        new WebDriverWait(browser, Duration.ofSeconds(20))
                .until(driver -> !driver.findElements(By.cssSelector("main [role=status]"))
                        .isEmpty());
    }

    private static String link(String letter, String step) {
        Matcher link = LINK.matcher(letter);
        while (link.find()) {
            if (link.group(1).equals(step)) {
                return link.group();
            }
        }
        throw new AssertionError("no link to " + step + " in " + letter);
    }

    /** The text of the letter to an address that holds a link of a kind, as soon as it is there. */
    private static String letterTo(String address, String step) throws Exception {
        for (int tries = 0; tries < 300; tries++) {
            for (String letter : letters(address)) {
                if (letter.contains("/follow/" + step + "/")) {
                    return letter;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no letter to " + address + " with a link to " + step);
    }

    private static List<String> letters(String address) throws IOException {
        Path outbox = LiveDesk.get(DataFolder.class).root().resolve("outbox");
        if (!Files.isDirectory(outbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(outbox)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(FollowJourneyTest::read)
                    .filter(letter -> letter.startsWith(address))
                    .toList();
        }
    }

    /** Address and text. */
    private static String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            BodyPart text = ((MimeMultipart) message.getContent()).getBodyPart(0);
            return message.getAllRecipients()[0] + "\n" + text.getContent();
        } catch (IOException | MessagingException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
