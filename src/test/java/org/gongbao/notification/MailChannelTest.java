package org.gongbao.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import org.gongbao.publication.Uid;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailChannelTest {

    private static final String READER = "reader@yunzhou.example";

    private FakeSmtp server;

    @BeforeEach
    void open() throws IOException {
        server = new FakeSmtp();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private MailChannel channel(String language) {
        return new MailChannel(
                settings(READER, language),
                "云州市人民政府公报编辑部",
                "https://gongbao.yunzhou.example",
                Clock.fixed(Notices.AT, ZoneOffset.UTC));
    }

    private MailSettings settings(String recipient, String language) {
        return new MailSettings(
                "127.0.0.1",
                server.port(),
                MailSettings.Security.NONE,
                null,
                null,
                "gazette@yunzhou.example",
                List.of(recipient),
                language);
    }

    private MimeMessage sent() throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(server.messages.get(0).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aReaderIsToldInTextAndInHtmlThatLoadsNothing() throws Exception {
        Uid uid = Uid.mint();
        assertThat(channel("zh").send("delivery-1", READER, Notices.released(uid, "关于防汛的通告")))
                .isEqualTo(new Channel.Answer(true, "250"));

        MimeMessage message = sent();
        assertThat(message.getSubject()).isEqualTo("【发布】 关于防汛的通告");
        assertThat(message.getHeader("List-Id")).containsExactly("<notices.gongbao.yunzhou.example>");
        assertThat(message.getMessageID()).isEqualTo("<delivery-1@gongbao.yunzhou.example>");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat((String) parts.getBodyPart(0).getContent())
                .contains("关于防汛的通告", "云政办字〔2024〕3号", "现将有关事项通知如下", "/id/doc/" + uid);
        Document html = Jsoup.parse((String) parts.getBodyPart(1).getContent());
        assertThat(html.select("a").eachAttr("href")).containsExactly("https://gongbao.yunzhou.example/id/doc/" + uid);
        assertThat(html.select("img,link,script,style,iframe,[src],[style]")).isEmpty();
    }

    @Test
    void aTitleAddsNoHeaderAndNoElement() throws Exception {
        String title = "通告\r\nBcc: all@yunzhou.example\r\n\r\n<script>alert(1)</script>\u202E文倒\u200B";

        channel("en").send("delivery-1", READER, Notices.released(Uid.mint(), title));

        MimeMessage message = sent();
        assertThat(message.getSubject())
                .isEqualTo("[Published] 通告 Bcc: all@yunzhou.example <script>alert(1)</script>文倒");
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(server.commands).filteredOn(line -> line.startsWith("RCPT")).hasSize(1);
        Document html = Jsoup.parse(
                (String) ((MimeMultipart) message.getContent()).getBodyPart(1).getContent());
        assertThat(html.select("script")).isEmpty();
        assertThat(html.text()).contains("<script>alert(1)</script>");
    }

    @Test
    void aRefusalAndASilenceAreAnswers() throws Exception {
        server.refuses = true;
        assertThat(channel("zh").send("d", READER, Notices.released(Uid.mint(), "甲")))
                .isEqualTo(new Channel.Answer(false, "451"));
        assertThat(server.messages).isEmpty();

        server.close();
        assertThat(channel("zh")
                        .send("d", READER, Notices.released(Uid.mint(), "甲"))
                        .isDelivered())
                .isFalse();
    }

    @Test
    void addressesThatCannotWorkAreRefusedAtTheStart() {
        for (String wrong : List.of("nobody", "a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example")) {
            assertThatThrownBy(() -> settings(wrong, "zh"))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("recipients");
        }
        assertThat(settings("", "zh").isOn()).isFalse();
    }
}
