package org.gongbao.notification;

import java.util.Optional;

/** Takes subscriptions from the public site, without accounts, sessions and cookies. */
public interface SubscriptionIntake {

    /** Most characters of an address (RFC 5321). */
    int MOST_ADDRESS = 254;

    /** A token for the form of a topic. */
    String token(Topic topic);

    /**
     * Keeps what was asked and asks the address whether it is meant, or says why not. Whether the address is known already
     * cannot be told from the answer.
     */
    Result ask(Asked asked);

    /** What the link of a mail is for; empty for a token that is none, or no longer one. */
    Optional<Topic> find(String token, Purpose purpose);

    /** Begins to send; false for a token that is none. The same link again changes nothing. */
    boolean confirm(String token);

    /** Stops at once and forgets the address; false for a token that is none. */
    boolean stop(String token);

    /** What a link in a mail does. */
    enum Purpose {
        CONFIRM,
        STOP
    }

    /**
     * A form as it was sent.
     *
     * @param trap what stands in the field that people do not see
     * @param from where it came from; not kept
     */
    record Asked(Topic topic, String address, String language, Rhythm rhythm, String token, String trap, String from) {

        @Override
        public String toString() {
            return "asked for " + topic;
        }
    }

    /** What came of a form. */
    enum Result {
        RECEIVED,
        /** Its token is too old, of another topic, or none of ours. */
        EXPIRED,
        /** It is no address of mail. */
        ADDRESS,
        /** Too many came from there within a minute. */
        TOO_MANY
    }
}
