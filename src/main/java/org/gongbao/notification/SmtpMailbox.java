package org.gongbao.notification;

import jakarta.mail.MessagingException;

/** Letters by SMTP. */
final class SmtpMailbox implements Mailbox {

    private final MailServer server;
    private final LetterMessages messages;

    SmtpMailbox(MailServer server, LetterMessages messages) {
        this.server = server;
        this.messages = messages;
    }

    @Override
    public Channel.Answer send(Letter letter) {
        try {
            return server.send(messages.message(server.session(), letter));
        } catch (MessagingException e) {
            return new Channel.Answer(false, "message");
        }
    }
}
