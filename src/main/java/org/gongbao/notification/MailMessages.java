package org.gongbao.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Messages that tell of an event, as plain text and as HTML that loads nothing from anywhere. */
final class MailMessages {

    private static final String UTF_8 = "UTF-8";
    private static final int LONGEST_SUBJECT = 150;

    private final Session session;
    private final MailSettings settings;
    private final String publisher;
    private final String host;
    private final Clock clock;
    private final ResourceBundle words;

    MailMessages(Session session, MailSettings settings, String publisher, String host, Clock clock) {
        this.session = session;
        this.settings = settings;
        this.publisher = publisher;
        this.host = host;
        this.clock = clock;
        this.words = ResourceBundle.getBundle(
                "messages",
                Locale.forLanguageTag(settings.language()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Message message(String id, String recipient, Notice notice) throws MessagingException {
        NamedMessage message = new NamedMessage(session, "<" + id + "@" + host + ">");
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
        message.setSubject(subject(notice), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("List-Id", "<notices." + host + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        List<String> lines = lines(notice);
        MimeBodyPart text = new MimeBodyPart();
        text.setText(String.join("\n\n", lines) + "\n", UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(html(lines, notice.uri()), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    private String subject(Notice notice) {
        String title = notice.title() == null ? notice.uri() : notice.title();
        String subject =
                VisibleText.line(words.getString("notice." + notice.event().code()) + " " + title);
        return subject.codePointCount(0, subject.length()) <= LONGEST_SUBJECT
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }

    /** The paragraphs; the address stands alone. */
    private List<String> lines(Notice notice) {
        List<String> facts = new ArrayList<>();
        add(facts, notice.documentNumber());
        add(facts, String.join("、", notice.issuers()));
        add(facts, notice.issuedOn());
        List<String> lines = new ArrayList<>();
        add(lines, words.getString("notice." + notice.event().code()));
        add(lines, notice.title());
        add(lines, String.join(" · ", facts));
        add(lines, notice.digest());
        add(lines, notice.reason());
        add(lines, notice.uri());
        add(lines, publisher + " – " + words.getString("notice.footer"));
        return lines;
    }

    private static void add(List<String> lines, @Nullable String text) {
        String line = text == null ? "" : VisibleText.line(text);
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }

    private static String html(List<String> lines, String uri) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>");
        for (String line : lines) {
            String text = HtmlUtils.htmlEscape(line, UTF_8);
            html.append("<p dir=\"auto\">")
                    .append(line.equals(uri) ? "<a href=\"" + text + "\">" + text + "</a>" : text)
                    .append("</p>");
        }
        return html.append("</body></html>").toString();
    }
}
