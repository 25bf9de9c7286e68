package org.gongbao.notification;

import java.util.List;
import java.util.Map;

/**
 * A mail to somebody who asked for it, before it becomes a message.
 *
 * @param subscription whose it is
 * @param name of the mail: the same with every try, no other's
 * @param paragraphs texts, those that begin with the base of addresses are links
 * @param headers beside those that every message has
 */
record Letter(
        String subscription,
        String name,
        String to,
        String subject,
        List<String> paragraphs,
        Map<String, String> headers) {

    @Override
    public String toString() {
        return "letter " + name;
    }
}
