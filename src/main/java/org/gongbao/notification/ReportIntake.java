package org.gongbao.notification;

import org.gongbao.publication.Uid;

/** Takes what readers report as mistakes (报错), without sessions: a form is known by a signed token that ends by itself. */
public interface ReportIntake {

    /** Most characters of a report. */
    int MOST_TEXT = 2_000;

    /** Most characters of a contact. */
    int MOST_CONTACT = 200;

    /** A token for the form of a document. */
    String token(Uid uid);

    /** Keeps a report, or says why not. */
    Result receive(Entry entry);

    /**
     * A form as it was sent.
     *
     * @param version of the document that is public
     * @param trap what stands in the field that people do not see
     * @param address where it came from; not kept
     */
    record Entry(Uid uid, int version, String token, String trap, String text, String contact, String address) {}

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
