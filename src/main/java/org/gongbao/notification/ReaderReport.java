package org.gongbao.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/**
 * A mistake that a reader reported (读者报错). It is for the desk alone.
 *
 * @param version of the document that the reader saw
 * @param place where in the document, null where the reader named none
 * @param contact how the reader may be reached, null where nothing was given or its time is over
 * @param closing null while it is open
 */
public record ReaderReport(
        String id,
        Uid uid,
        int version,
        @Nullable Place place,
        String text,
        @Nullable String contact,
        Instant receivedAt,
        @Nullable Closing closing) {

    /**
     * A place of a document: a field ({@code field.issuedOn}), or a part of its text by its anchor ({@code p_12}).
     *
     * @param quote what stood there when it was reported, empty where nothing did
     */
    public record Place(String code, String quote) {

        private static final Pattern CODE =
                Pattern.compile("field\\.[A-Za-z]{1,20}(\\.[A-Za-z]{1,20})?|p_[1-9][0-9]{0,5}");
        private static final String PART = "p_";

        public Place {
            if (!CODE.matcher(code).matches()) {
                throw new IllegalArgumentException("place is " + code + ", expected field.name or p_number");
            }
        }

        /** The place of a part of the text, counted from 1. */
        public static String part(int number) {
            return PART + number;
        }

        public boolean isField() {
            return !code.startsWith(PART);
        }

        /** The number of a part of the text, from 1. */
        public int number() {
            return Integer.parseInt(code.substring(PART.length()));
        }

        /** The quote with every character named that would not be seen. */
        public String shownQuote() {
            return VisibleText.of(quote);
        }
    }

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
