package org.gongbao.notification;

/** Guards forms of the public site that anybody may send, without sessions: a form is known by a signed token that ends by itself. */
public interface FormGuard {

    /** A token for a form about something. */
    String token(String subject);

    /**
     * Whether a form may be taken.
     *
     * @param trap what stands in the field that people do not see
     * @param from where it came from; not kept
     */
    Result check(String subject, String token, String trap, String from);

    /** What came of a form. */
    enum Result {
        PASSED,
        /** Its token is too old, of something else, or none of ours; or it was filled in by a program. */
        EXPIRED,
        /** Too many came from there within a minute. */
        TOO_MANY
    }
}
