package org.gongbao.notification;

import jakarta.mail.MessagingException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tells people by e-mail (SMTP), each in a message of their own. */
final class MailChannel implements Channel {

    private final Set<String> recipients;
    private final MailMessages messages;
    private final MailServer server;

    /** @param base of permanent addresses; its host names the list */
    MailChannel(MailSettings settings, String publisher, String base, Clock clock) {
        this.recipients = new LinkedHashSet<>(settings.recipients());
        String host = String.valueOf(URI.create(base).getHost());
        this.server = new MailServer(settings, host);
        this.messages = new MailMessages(server.session(), settings, publisher, host, clock);
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
        try {
            return server.send(messages.message(id, target, notice));
        } catch (MessagingException e) {
            return new Answer(false, "unreachable");
        }
    }
}
