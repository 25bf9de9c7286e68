package org.gongbao.notification;

import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/** Takes what readers report as mistakes (报错), without sessions: a form is known by a signed token that ends by itself. */
public interface ReportIntake {

    /** Most characters of a report. */
    int MOST_TEXT = 2_000;

    /** Most characters of a contact. */
    int MOST_CONTACT = 200;

    /** Most characters of a quote. */
    int MOST_QUOTE = 300;

    /** A token for the form of a document. */
    String token(Uid uid);

    /** The number by which whoever sent a form sees what came of it; it follows from the token, which nobody else has. */
    String number(String token);

    /** Keeps a report, or says why not. */
    Result receive(Entry entry);

    /**
     * A form as it was sent.
     *
     * @param version of the document that is public
     * @param place a place of that version
     * @param trap what stands in the field that people do not see
     * @param address where it came from; not kept
     */
    record Entry(
            Uid uid,
            int version,
            ReaderReport.@Nullable Place place,
            String token,
            String trap,
            String text,
            String contact,
            String address) {}

    /** What came of a form. */
    enum Result {
        RECEIVED,
        /** Its token is too old, of another document, or none of ours. */
        EXPIRED,
        EMPTY,
        TOO_LONG,
        /** Too many came from there within a minute. */
        TOO_MANY
    }
}
