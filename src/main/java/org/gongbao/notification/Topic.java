package org.gongbao.notification;

import java.util.Locale;
import java.util.Set;
import org.gongbao.publication.Uid;

/**
 * What can be followed: a search (that of an agency too), or a document.
 *
 * @param value the parameters of the search as they stand in an address, or the identifier
 */
public record Topic(Kind kind, String value) {

    /** Longer than any search that the form takes. */
    public static final int MOST = 4_000;

    /** Of what it is. */
    public enum Kind {
        SEARCH,
        DOCUMENT
    }

    public Topic {
        if (kind == Kind.DOCUMENT && !Uid.isUid(value) || value.length() > MOST) {
            throw new IllegalArgumentException("no topic: " + kind);
        }
    }

    static Topic of(String text) {
        int blank = text.indexOf(' ');
        return new Topic(Kind.valueOf(text.substring(0, blank).toUpperCase(Locale.ROOT)), text.substring(blank + 1));
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + value;
    }

    /** What only the search knows of topics. */
    public interface Searches {

        /** Which of these documents a search finds and may be carried on to others. */
        Set<String> matching(String search, Set<String> uids);

        /** What a search is called, in words of the language. */
        String title(String search, Locale language);

        /** The path of its page. */
        String path(String search);
    }
}
