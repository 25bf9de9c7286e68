package org.gongbao.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** A message that has the same identifier with every try, so that receivers can drop repeats. */
final class NamedMessage extends MimeMessage {

    private final String id;

    NamedMessage(Session session, String id) {
        super(session);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
