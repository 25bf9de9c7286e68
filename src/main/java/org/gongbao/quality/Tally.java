package org.gongbao.quality;

/**
 * What was expected, found and right (计数), with the usual ratios.
 *
 * @param name of the field, the format or the kind of damage
 * @param documents in which it was judged
 * @param expected values that are true
 * @param right values that are true and were found
 * @param wrong values that were found and are not true
 * @param missing values that are true and were not found
 * @param precision right of found; 1 where nothing was found
 * @param recall right of expected; 0 where nothing was expected
 * @param f1 harmonic mean of both
 */
public record Tally(
        String name,
        int documents,
        int expected,
        int right,
        int wrong,
        int missing,
        double precision,
        double recall,
        double f1) {

    static Tally of(String name, int documents, int expected, int found, int right) {
        double precision = found == 0 ? 1 : (double) right / found;
        double recall = expected == 0 ? 0 : (double) right / expected;
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new Tally(
                name,
                documents,
                expected,
                right,
                found - right,
                expected - right,
                Rounded.four(precision),
                Rounded.four(recall),
                Rounded.four(f1));
    }

    static Tally empty(String name) {
        return of(name, 0, 0, 0, 0);
    }

    /** This and what another counted, under this name. */
    Tally plus(Tally other) {
        return of(
                name,
                documents + other.documents,
                expected + other.expected,
                right + wrong + other.right + other.wrong,
                right + other.right);
    }
}
