package org.gongbao.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Tells people by e-mail (SMTP), each in a message of their own. */
final class MailChannel implements Channel {

    private static final String PATIENCE = "15000";

    private final MailSettings settings;
    private final Set<String> recipients;
    private final MailMessages messages;
    private final Session session;

    /** @param base of permanent addresses; its host names the list */
    MailChannel(MailSettings settings, String publisher, String base, Clock clock) {
        this.settings = settings;
        this.recipients = new LinkedHashSet<>(settings.recipients());
        String host = String.valueOf(URI.create(base).getHost());
        this.session = Session.getInstance(properties(settings, host));
        this.messages = new MailMessages(session, settings, publisher, host, clock);
    }

    private static Properties properties(MailSettings settings, String host) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.localhost", host);
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE);
        properties.setProperty("mail.smtp.timeout", PATIENCE);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE);
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty(
                "mail.smtp.ssl.enable", Boolean.toString(settings.security() == MailSettings.Security.TLS));
        String starttls = Boolean.toString(settings.security() == MailSettings.Security.STARTTLS);
        properties.setProperty("mail.smtp.starttls.enable", starttls);
        properties.setProperty("mail.smtp.starttls.required", starttls);
        return properties;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Set<String> targets() {
        return recipients;
    }

    @Override
    public boolean carriesOn() {
        return false;
    }

    @Override
    public Answer send(String id, String target, Notice notice) {
        try (Transport transport = session.getTransport("smtp")) {
            return send(transport, messages.message(id, target, notice));
        } catch (MessagingException e) {
            return new Answer(false, "unreachable");
        }
    }

    private Answer send(Transport transport, jakarta.mail.Message message) throws MessagingException {
        try {
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
            transport.sendMessage(message, message.getAllRecipients());
            return new Answer(true, code(transport));
        } catch (MessagingException e) {
            return new Answer(false, code(transport));
        }
    }

    /** The last answer of the server; there may have been none. */
    private static String code(Transport transport) {
        int code = transport instanceof SMTPTransport smtp ? smtp.getLastReturnCode() : -1;
        return code > 0 ? Integer.toString(code) : "unreachable";
    }
}
