package org.gongbao.recognition;

/**
 * A value and the evidence for it (所见): what was read, where in the document's text, by which rule, how surely.
 *
 * @param confidence the step's estimate, which holds until its rule is measured: see {@link Confidences}
 * @param start index of the first UTF-16 unit in the document's text, -1 where the value is not in the text
 */
record Seen(String value, String raw, int start, int end, String rule, double confidence, boolean repaired) {

    /** A value read as it stands in the text. */
    static Seen at(Segment segment, int from, int to, String value, String rule) {
        return new Seen(
                value,
                segment.text().substring(from, to),
                segment.start() + from,
                segment.start() + to,
                rule,
                1,
                false);
    }

    /** A value that is the whole segment. */
    static Seen whole(Segment segment, String value, String rule) {
        return at(segment, 0, segment.text().length(), value, rule);
    }

    /** A value from outside the text: a sidecar or a meta tag. */
    static Seen outside(String value, String raw, String rule, double confidence) {
        return new Seen(value, raw, -1, -1, rule, confidence, false);
    }

    boolean inText() {
        return start >= 0;
    }

    Seen withConfidence(double lower) {
        return new Seen(value, raw, start, end, rule, Math.min(confidence, lower), repaired);
    }

    /** The same evidence for a value that had to be repaired. */
    Seen repairedTo(String better, double lower) {
        return new Seen(better, raw, start, end, rule, Math.min(confidence, lower), true);
    }

    Seen withValue(String other) {
        return new Seen(other, raw, start, end, rule, confidence, repaired);
    }

    Seen withRule(String other) {
        return new Seen(value, raw, start, end, other, confidence, repaired);
    }
}
