package org.gongbao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.gongbao.publication.Uid;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters by SMTP and as files. */
class MailboxTest {

    private static final String HOST = "gongbao.yunzhou.example";

    @TempDir
    Path folder;

    private final LetterMessages messages =
            new LetterMessages("gazette@yunzhou.example", HOST, Clock.fixed(Notices.AT, ZoneOffset.UTC));

    private static Letter letter(String subscription, String range, Uid uid) {
        return new Letter(
                subscription,
                "digest." + subscription + "." + range,
                "reader@yunzhou.example",
                "两项动态\r\nBcc: all@yunzhou.example",
                List.of("[3] 关于<b>防汛</b>的通告\nhttps://" + HOST + "/id/doc/" + uid),
                Map.of(
                        "List-Unsubscribe",
                        "<https://" + HOST + "/follow/stop/t>",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click",
                        "Gongbao-Events",
                        range,
                        "Gongbao-Documents",
                        uid.value()));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aLetterIsAMessageWithAStableNameThatLoadsNothing() throws Exception {
        Uid uid = Uid.mint();
        try (FakeSmtp server = new FakeSmtp()) {
            MailSettings settings = new MailSettings(
                    "127.0.0.1",
                    server.port(),
                    MailSettings.Security.NONE,
                    null,
                    null,
                    "gazette@yunzhou.example",
                    List.of(),
                    "zh");
            assertThat(new SmtpMailbox(new MailServer(settings, HOST), messages).send(letter("s1", "1-9", uid)))
                    .isEqualTo(new Channel.Answer(true, "250"));

            MimeMessage message = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(server.messages.get(0).getBytes(StandardCharsets.UTF_8)));
            assertThat(message.getMessageID()).isEqualTo("<digest.s1.1-9@" + HOST + ">");
            assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            assertThat(message.getHeader("Gongbao-Events")).containsExactly("1-9");
            assertThat(message.getAllRecipients()).hasSize(1);
            MimeMultipart parts = (MimeMultipart) message.getContent();
            var html = Jsoup.parse((String) parts.getBodyPart(1).getContent());
            assertThat(html.select("a").eachAttr("href")).containsExactly("https://" + HOST + "/id/doc/" + uid);
            assertThat(html.select("b,img,link,script,style,[src],[style]")).isEmpty();
            server.refuses = true;
            assertThat(new SmtpMailbox(new MailServer(settings, HOST), messages).send(letter("s1", "1-9", uid)))
                    .isEqualTo(new Channel.Answer(false, "451"));
        }
    }

    @Test
    void withoutAServerLettersAreFilesOfTheOwnerWhichGoWithTheirSubscriptionAndTheirDocuments() throws Exception {
        FileMailbox mailbox = new FileMailbox(folder.resolve("outbox"), messages);
        mailbox.forget("s1");
        Uid kept = Uid.mint();
        Uid erased = Uid.mint();
        mailbox.send(letter("s1", "1-9", kept));
        mailbox.send(letter("s1", "1-9", kept));
        mailbox.send(letter("s2", "1-9", kept));
        mailbox.send(letter("s2", "10-12", erased));

        assertThat(files()).containsExactly("s1-digest.s1.1-9.eml", "s2-digest.s2.1-9.eml", "s2-digest.s2.10-12.eml");
        assertThat(Files.getPosixFilePermissions(folder.resolve("outbox/s1-digest.s1.1-9.eml")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));

        mailbox.destroy(erased);
        assertThat(files()).containsExactly("s1-digest.s1.1-9.eml", "s2-digest.s2.1-9.eml");
        mailbox.forget("s1");
        assertThat(files()).containsExactly("s2-digest.s2.1-9.eml");
        mailbox.deleteBefore(Instant.now().plusSeconds(60));
        assertThat(files()).isEmpty();
    }
}
