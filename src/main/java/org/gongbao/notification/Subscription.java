package org.gongbao.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody follows by mail (邮件订阅). It never shows its address in a text: logs and messages of errors are made of those.
 *
 * @param attempts tries begun of what goes out next
 * @param toldSeq every event up to here was told, or there was nothing to tell
 * @param checkedSeq up to here nothing is to be told
 * @param sendingSeq end of the digest that is being sent, null where none is
 */
record Subscription(
        String id,
        String address,
        String language,
        Rhythm rhythm,
        Topic topic,
        boolean isConfirmed,
        @Nullable Instant dueAt,
        int attempts,
        long toldSeq,
        long checkedSeq,
        @Nullable Long sendingSeq) {

    @Override
    public String toString() {
        return "subscription " + id;
    }
}
