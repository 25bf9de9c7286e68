package org.gongbao.web.desk;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import org.gongbao.web.Refusal;

/** Minutes that people type: local ones of the gazette office. */
final class Minutes {

    private Minutes() {}

    /**
     * The moment; none means at once.
     *
     * @throws Refusal where it is no minute
     */
    static Instant of(String text, Clock clock) {
        if (text.isBlank()) {
            return clock.instant();
        }
        try {
            return LocalDateTime.parse(text.strip()).atZone(clock.getZone()).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.badRequest("desk.minute", text);
        }
    }
}
