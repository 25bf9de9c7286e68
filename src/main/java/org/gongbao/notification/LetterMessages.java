package org.gongbao.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import org.springframework.web.util.HtmlUtils;

/** Makes messages of letters: plain text, and HTML that loads nothing from anywhere. */
final class LetterMessages {

    private static final String UTF_8 = "UTF-8";

    private final String from;
    private final String host;
    private final Clock clock;

    /** @param host of permanent addresses; it names messages and the list */
    LetterMessages(String from, String host, Clock clock) {
        this.from = from;
        this.host = host;
        this.clock = clock;
    }

    MimeMessage message(Session session, Letter letter) throws MessagingException {
        MimeMessage message = new NamedMessage(session, "<" + letter.name() + "@" + host + ">");
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(VisibleText.line(letter.subject()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("List-Id", "<digests." + host + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        for (var header : letter.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setText(String.join("\n\n", letter.paragraphs()) + "\n", UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(html(letter), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    private static String html(Letter letter) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>");
        for (String paragraph : letter.paragraphs()) {
            html.append("<p dir=\"auto\">");
            String between = "";
            for (String line : paragraph.split("\n")) {
                String text = HtmlUtils.htmlEscape(line, UTF_8);
                boolean isLink = line.matches("https?://[^\\s<>\"]+");
                html.append(between).append(isLink ? "<a href=\"" + text + "\">" + text + "</a>" : text);
                between = "<br>";
            }
            html.append("</p>");
        }
        return html.append("</body></html>").toString();
    }
}
