package org.gongbao.review;

import org.gongbao.privacy.Redaction;

/** The words that a decision on personal data is bound to (决定所系文字): those of its place, and a few on either side. */
final class RedactedPlace {

    /** Code points on either side that belong to it. */
    private static final int AROUND = 12;

    private RedactedPlace() {}

    static String of(String text, Redaction redaction) {
        int length = text.codePointCount(0, text.length());
        int from = text.offsetByCodePoints(0, Math.max(0, redaction.start() - AROUND));
        int to = text.offsetByCodePoints(0, Math.min(length, redaction.end() + AROUND));
        return redaction.start() + " " + redaction.end() + "\n" + text.substring(from, to);
    }
}
