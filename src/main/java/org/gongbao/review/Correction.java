package org.gongbao.review;

import java.time.Instant;
import java.util.Set;
import org.gongbao.publication.Uid;
import org.gongbao.record.Claim;
import org.gongbao.record.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of a field (人工更正). It stands above everything that a machine reads, now and at every later
 * reading, until a person says otherwise; who said it and why stays inside.
 *
 * @param field named as in the record contract
 * @param value the field's value as JSON; null where the correction takes back what was said of the field before
 * @param person who says it
 * @param reason why, for the desk
 * @param place where it stands on the page; of {@link #TEXT} the place whose words it is, null where nobody pointed at one
 */
public record Correction(
        Uid uid,
        String field,
        @Nullable String value,
        String person,
        String reason,
        Instant at,
        @Nullable Place place) {

    /** Not a field: what was read at a place of the file. */
    public static final String TEXT = "text.read";

    /** A correction that points at no place. */
    public Correction(Uid uid, String field, @Nullable String value, String person, String reason, Instant at) {
        this(uid, field, value, person, reason, at, null);
    }

    /** Name and version of the rule of a person's claims. */
    public static final String RULE = Claim.PERSON;

    /** What no person says: where the bytes come from, the whole text and what is derived from it. */
    private static final Set<String> MACHINE =
            Set.of("schema", "source", "text", "claims", "findings", "items", "personalData");

    /** Whether it is of words in the file, not of a field. */
    public boolean isOfText() {
        return field.equals(TEXT);
    }

    public Correction {
        if (MACHINE.contains(field)) {
            throw new IllegalArgumentException(
                    "the field is " + field + ", expected one that a person can correct, not one of " + MACHINE);
        }
        if (field.equals(TEXT) && (place == null || place.read() == null)) {
            throw new IllegalArgumentException("a correction of text needs a place with what was read there");
        }
        if (person.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a correction of " + field + " needs a person and a reason");
        }
    }
}
