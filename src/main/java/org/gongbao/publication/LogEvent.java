package org.gongbao.publication;

import java.time.Instant;
import java.util.Locale;

/**
 * A leaf of the publication log. No title, number, reason or person is in it.
 *
 * @param seq position, from 1
 * @param sha256 digest of the package's manifest, lower-case hexadecimal
 * @param sm3 the same by SM3
 */
public record LogEvent(long seq, Instant time, Type event, Uid uid, int version, String sha256, String sm3) {

    /** What happened. */
    public enum Type {
        /** A first version was published. */
        RELEASED,
        /** The same document was read anew or described better. */
        REVISED,
        /** The document itself was corrected. */
        CORRECTED,
        /** The document may no longer be shown; its digest stays. */
        WITHDRAWN,
        /** Its bytes are destroyed. */
        ERASED;

        /** The word used in the log. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Type of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** Whether the document is public after it. */
        public boolean leavesPublic() {
            return this != WITHDRAWN && this != ERASED;
        }
    }
}
