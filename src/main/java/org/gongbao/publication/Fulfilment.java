package org.gongbao.publication;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Evidence that a duty was fulfilled (履行登记): somebody of the office or of the responsible department says that this shows it. That
 * there is none says nothing of the duty.
 *
 * @param id random, never used again
 * @param duty what the duty is known by as long as its words stay
 * @param uid the duty's document
 * @param evidence where it is shown
 * @param by who registered it; never public
 * @param revokedBy who took it back, null while it stands
 */
public record Fulfilment(
        String id,
        String duty,
        Uid uid,
        Evidence evidence,
        String by,
        Instant at,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt) {

    boolean isRevoked() {
        return revokedAt != null;
    }

    Fulfilment revoked(String person, Instant moment) {
        return new Fulfilment(id, duty, uid, evidence, by, at, person, moment);
    }

    /** Where it is shown that a duty was fulfilled. */
    public sealed interface Evidence {

        /** A document here; title and day are its own, as long as it is public. */
        record Here(Uid target) implements Evidence {}

        /**
         * A page elsewhere.
         *
         * @param address an https address
         */
        record Elsewhere(String address, String title, LocalDate dated) implements Evidence {

            private static final int LONGEST_ADDRESS = 1_000;
            private static final int LONGEST_TITLE = 300;

            public Elsewhere {
                if (!isAddress(address)) {
                    throw new IllegalArgumentException("the address is " + address + ", expected https://host/…");
                }
                if (title.isBlank() || title.length() > LONGEST_TITLE) {
                    throw new IllegalArgumentException(
                            "the title has " + title.length() + " characters, expected 1 to " + LONGEST_TITLE);
                }
            }

            private static boolean isAddress(String address) {
                try {
                    URI uri = new URI(address);
                    return address.length() <= LONGEST_ADDRESS
                            && "https".equals(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
                            && uri.getHost() != null
                            && uri.getUserInfo() == null;
                } catch (URISyntaxException e) {
                    return false;
                }
            }
        }
    }
}
