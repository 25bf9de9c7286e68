package org.gongbao.record;

import org.jspecify.annotations.Nullable;

/**
 * A claim (断言): where the value of a field was seen and why it was believed.
 *
 * <p>Lists have one claim an element. {@code raw} is never overwritten by a repair.
 *
 * @param value the value as the record holds it, dates in ISO 8601
 * @param raw the characters that were read
 * @param page page number from 1, null for unpaged formats
 * @param box where on the page, null for unpaged formats
 * @param start offset of the first code point in the record's text, null where the value is not in the text
 * @param end offset after the last code point
 * @param rule name and version of the rule, such as {@code header.label/1}
 * @param confidence 0 to 1; below 1 for everything repaired
 * @param repaired whether the value differs from the raw text by a repair of damage
 */
public record Claim(
        String value,
        String raw,
        @Nullable Integer page,
        @Nullable Box box,
        @Nullable Integer start,
        @Nullable Integer end,
        String rule,
        double confidence,
        boolean repaired) {

    /** Name and version of the rule of what a person says. */
    public static final String PERSON = "person/1";

    public Claim {
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("confidence is " + confidence + ", expected 0 to 1");
        }
        if (start != null && end != null && end < start) {
            throw new IllegalArgumentException("claim ends at " + end + " before it starts at " + start);
        }
    }
}
