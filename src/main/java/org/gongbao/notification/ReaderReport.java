package org.gongbao.notification;

import java.time.Instant;
import java.util.Locale;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/**
 * A mistake that a reader reported (读者报错). It is for the desk alone.
 *
 * @param version of the document that the reader saw
 * @param contact how the reader may be reached, null where nothing was given or its time is over
 * @param closing null while it is open
 */
public record ReaderReport(
        String id,
        Uid uid,
        int version,
        String text,
        @Nullable String contact,
        Instant receivedAt,
        @Nullable Closing closing) {

    /** What came of it, with a note for the desk and who says so. */
    public record Closing(Outcome outcome, String note, Instant at, String by) {}

    /** What came of a report. */
    public enum Outcome {
        /** 已更正. */
        CORRECTED,
        /** 无误. */
        NO_MISTAKE,
        /** 重复. */
        DUPLICATE,
        /** 与本文无关. */
        ELSEWHERE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException where no outcome has this code */
        public static Outcome of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** The words with every character named that would not be seen or would turn others around. */
    public String shownText() {
        return VisibleText.of(text);
    }

    public @Nullable String shownContact() {
        return contact == null ? null : VisibleText.of(contact);
    }
}
