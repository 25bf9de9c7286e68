package org.gongbao.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** The server that takes mail (SMTP), and how to talk to it. */
final class MailServer {

    private static final String PATIENCE = "15000";

    private final MailSettings settings;
    private final Session session;

    /** @param host of permanent addresses, as which this service names itself */
    MailServer(MailSettings settings, String host) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings, host));
    }

    Session session() {
        return session;
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

    /** Hands a message over; what the server does is an answer. */
    Channel.Answer send(Message message) {
        try (Transport transport = session.getTransport("smtp")) {
            return send(transport, message);
        } catch (MessagingException e) {
            return new Channel.Answer(false, "unreachable");
        }
    }

    private Channel.Answer send(Transport transport, Message message) throws MessagingException {
        try {
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
            transport.sendMessage(message, message.getAllRecipients());
            return new Channel.Answer(true, code(transport));
        } catch (MessagingException e) {
            return new Channel.Answer(false, code(transport));
        }
    }

    /** The last answer of the server; there may have been none. */
    private static String code(Transport transport) {
        int code = transport instanceof SMTPTransport smtp ? smtp.getLastReturnCode() : -1;
        return code > 0 ? Integer.toString(code) : "unreachable";
    }
}
