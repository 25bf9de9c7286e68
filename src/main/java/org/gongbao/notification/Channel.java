package org.gongbao.notification;

import java.util.Set;

/** A way to tell somebody of an event. */
interface Channel {

    /** The word used in the database. */
    String name();

    /** Whom it tells, one delivery each. */
    Set<String> targets();

    /** Whether what it tells may be carried on by machines, so that it is not told of what is for its own page only. */
    boolean carriesOn();

    /**
     * Tells one of them. What the machine on the other side does is an answer, never an exception.
     *
     * @param id the same with every try
     */
    Answer send(String id, String target, Notice notice);

    /** @param code as kept in the receipt, at most 64 characters */
    record Answer(boolean isDelivered, String code) {}
}
