package org.gongbao.ingest;

import java.util.Locale;

/** What became of a document that came in. */
public enum OutcomeKind {
    /** A version of it was published. */
    PUBLISHED,
    /** It is made and will be released at its moment, which the reasons name; nothing of it is public until then. */
    SCHEDULED,
    /** It was there already, with the same bytes. */
    UNCHANGED,
    /** A gate holds it back; the reasons say why. */
    HELD,
    /** It is read and waits for review. */
    WAITING,
    /** It was only compared: today's rules would change it; the reasons say what. */
    DIFFERS,
    /** Nothing of it can be read; the original is kept. */
    UNREADABLE,
    /** The machine failed on it again and again; it is parked with the error, and the original is kept. */
    FAILED;

    /** The word used in the database and in listings. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OutcomeKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
