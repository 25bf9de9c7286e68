package org.gongbao.notification;

/** Where letters go. */
interface Mailbox {

    /** Hands a letter over; what the machine on the other side does is an answer, never an exception. */
    Channel.Answer send(Letter letter);

    /** Destroys what it holds of letters of a subscription. */
    default void forget(String subscription) {}
}
